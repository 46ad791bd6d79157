"""The grading's own process beside a Dask worker: it holds the course, the warm processes and the judges, and does what it is told.

It is no child that Dask knows: Dask's workers may have none, run tasks in threads, and a judge needs a process for itself. It ends, with
all that it holds, when the other end of its pipe does, however the Dask worker ended.
"""

from __future__ import annotations

import contextlib
import json
import os
import shutil
import signal
import sys
import tempfile
import threading
from collections.abc import Iterator
from concurrent.futures import BrokenExecutor, Executor, ThreadPoolExecutor
from pathlib import Path
from typing import Any, Final

from gradekit import datasets
from gradekit.engine.banks import plain_transcript
from gradekit.engine.local import choose_device, local_executor
from gradekit.engine.setting import GradingSetting, device_for
from gradekit.engine.tasks import judge_chunk, nothing, suite_tests, transcribe
from gradekit.engine.wire import (
    ALSO_FOLDER,
    COURSE_FOLDER,
    digest_of,
    pack,
    plain_outcome,
    read_frame,
    submission_from,
    unpack,
    unpack_files,
    write_frame,
)
from gradekit.errors import GradekitError, SandboxError
from gradekit.sandbox.host import WarmProcess
from gradekit.sandbox.jail import JailName, choose

__all__ = ["Site", "main"]

_THREADS: Final = 256  # more than any machine judges at a time; each waits for a judge's process
_FOLDERS_KEPT: Final = 8
_DEAD: Final = (BrokenExecutor, EOFError, ConnectionError)  # as for the engine


class Site:
    """What a machine of a cluster keeps from one order to the next, in one private folder."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder
        self._lock = threading.Lock()
        self._starting = threading.Lock()  # apart, for a warm process takes seconds
        self._warm: dict[tuple[JailName, str, bool], WarmProcess] = {}
        self._idle: list[Executor] = []
        self._busy = 0

    def answer(self, question: bytes) -> bytes:
        """The answer to a question, which never is an exception: faults are data too."""
        order = unpack(question)
        try:
            what = order["what"]
            if what == "examine":
                answer = self._examine(order)
            elif what == "supply":
                answer = self._supply(order["content"], order["course"])
            else:
                answer = self._obey(order)
        except Exception as fault:
            answer = _fault(fault)
        return pack(self._as_there(answer, order))

    def close(self) -> None:
        for executor in self._idle:
            executor.shutdown(wait=False, cancel_futures=True)
        for warm in self._warm.values():
            warm.close()

    def _examine(self, order: dict[str, Any]) -> dict[str, Any]:
        """What this machine can do. Raises CannotJail."""
        found = {
            "jail": choose(order["jail"]).name,
            "data": {name: datasets.available(name) for name in order["data"]},
            "gpu": False,
        }
        if order["gpu"]:
            with self._executor() as executor:  # elsewhere, so that PyTorch need not be imported here
                found["gpu"] = executor.submit(choose_device, "auto").result()[0] == "cuda"
        return found

    def _supply(self, content: bytes, is_course: bool) -> dict[str, Any]:
        """Keep a course, or a bank, by its hash."""
        place = self._folder / digest_of(content)
        with self._lock:
            if not place.exists():
                self._make_room()
                with tempfile.TemporaryDirectory(dir=self._folder) as half:
                    made = Path(half, "made")
                    if is_course:
                        unpack_files(content, made)
                    else:
                        made.write_bytes(content)
                    made.rename(place)  # whole or not at all
        return {"value": place.name}

    def _make_room(self) -> None:
        """Forget what gradings before left here, and the judges that know it, where it is much and nobody is at it."""
        held = list(self._folder.iterdir())
        if len(held) < _FOLDERS_KEPT or self._busy:
            return
        for executor in self._idle:
            executor.shutdown(wait=False)
        self._idle.clear()
        for each in held:
            shutil.rmtree(each) if each.is_dir() else each.unlink()

    def _obey(self, order: dict[str, Any]) -> dict[str, Any]:
        """Raises whatever the judge does."""
        with self._lock:
            self._busy += 1  # from here on nothing is forgotten
        try:
            lacks = [each for each in (order["course"], order["bank"]) if each and not (self._folder / each).exists()]
            return {"lacks": lacks} if lacks else {"value": self._done(order)}
        finally:
            with self._lock:
                self._busy -= 1

    def _done(self, order: dict[str, Any]) -> Any:
        what, name = order["what"], order["exercise"]
        with self._executor() as executor:
            if what == "nothing":
                return executor.submit(nothing).result()
            setting = self._setting(order)
            if what == "tests":
                return executor.submit(suite_tests, setting, name).result()
            if what == "transcribe":
                made = executor.submit(transcribe, setting, name, order["sources"], order["quick"]).result()
                return [([plain_outcome(each) for each in outcomes], plain_transcript(transcript)) for outcomes, transcript in made]
            # None and "" say what they say anywhere; a hash is a file here.
            bank = str(self._folder / order["bank"]) if order["bank"] else order["made"]
            submissions = [submission_from(each) for each in order["submissions"]]
            results = executor.submit(judge_chunk, setting, name, submissions, bank).result()
            return [json.dumps(each.to_json(), allow_nan=False) for each in results]

    def _setting(self, order: dict[str, Any]) -> GradingSetting:
        """The setting as it is on this machine. Raises CourseError, and SandboxError where the warm process does not start."""
        held = self._folder / order["course"]
        also = held / ALSO_FOLDER
        setting = GradingSetting(
            str(held / COURSE_FOLDER),
            order["seed_key"],
            order["lang"],
            order["device"],
            (),
            also=str(also) if order["also"] else "",
        )
        exercise = setting.course().exercise(order["exercise"])
        if exercise.runtime is None:
            return setting
        gpu = device_for(exercise, order["device"]) == "cuda"
        address = self._address(choose(order["jail"]).name, exercise.runtime, gpu)
        return GradingSetting(
            setting.root, setting.seed_key, setting.lang, setting.device, ((exercise.runtime, address),), also=setting.also
        )

    def _address(self, jail: JailName, runtime: str, gpu: bool) -> str:
        with self._starting:
            warm = self._warm.get((jail, runtime, gpu))
            if warm is not None and warm.ended:
                del self._warm[jail, runtime, gpu]
                warm.close()
                warm = None
            if warm is None:
                warm = WarmProcess(runtime, gpu=gpu, jail=jail)
                try:
                    warm.wait_ready()
                except SandboxError:
                    warm.close()
                    raise
                self._warm[jail, runtime, gpu] = warm
            return warm.address

    @contextlib.contextmanager
    def _executor(self) -> Iterator[Executor]:
        """A judge's process that nobody else uses meanwhile, so that its end is nobody else's. One that died is not used again."""
        with self._lock:
            executor = self._idle.pop() if self._idle else None
        executor = executor or local_executor(1)
        try:
            yield executor
        except _DEAD:
            executor.shutdown(wait=False, cancel_futures=True)
            raise
        except BaseException:
            with self._lock:
                self._idle.append(executor)
            raise
        with self._lock:
            self._idle.append(executor)

    def _as_there(self, answer: dict[str, Any], order: dict[str, Any]) -> dict[str, Any]:
        """A fault that names a file names it as it is where the grading was begun, for the author to find."""
        if "text" in answer and order.get("course"):
            held = str(self._folder / str(order["course"]))
            for folder, root in ((COURSE_FOLDER, order.get("root")), (ALSO_FOLDER, order.get("also"))):
                if root:
                    answer["text"] = answer["text"].replace(f"{held}/{folder}", root)
        return answer


def _fault(fault: Exception) -> dict[str, Any]:
    if isinstance(fault, _DEAD):
        return {"fault": "dead", "text": str(fault)}
    if isinstance(fault, OSError):
        return {"fault": "machine", "number": fault.errno, "text": str(fault.filename or ""), "reason": fault.strerror or str(fault)}
    if isinstance(fault, GradekitError):
        return {"fault": type(fault).__name__, "text": str(fault)}
    return {"fault": "ValueError" if isinstance(fault, ValueError) else "other", "text": f"{type(fault).__name__}: {fault}"}


def main() -> None:
    """Answer the questions on standard input until it ends, each in a thread of its own, on what standard output was."""
    signal.signal(signal.SIGTERM, _end)  # a batch system sends it to every process of a job; what is held here must not stay behind
    questions, answers = os.fdopen(os.dup(0), "rb"), os.fdopen(os.dup(1), "wb")
    with open(os.devnull, "rb") as nowhere:
        os.dup2(nowhere.fileno(), 0)
    os.dup2(2, 1)  # what a suite prints goes to the Dask worker's log
    writing = threading.Lock()
    folder = Path(sys.argv[1])
    # Judges are ended without a word, so what they leave behind must be in here too; warm processes need a folder that others may enter.
    tempfile.gettempdir()
    os.environ["TMPDIR"] = tempfile.mkdtemp(dir=folder)
    kept = folder / "kept"
    kept.mkdir()
    site = Site(kept)
    threads = ThreadPoolExecutor(_THREADS)

    def answer(number: int, question: bytes) -> None:
        found = site.answer(question)
        with writing, contextlib.suppress(OSError, ValueError):  # nobody is left to tell
            write_frame(answers, number, found)

    try:
        while True:
            threads.submit(answer, *read_frame(questions))
    except EOFError:
        pass
    finally:
        signal.signal(signal.SIGTERM, signal.SIG_IGN)
        shutil.rmtree(folder, ignore_errors=True)  # the Dask worker does so too, where it lives longer than this process
        site.close()
    os._exit(0)  # threads that wait for judges would keep it


def _end(number: int, frame: object) -> None:
    raise EOFError("asked to end")
