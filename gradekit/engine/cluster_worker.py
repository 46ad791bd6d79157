"""What runs in a Dask worker's process: it hands on what it is told to the site beside it, and imports nothing that grades."""

from __future__ import annotations

import asyncio
import contextlib
import itertools
import shutil
import subprocess
import sys
import tempfile
import threading
from concurrent.futures import Future
from typing import Any, BinaryIO, Final

from gradekit.engine.wire import pack, read_frame, unpack, write_frame
from gradekit.judge.fingerprint import installation

__all__ = ["examine", "obey", "supply"]

_SITE: Final = (sys.executable, "-P", "-c", "from gradekit.engine.cluster_site import main; main()")
_EXAMINE_SECONDS: Final = 120.0


def obey(order: bytes) -> tuple[str, bytes]:
    """A task of Dask's: this worker's address, and the site's answer. A site that ended is one whose judges died."""
    from distributed import get_worker

    return get_worker().address, _answer(order)


async def examine(question: bytes, dask_worker: Any) -> bytes:
    """What this worker is and what its machine can do, asked outside of Dask's tasks; the loop it runs in must not wait."""
    known: dict[str, Any] = {
        "versions": installation(),
        "threads": dask_worker.state.nthreads,
        "gpus": dask_worker.state.total_resources.get("GPU", 0.0),
    }
    order = unpack(question)
    order["gpu"] = order["gpu"] and known["gpus"] > 0
    if known["versions"] != order.pop("versions"):
        return pack(known)  # it is left out anyway
    return pack(known | unpack(await _in_a_thread(pack(order))))


async def supply(content: bytes, is_course: bool) -> bytes:
    """Keep content beside this worker, by its hash."""
    return await _in_a_thread(pack({"what": "supply", "content": content, "course": is_course}))


async def _in_a_thread(question: bytes) -> bytes:
    return await asyncio.wait_for(asyncio.to_thread(_answer, question), _EXAMINE_SECONDS)


def _answer(question: bytes) -> bytes:
    try:
        return _site().ask(question)
    except EOFError:
        return pack({"fault": "dead", "text": "the process that grades ended"})


class _Site:
    """The process beside this one, seen from here. Any thread may ask."""

    def __init__(self) -> None:
        self._folder = tempfile.mkdtemp(prefix="gradekit-")  # 0700; removed from here even where the process is killed
        self._process = subprocess.Popen(
            [*_SITE, self._folder],
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            cwd="/",
            start_new_session=True,  # Ctrl-C is the Dask worker's
        )
        assert self._process.stdin is not None and self._process.stdout is not None
        self._questions: BinaryIO = self._process.stdin  # type: ignore[assignment]
        self._answers: BinaryIO = self._process.stdout  # type: ignore[assignment]
        self._numbers = itertools.count()
        self._lock = threading.Lock()
        self._waiting: dict[int, Future[bytes]] = {}
        self.ended = False
        threading.Thread(target=self._listen, name="gradekit-site", daemon=True).start()

    def ask(self, question: bytes) -> bytes:
        """The answer, whenever it comes. Raises EOFError where the process has ended, or does meanwhile."""
        future: Future[bytes] = Future()
        with self._lock:
            if self.ended:
                raise EOFError("the site has ended")
            number = next(self._numbers)
            self._waiting[number] = future
            with contextlib.suppress(OSError):  # it has ended, which the listener finds too
                write_frame(self._questions, number, question)
        return future.result()

    def _listen(self) -> None:
        with contextlib.suppress(EOFError, OSError):
            while True:
                number, answer = read_frame(self._answers)
                with self._lock:
                    future = self._waiting.pop(number)
                future.set_result(answer)
        with self._lock:
            self.ended = True
            left = list(self._waiting.values())
            self._waiting.clear()
        for future in left:
            future.set_exception(EOFError("the site has ended"))
        with contextlib.suppress(OSError):
            self._questions.close()
        self._answers.close()
        self._process.wait()
        shutil.rmtree(self._folder, ignore_errors=True)


_lock = threading.Lock()
_kept: dict[str, Any] = {}


def _site() -> _Site:
    """This process's site, started when it is first asked for, and again where it ended."""
    with _lock:
        site: _Site | None = _kept.get("site")
        if site is None or site.ended:
            site = _kept["site"] = _Site()
        return site
