"""What is sent to a cluster, to whom, and what is made of what comes back: over a stand-in for Dask that does as it is told."""

import threading
from collections.abc import Callable, Iterator
from concurrent.futures import Future
from concurrent.futures.process import BrokenProcessPool
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from gradekit.course import Course, load_course
from gradekit.engine import cluster as cluster_module
from gradekit.engine import cluster_worker
from gradekit.engine.cluster import Cluster
from gradekit.engine.cluster_members import LeftOut, Member, Terms, judge_answer
from gradekit.engine.cluster_tasks import death, fault_of
from gradekit.engine.setting import GradingSetting
from gradekit.engine.tasks import judge_chunk, nothing, suite_tests, transcribe
from gradekit.engine.wire import (
    course_archive,
    digest_of,
    outcome_from,
    pack,
    plain_outcome,
    plain_submission,
    submission_from,
    unpack,
    unpack_files,
)
from gradekit.errors import ClusterError, CourseError, GradekitError, Refusal, UsageError
from gradekit.intake import Kind, Missing, Refused, Source, Submission, by_value
from gradekit.intake.notebook import Cell
from gradekit.judge.fingerprint import installation
from gradekit.results import TestOutcome, Verdict
from gradekit.text import Text

SECONDS_AT_MOST = 20


# --- A stand-in for Dask --------------------------------------------------------------------------------------------------------


class Task:
    """One submitted order."""

    def __init__(self, content: bytes, workers: list[str], resources: Any) -> None:
        self.order = unpack(content)
        self.workers = workers
        self.resources = resources
        self.status = "pending"
        self.outcome: Any = None
        self._callback: Callable[[Any], None] = lambda done: None

    def add_done_callback(self, callback: Callable[[Any], None]) -> None:
        self._callback = callback

    def end(self, status: str, outcome: Any = None) -> None:
        self.status, self.outcome = status, outcome
        self._callback(self)

    def answer(self, **reply: Any) -> None:
        self.end("finished", (self.workers[0], pack(reply)))

    def result(self) -> Any:
        if isinstance(self.outcome, BaseException):
            raise self.outcome
        return self.outcome

    def exception(self) -> Any:
        return self.outcome


class Dask:
    """Workers by address: what each answers when it is examined. Everything that is submitted or supplied is kept to be looked at."""

    def __init__(self, workers: dict[str, dict[str, Any]]) -> None:
        self.workers = workers
        self.status = "running"
        self.tasks: list[Task] = []
        self.supplied: list[tuple[str, str]] = []
        self.examined: list[str] = []
        self._came = threading.Condition()

    def nthreads(self) -> dict[str, int]:
        return dict.fromkeys(self.workers, 1)

    def run(self, function: Any, *args: Any, workers: list[str], on_error: str = "raise") -> dict[str, bytes]:
        if function is cluster_worker.examine:
            self.examined += workers
            return {each: pack(self.workers[each]) for each in workers}
        assert function is cluster_worker.supply
        self.supplied += [(each, digest_of(args[0])) for each in workers]
        return {each: pack({"value": digest_of(args[0])}) for each in workers}

    def submit(self, function: Any, content: bytes, *, key: str, workers: list[str], resources: Any, pure: bool) -> Task:
        assert function is cluster_worker.obey and not pure
        with self._came:
            self.tasks.append(Task(content, workers, resources))
            self._came.notify_all()
        return self.tasks[-1]

    def task(self, number: int) -> Task:
        """The one of that number, once it has come."""
        with self._came:
            assert self._came.wait_for(lambda: len(self.tasks) > number, SECONDS_AT_MOST)
        return self.tasks[number]

    def cancel(self, futures: list[Task], **_: Any) -> None:
        for each in futures:
            each.status = "cancelled"

    def close(self, timeout: float) -> None:
        self.status = "closed"


def fit(**more: Any) -> dict[str, Any]:
    return {"versions": installation(), "threads": 2, "gpus": 0.0, "jail": "namespaces", "data": {}, "gpu": False} | more


GPU = fit(gpus=1.0, gpu=True)


@pytest.fixture
def course(minicourse: Path) -> Course:
    return load_course(minicourse)


@pytest.fixture
def joined(course: Course) -> Iterator[Callable[..., tuple[Cluster, Dask]]]:
    """A cluster over the stand-in, which nobody watches but the test."""
    made: list[Cluster] = []

    def make(workers: dict[str, dict[str, Any]], device: str = "cpu", tell: Callable[[Text], None] = lambda line: None) -> Any:
        dask = Dask(workers)
        setting = GradingSetting(str(course.root), b"seed", "en", device, ())
        terms = Terms.of(course, ["tiny_array", "tiny_model"], None, device != "cpu")
        archive = course_archive(course, ["tiny_array", "tiny_model"])
        made.append(Cluster(dask, "tcp://h:1", course, terms, setting, archive, tell))
        return made[-1], dask

    yield make
    for each in made:
        each.close()


def asked(cluster: Cluster, exercise: str = "tiny_array") -> Future[Any]:
    return cluster.executor().submit(suite_tests, cluster.setting, exercise)


# --- Who gets what --------------------------------------------------------------------------------------------------------------


def test_gpu_exercises_go_to_workers_that_have_one(joined: Callable[..., tuple[Cluster, Dask]], tmp_path: Path) -> None:
    """And one at a time, by Dask's own count of the resource; what needs none goes anywhere."""
    cluster, dask = joined({"tcp://a": fit(), "tcp://b": GPU, "tcp://c": fit(gpus=1.0)}, "cuda")
    cluster.find_workers()
    assert cluster.gpus == 1.0, "one that declares a GPU and has none is no GPU's worker"
    executor = cluster.executor()
    work = Submission("kim", "tiny_model", tmp_path / "x", content=Source("tiny_model.py", "x = 1"))
    executor.submit(judge_chunk, cluster.setting, "tiny_model", [work], None)
    executor.submit(transcribe, cluster.setting, "tiny_model", ["x = 1"])
    executor.submit(judge_chunk, cluster.setting, "tiny_array", [replace(work, exercise="tiny_array")], None)
    for torch in dask.tasks[:2]:
        assert (torch.workers, torch.resources) == (["tcp://b"], {"GPU": 1})
    assert (dask.tasks[2].workers, dask.tasks[2].resources) == (["tcp://a", "tcp://b", "tcp://c"], None)
    assert [each.order["device"] for each in dask.tasks] == ["cuda"] * 3


def test_without_gpus_nothing_asks_for_one(joined: Callable[..., tuple[Cluster, Dask]]) -> None:
    cluster, dask = joined({"tcp://a": fit(), "tcp://b": GPU})
    cluster.find_workers()
    asked(cluster, "tiny_model")
    assert (dask.tasks[0].workers, dask.tasks[0].resources) == (["tcp://a", "tcp://b"], None)


def test_as_many_at_a_time_as_there_are_threads(joined: Callable[..., tuple[Cluster, Dask]]) -> None:
    """Of fit workers, as they come and go; each is asked once."""
    told: list[Text] = []
    cluster, dask = joined({"tcp://a": fit(), "tcp://b": fit(threads=3), "tcp://c": fit(versions={})}, tell=told.append)
    cluster.find_workers()
    assert cluster.threads() == 5
    del dask.workers["tcp://a"]
    dask.workers["tcp://d"] = fit(threads=8)
    cluster._look()
    assert cluster.threads() == 11
    assert sorted(dask.examined) == ["tcp://a", "tcp://b", "tcp://c", "tcp://d"]
    assert [line.en.partition(" is")[0] for line in told] == ["the worker tcp://c"]


def test_a_worker_that_hangs_as_it_comes_holds_up_nobody(
    joined: Callable[..., tuple[Cluster, Dask]], monkeypatch: pytest.MonkeyPatch
) -> None:
    """The others are found meanwhile and those that go are noticed; in the end it is left out, and is heard no more."""
    told: list[Text] = []
    cluster, dask = joined({"tcp://a": fit()}, tell=told.append)
    monkeypatch.setattr(cluster_module, "_LOOK_SECONDS", 0.05)
    cluster.find_workers()
    woken = threading.Event()
    answering = dask.run

    def run(function: Any, *args: Any, workers: list[str], on_error: str = "raise") -> dict[str, bytes]:
        if workers == ["tcp://b"]:
            woken.wait(SECONDS_AT_MOST)
        return answering(function, *args, workers=workers, on_error=on_error)

    dask.run = run  # type: ignore[method-assign]
    dask.workers["tcp://b"] = fit(threads=8)
    cluster._look()
    del dask.workers["tcp://a"]
    dask.workers["tcp://c"] = fit(threads=3)
    cluster._look()
    assert cluster.threads() == 3 and told == []
    monkeypatch.setattr(cluster_module, "_ASK_SECONDS", 0.0)
    cluster._look()
    assert [line.en.partition(" (")[0] for line in told] == ["the worker tcp://b is left out: it does not answer"]
    woken.set()
    cluster._look()
    assert cluster.threads() == 3


def test_a_cluster_of_none_but_strangers(joined: Callable[..., tuple[Cluster, Dask]]) -> None:
    cluster, _ = joined({"tcp://a": fit(versions={}), "tcp://b": fit(versions={})})
    with pytest.raises(Refusal, match=r"no worker can grade: the worker tcp://a is left out: .* \(and 1 more\)"):
        cluster.find_workers()


def test_a_cluster_without_workers(joined: Callable[..., tuple[Cluster, Dask]], monkeypatch: pytest.MonkeyPatch) -> None:
    cluster, _ = joined({})
    monkeypatch.setattr(cluster_module, "_WORKER_SECONDS", 0.0)
    with pytest.raises(ClusterError, match="has no worker; start some there with 'dask worker tcp://h:1'"):
        cluster.find_workers()


@pytest.mark.parametrize(
    ("answer", "reason"),
    [
        (ModuleNotFoundError("No module named 'gradekit'"), "has no gradekit, or another one"),
        (Exception("AttributeError(\"module has no attribute 'examine'\")"), "has no gradekit, or another one"),
        (OSError("\x1b[2Jtimed out"), "does not answer (OSError: \\x1b[2Jtimed out)"),
        (None, "does not answer"),
        (pack(fit(versions=installation() | {"numpy": "0.1", "torch": "0.2"})), "has numpy 0.1, torch 0.2 where this machine has numpy"),
        (
            pack(fit(versions=installation() | {"gradekit's files": "0123456789ab"})),
            "has gradekit's files 0123456789ab where",
        ),
        (pack({"versions": installation(), "fault": "CannotJail", "text": "no walls"}), "no walls"),
    ],
)
def test_who_is_left_out(answer: object, reason: str, course: Course) -> None:
    terms = Terms.of(course, ["tiny_array"], None, False)
    found = judge_answer(terms, "tcp://a", answer)
    assert isinstance(found, LeftOut) and reason in found.line.en and "tcp://a" in found.line.ko


@pytest.mark.parametrize(("there", "member"), [({}, True), ({"mnist": True}, False), ({"fashion": True}, True)])
def test_other_data_than_here(there: dict[str, bool], member: bool) -> None:
    """A worker that would judge on another data set than this machine gives other scores."""
    terms = Terms(installation(), {"cnn": "digits"}, {"cnn": ("mnist",)}, None, False)
    found = judge_answer(terms, "tcp://a", pack(fit(data=there)))
    assert isinstance(found, Member) is member
    assert member or (isinstance(found, LeftOut) and "on mnist and this machine on digits" in found.reason.en)


# --- What comes back ------------------------------------------------------------------------------------------------------------


def test_a_worker_gets_what_it_lacks(joined: Callable[..., tuple[Cluster, Dask]], tmp_path: Path, course: Course) -> None:
    """Once, and the order comes to the same one again; a worker that forgot it since gets it again."""
    cluster, dask = joined({"tcp://a": fit(), "tcp://b": fit()})
    cluster.find_workers()
    bank = tmp_path / "bank"
    bank.write_bytes(b"a bank")
    work = Submission("kim", "tiny_array", tmp_path / "x", content=Source("tiny_array.py", "x = 1"))
    future = cluster.executor().submit(judge_chunk, cluster.setting, "tiny_array", [work], str(bank))
    first = dask.task(0)
    archive = digest_of(course_archive(course, ["tiny_array", "tiny_model"]))
    assert (first.order["course"], first.order["bank"]) == (archive, digest_of(b"a bank"))
    assert submission_from(first.order["submissions"][0]) == work
    first.answer(lacks=[first.order["course"], first.order["bank"]])
    second = dask.task(1)
    assert second.workers == ["tcp://a"]
    assert dask.supplied == [("tcp://a", archive), ("tcp://a", digest_of(b"a bank"))]
    second.answer(value=[])
    assert future.result(SECONDS_AT_MOST) == []
    again = asked(cluster)
    dask.task(2).answer(lacks=[archive])
    dask.task(3).answer(lacks=[archive])  # nothing was sent again yet: it might have been under way
    dask.task(4).answer(value=(("t", 1.0),))
    assert again.result(SECONDS_AT_MOST) == (("t", 1.0),)
    assert dask.supplied[2:] == [("tcp://a", archive)]


def test_a_late_answer_is_dropped(joined: Callable[..., tuple[Cluster, Dask]]) -> None:
    """A worker that was thought lost answers too: what came first counts."""
    cluster, dask = joined({"tcp://a": fit()})
    cluster.find_workers()
    future = asked(cluster)
    dask.workers = {"tcp://b": fit()}
    cluster._look()
    cluster._mend()
    lost, sent_anew = dask.task(0), dask.task(1)
    assert (lost.status, sent_anew.workers) == ("cancelled", ["tcp://b"])
    sent_anew.answer(value=(("t", 1.0),))
    assert future.result(SECONDS_AT_MOST) == (("t", 1.0),)
    lost.answer(value=(("t", 2.0),))
    cluster._mend()
    assert future.result() == (("t", 1.0),) and len(dask.tasks) == 2


def test_an_answer_that_was_lost_on_its_way(joined: Callable[..., tuple[Cluster, Dask]]) -> None:
    """It is asked for again, and so is what somebody else cancelled; not for ever."""
    cluster, dask = joined({"tcp://a": fit()})
    cluster.find_workers()
    future = asked(cluster)
    dask.task(0).end("finished", OSError("who had it is gone"))
    dask.task(1).end("cancelled")
    for number in range(2, cluster_module._ANEW + 1):
        dask.task(number).end("lost")
    with pytest.raises(BrokenProcessPool):
        future.result(SECONDS_AT_MOST)


def test_no_worker_left(joined: Callable[..., tuple[Cluster, Dask]], monkeypatch: pytest.MonkeyPatch) -> None:
    """For a while it waits for others; then the grading ends, and nothing more can be sent."""
    cluster, dask = joined({"tcp://a": fit()})
    cluster.find_workers()
    future = asked(cluster)
    dask.workers = {}
    cluster._look()
    cluster._mend()
    assert not future.done()
    monkeypatch.setattr(cluster_module, "_ALONE_SECONDS", -1.0)
    cluster._mend()
    with pytest.raises(ClusterError, match=r"no worker is left that can grade; .*--resume"):
        future.result(SECONDS_AT_MOST)
    with pytest.raises(ClusterError):
        asked(cluster)


def test_a_scheduler_that_is_gone(joined: Callable[..., tuple[Cluster, Dask]]) -> None:
    """Dask cancels every future then; each ends with the one reason."""
    cluster, dask = joined({"tcp://a": fit()})
    cluster.find_workers()
    futures = [asked(cluster), asked(cluster)]
    dask.status = "connecting"
    dask.task(0).end("cancelled")
    for each in futures:
        with pytest.raises(ClusterError, match=r"its scheduler has gone; .*--resume"):
            each.result(SECONDS_AT_MOST)


def test_nobody_waits_any_more(joined: Callable[..., tuple[Cluster, Dask]]) -> None:
    cluster, dask = joined({"tcp://a": fit()})
    cluster.find_workers()
    future = asked(cluster)
    cluster.executor().shutdown(wait=False, cancel_futures=True)
    assert future.cancelled() and dask.task(0).status == "cancelled"


def test_what_is_no_task_is_not_sent(joined: Callable[..., tuple[Cluster, Dask]]) -> None:
    """An executor for the engine's tasks is no way to run anything else on the machines."""
    cluster, dask = joined({"tcp://a": fit()})
    cluster.find_workers()
    with pytest.raises(TypeError, match="no task of the engine's"):
        cluster.executor().submit(eval, "1 + 1")
    cluster.executor().submit(nothing)
    assert [each.order["what"] for each in dask.tasks] == ["nothing"]


@pytest.mark.parametrize(
    ("reply", "kind", "words"),
    [
        ({"fault": "dead", "text": "a judge"}, BrokenProcessPool, "a judge"),
        ({"fault": "machine", "number": 28, "reason": "No space left on device", "text": ""}, OSError, "No space.*'the disk on tcp://a'"),
        ({"fault": "CourseError", "text": "the suite"}, CourseError, "the suite"),
        ({"fault": "UnknownExercise", "text": "no such"}, UsageError, "no such"),
        ({"fault": "ValueError", "text": "no UTF-8"}, ValueError, "no UTF-8"),
        ({"fault": "other", "text": "KeyError: 'x'"}, GradekitError, "KeyError: 'x'"),
    ],
)
def test_a_fault_there_is_one_here(reply: dict[str, Any], kind: type[Exception], words: str) -> None:
    with pytest.raises(kind, match=words):
        raise fault_of(reply, "tcp://a")


def test_a_chunk_that_kills_several_workers() -> None:
    """The engine knows it as the end of a judge's process, and tries each of its submissions alone."""
    from distributed import KilledWorker

    assert isinstance(death(KilledWorker("task", None, 4)), BrokenProcessPool)
    assert type(death(KeyError("x"))) is GradekitError


# --- What travels ---------------------------------------------------------------------------------------------------------------

names = st.text(st.characters(exclude_categories=["Cs"]), max_size=20)
messages = st.builds(Text, names, names)
contents = st.one_of(
    st.builds(Source, names, names, st.lists(st.builds(Cell, st.integers(1, 9), st.integers(1, 9), st.integers(1, 9))).map(tuple)),
    st.builds(Refused, messages),
    st.builds(Missing, messages),
)
values = st.one_of(st.booleans(), st.integers(-(2**60), 2**60), st.floats(allow_nan=False), names, st.tuples(names, names))
alone = st.builds(
    Submission,
    names,
    names,
    st.binary(min_size=1, max_size=9).filter(lambda raw: b"\0" not in raw).map(lambda raw: Path(raw.decode("utf-8", "surrogateescape"))),
    st.sampled_from(Kind),
    names,
    st.just(()),
    names,
    st.lists(st.tuples(names, values), max_size=2).map(tuple),
    contents,
)


@given(alone, st.lists(alone, max_size=2))
def test_a_submission_travels_whole(submission: Submission, earlier: list[Submission]) -> None:
    whole = replace(submission, earlier=tuple(earlier))
    assert submission_from(unpack(pack(plain_submission(whole)))) == whole
    assert by_value(whole) == whole, "what has its content is not read again"


@given(st.builds(TestOutcome, names, st.just(1.0), st.floats(1, 9), st.sampled_from(Verdict), names, names))
def test_an_outcome_travels_whole(outcome: TestOutcome) -> None:
    assert outcome_from(unpack(pack(plain_outcome(outcome)))) == outcome


def test_the_archive_of_a_course(course: Course, tmp_path: Path) -> None:
    """Only what is graded, the same bytes each time, and a sound course where it is unpacked."""
    (tmp_path / "course").mkdir()
    archive = course_archive(course, ["tiny_array"])
    assert archive == course_archive(load_course(course.root), ["tiny_array"])
    unpack_files(archive, tmp_path)
    found = load_course(tmp_path / "course")
    assert [each.name for each in found.exercises] == ["tiny_array"]
    assert found.exercise("tiny_array").suite.read_bytes() == course.exercise("tiny_array").suite.read_bytes()
    assert [each.id for each in found.exercise("tiny_array").misconceptions()]
    assert not list(tmp_path.rglob("tiny_model")) and not list(tmp_path.rglob("__pycache__"))


@pytest.mark.parametrize("name", ["../x", "course/../../x", "/x", "other/x", ""])
def test_an_archive_stays_in_its_folder(name: str, tmp_path: Path) -> None:
    import zlib

    with pytest.raises(ValueError, match="no archive of a course does"):
        unpack_files(zlib.compress(pack([(name, b"x")])), tmp_path / "in")
    with pytest.raises(ValueError, match="no archive"):
        unpack_files(b"noise", tmp_path / "in")
    assert not list(tmp_path.rglob("x"))
