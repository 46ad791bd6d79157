"""A Dask cluster as the engine's executor: which workers may grade, what is sent to them, and what becomes of a lost one's work.

Dask chooses the worker for each order, among those that were found fit, and gives a lost worker's orders to others. Where all that an order
could go to are gone it is sent anew from here, to those that have come since. Whichever answer comes first counts, and only that one.
"""

from __future__ import annotations

import contextlib
import threading
import time
import uuid
from collections.abc import Callable, Iterator, Sequence
from concurrent.futures import Executor, Future, ThreadPoolExecutor
from concurrent.futures.process import BrokenProcessPool
from dataclasses import dataclass, field
from typing import Any, Final

from gradekit.course.models import Course
from gradekit.course.places import secret
from gradekit.engine import cluster_worker
from gradekit.engine.cluster_connection import connected
from gradekit.engine.cluster_members import LeftOut, Member, Terms, judge_answer
from gradekit.engine.cluster_tasks import ClusterExecutor, death, fault_of
from gradekit.engine.setting import GradingSetting
from gradekit.engine.wire import course_archive, digest_of, pack, unpack
from gradekit.errors import ClusterError, GradekitError, Refusal
from gradekit.sandbox.jail import Jailing
from gradekit.text import Lang, Text

__all__ = ["Cluster", "joined"]

_WORKER_SECONDS: Final = 15.0  # that a cluster may have no fit worker at first
_ALONE_SECONDS: Final = 60.0  # and later, when all have gone: a nanny, or a queue of batch jobs, may start others
_LOOK_SECONDS: Final = 0.5
_ASK_SECONDS: Final = 130.0  # that a worker has to say what it is; one that can still say something gives up itself before
_ANEW: Final = 20

Tell = Callable[[Text], None]


@dataclass(eq=False, slots=True)
class _Order:
    """One thing to be done, until it is. anew: how often it was sent again; inner: Dask's future of the last time."""

    what: str
    content: bytes
    gpu: bool
    read: Callable[[Any], Any]
    outer: Future[Any] = field(default_factory=Future)
    inner: Any = None
    workers: frozenset[str] = frozenset()
    anew: int = 0


class _Asked:
    """A question to one worker. It has a thread of its own, for a worker that hangs must hold up nobody who waits for the others."""

    def __init__(self, client: Any, address: str, question: bytes) -> None:
        self.answer: object = TimeoutError(f"no answer for {_ASK_SECONDS:.0f} s")
        self._since = time.monotonic()
        self._thread = threading.Thread(target=self._ask, args=(client, address, question), name="gradekit-asks", daemon=True)
        self._thread.start()

    def is_over(self, until: float) -> bool:
        """Whether there is an answer, for which this waits until then at most, or will be none."""
        self._thread.join(max(0.0, until - time.monotonic()))
        return not self._thread.is_alive() or time.monotonic() - self._since > _ASK_SECONDS

    def _ask(self, client: Any, address: str, question: bytes) -> None:
        try:
            self.answer = client.run(cluster_worker.examine, question, workers=[address], on_error="return").get(address)
        except Exception as fault:
            self.answer = fault


class Cluster:
    """A connection to a scheduler, and the workers behind it that may grade. setting: what a grading on it begins with."""

    def __init__(
        self, client: Any, address: str, course: Course, terms: Terms, setting: GradingSetting, archive: bytes, tell: Tell
    ) -> None:
        self.setting = setting
        self._client = client
        self._address = address
        self._course = course
        self._terms = terms
        self._tell = tell
        self._archive = digest_of(archive)
        self._contents = {self._archive: (archive, True)}
        self._supplied: set[tuple[str, str]] = set()
        self._members: dict[str, Member] = {}
        self._left_out: dict[str, LeftOut] = {}
        self._asked: dict[str, _Asked] = {}
        self._orders: set[_Order] = set()
        self._lock = threading.RLock()
        self._closing = threading.Event()
        self._fault: ClusterError | None = None
        self._alone_since: float | None = None
        self._answers = ThreadPoolExecutor(8, thread_name_prefix="gradekit-answers")
        self._watcher = threading.Thread(target=self._watch, name="gradekit-cluster", daemon=True)

    @property
    def gpus(self) -> float:
        """How many GPUs the workers declare that have them."""
        return sum(each.gpus for each in self._members.values())

    def threads(self) -> int:
        """How many orders the workers there are now can be at."""
        with self._lock:
            return max(1, sum(each.threads for each in self._members.values()))

    def executor(self) -> Executor:
        """An executor for the engine: of its own tasks, and of nothing else."""
        return ClusterExecutor(self._course, self)

    def find_workers(self) -> None:
        """Wait a while for a fit worker, and for the others' answers.

        Raises Refusal where those that are there are not fit, ClusterError where there are none.
        """
        deadline = time.monotonic() + _WORKER_SECONDS
        while True:
            self._look()
            if self._members and (not self._asked or time.monotonic() > deadline):
                return
            if self._left_out and not self._asked:
                [first, *others] = (each.line.en for each in self._left_out.values())
                raise Refusal(f"{self._address}: no worker can grade: {first}" + (f" (and {len(others)} more)" if others else ""))
            if time.monotonic() > deadline and not self._asked:
                raise ClusterError(
                    f"{self._address}: has no worker; start some there with 'dask worker {self._address}', then run this again"
                )
            self._closing.wait(_LOOK_SECONDS)

    def watch(self) -> None:
        """From now on, notice workers that come and go."""
        self._watcher.start()

    def send(self, what: str, content: dict[str, Any], gpu: bool, read: Callable[[Any], Any]) -> Future[Any]:
        """Have something done by any fit worker. Raises ClusterError where the cluster is gone."""
        course = self._course
        whole = content | {
            "what": what,
            "course": "" if what == "nothing" else self._archive,
            "root": str(course.root),
            "also": "" if course.also is None else str(course.also),
            "seed_key": self.setting.seed_key,
            "lang": self.setting.lang,
            "device": self.setting.device,
            "jail": self._terms.jail,
        }
        order = _Order(f"{what}-{content.get('exercise', '')}", pack({"bank": "", "exercise": ""} | whole), gpu, read)
        with self._lock:
            if self._fault is not None:
                raise self._fault
            self._orders.add(order)
            self._send(order, self._fit(gpu))
        return order.outer

    def hold(self, content: bytes) -> str:
        """Have content ready for any worker that lacks it; returns the name it goes by."""
        name = digest_of(content)
        self._contents.setdefault(name, (content, False))
        return name

    def cancel(self) -> None:
        """Nobody waits for what is under way any more."""
        with self._lock:
            orders = list(self._orders)
            self._orders.clear()
        for order in orders:
            order.outer.cancel()
        if orders and self._client.status == "running":
            with contextlib.suppress(Exception):
                self._client.cancel([each.inner for each in orders if each.inner is not None], force=True)

    def close(self) -> None:
        self._closing.set()
        self.cancel()
        self._answers.shutdown(wait=False, cancel_futures=True)
        with contextlib.suppress(Exception):  # a scheduler that has gone is no news any more
            self._client.close(timeout=2)
        if self._watcher.is_alive():
            self._watcher.join(5)

    def _fit(self, gpu: bool) -> frozenset[str]:
        return frozenset(address for address, each in self._members.items() if each.gpus > 0 or not gpu)

    def _send(self, order: _Order, workers: frozenset[str]) -> None:
        """With the lock held. Where there is no worker at all, whoever watches sends it when there is."""
        order.workers = workers
        order.inner = None
        if not workers:
            return
        inner = self._client.submit(
            cluster_worker.obey,
            order.content,
            key=f"gradekit-{order.what}-{uuid.uuid4().hex}",  # of its own, for no two are the same
            workers=sorted(workers),
            resources={"GPU": 1} if order.gpu else None,
            pure=False,
        )
        order.inner = inner
        inner.add_done_callback(lambda done: self._take(order, done))

    def _take(self, order: _Order, inner: Any) -> None:
        with contextlib.suppress(RuntimeError):  # closing
            self._answers.submit(self._answered, order, inner)

    def _answered(self, order: _Order, inner: Any) -> None:
        try:
            self._weigh(order, inner)
        except Exception as fault:
            self._finish(order, fault=GradekitError(f"{type(fault).__name__}: {fault}"))

    def _weigh(self, order: _Order, inner: Any) -> None:
        """What came of an order: the answer, somebody's death, or that it must be sent anew."""
        with self._lock:
            if order.inner is not inner or order not in self._orders:
                return  # it was sent anew since, or nobody waits for it
        if inner.status == "error":
            self._finish(order, fault=death(inner.exception()))
        elif inner.status == "finished":
            try:
                worker, answer = inner.result()
            except Exception:  # whoever held it went before it was fetched
                self._anew(order)
            else:
                self._read(order, worker, unpack(answer))
        elif self._client.status == "running":
            self._anew(order)
        else:
            self._lose("its scheduler has gone")

    def _read(self, order: _Order, worker: str, reply: dict[str, Any]) -> None:
        if "lacks" in reply:
            self._supply(order, worker, reply["lacks"])
        elif "fault" in reply:
            self._finish(order, fault=fault_of(reply, worker))
        else:
            self._finish(order, value=order.read(reply["value"]))

    def _anew(self, order: _Order, only: str = "") -> None:
        with self._lock:
            if self._closing.is_set() or order not in self._orders:
                return
            order.anew += 1
            if order.anew <= _ANEW:
                self._send(order, frozenset([only]) if only else self._fit(order.gpu))
                return
        self._finish(order, fault=BrokenProcessPool("the cluster gave it up again and again"))

    def _supply(self, order: _Order, worker: str, names: Sequence[str]) -> None:
        """Give a worker what it lacks, and the order once more to that one."""
        for name in names:
            with self._lock:
                known = (worker, name) in self._supplied
                self._supplied.add((worker, name))
            if known and not order.anew:
                continue  # under way, or that process has ended since: then it is lacking once more
            content, is_course = self._contents[name]
            try:
                reply = unpack(self._client.run(cluster_worker.supply, content, is_course, workers=[worker])[worker])
            except Exception:  # it has gone
                self._anew(order)
                return
            if "fault" in reply:
                self._finish(order, fault=fault_of(reply, worker))
                return
        self._anew(order, worker)

    def _finish(self, order: _Order, *, value: Any = None, fault: BaseException | None = None) -> None:
        with self._lock:
            if order not in self._orders:
                return
            self._orders.remove(order)
        order.inner = None  # lets Dask forget it
        if fault is not None:
            order.outer.set_exception(fault)
        else:
            order.outer.set_result(value)

    def _lose(self, why: str) -> None:
        """The end: every order that is under way ends with it."""
        if self._closing.is_set():
            return
        fault = ClusterError(f"{self._address}: {why}; what was graded is kept: see to the cluster, then go on with --resume")
        with self._lock:
            self._fault = self._fault or fault
            orders = list(self._orders)
        for order in orders:
            self._finish(order, fault=fault)

    def _watch(self) -> None:
        while not self._closing.wait(_LOOK_SECONDS):
            try:
                self._look()
                self._mend()
            except ClusterError as fault:
                if not self._closing.is_set():
                    self._lose(str(fault).removeprefix(f"{self._address}: ").partition(";")[0])
                return

    def _look(self) -> None:
        """Find out who is there, and ask whoever is new. Raises ClusterError where the scheduler does not answer."""
        try:
            present = set(self._client.nthreads())
        except Exception as fault:
            raise ClusterError(f"{self._address}: its scheduler has gone; what was graded is kept: go on with --resume") from fault
        for address in sorted(present - self._members.keys() - self._left_out.keys() - self._asked.keys()):
            self._asked[address] = _Asked(self._client, address, self._terms.question())
        until = time.monotonic() + _LOOK_SECONDS
        for address, asked in list(self._asked.items()):
            if address in present and not asked.is_over(until):
                continue
            del self._asked[address]
            if address not in present:
                continue
            found = judge_answer(self._terms, address, asked.answer)
            with self._lock:
                if isinstance(found, Member):
                    self._members[address] = found
                else:
                    self._left_out[address] = found
            if isinstance(found, LeftOut):
                self._tell(found.line)
        with self._lock:
            for gone in self._members.keys() - present:
                del self._members[gone]
            for gone in self._left_out.keys() - present:
                del self._left_out[gone]
            self._supplied = {each for each in self._supplied if each[0] in self._members}

    def _mend(self) -> None:
        """Send anew what waits for workers that have gone."""
        with self._lock:
            waiting = [each for each in self._orders if not (each.workers & self._members.keys())]
            for order in waiting:
                stale, fit = order.inner, self._fit(order.gpu)
                if fit:
                    self._send(order, fit)  # first, so that what is cancelled is stale already
                    if stale is not None:
                        self._client.cancel([stale], asynchronous=False, force=True)
            alone = any(not self._fit(each.gpu) for each in self._orders)
        if not alone:
            self._alone_since = None
        elif self._alone_since is None:
            self._alone_since = time.monotonic()
        elif time.monotonic() - self._alone_since > _ALONE_SECONDS:
            self._lose("no worker is left that can grade")


@contextlib.contextmanager
def joined(
    address: str,
    course: Course,
    exercises: Sequence[str],
    *,
    lang: Lang,
    device: str = "cpu",
    jail: Jailing = None,
    tell: Tell = lambda line: None,
) -> Iterator[Cluster]:
    """The cluster whose scheduler is at address, with its fit workers, for as long as the block lasts.

    device: "auto" takes GPUs where workers declare some. tell: is told of each worker that is left out, by any thread.
    Raises UsageError (no address, no extra, no certificates), ClusterError (nobody answers, no worker), Refusal (no fit worker, no
    GPU), CourseError.
    """
    course.require_solutions(exercises)
    archive = course_archive(course, exercises)
    setting = GradingSetting(str(course.root), secret(course), lang, "cpu", (), also="" if course.also is None else str(course.also))
    terms = Terms.of(course, list(exercises), jail, device != "cpu")
    client = connected(address)
    cluster = Cluster(client, address, course, terms, setting, archive, tell)
    try:
        cluster.find_workers()
        if device == "cuda" and not cluster.gpus:
            raise Refusal(
                f"--device cuda: no worker of {address} declares a GPU and has one; start it with 'dask worker {address} --resources GPU=1'"
            )
        if device != "cpu" and cluster.gpus:
            cluster.setting = GradingSetting(setting.root, setting.seed_key, lang, "cuda", (), also=setting.also)
        cluster.watch()
        yield cluster
    finally:
        cluster.close()
