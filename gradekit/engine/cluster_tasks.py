"""The engine's tasks as orders to a cluster: what goes out and comes back as plain data."""

from __future__ import annotations

import json
from collections.abc import Callable, Sequence
from concurrent.futures import Executor, Future
from concurrent.futures.process import BrokenProcessPool
from pathlib import Path
from typing import Any, Protocol

from gradekit import errors
from gradekit.course.models import Course
from gradekit.engine.banks import transcript_from
from gradekit.engine.setting import GradingSetting, device_for
from gradekit.engine.tasks import MADE_WHERE_NEEDED, judge_chunk, nothing, suite_tests, transcribe
from gradekit.engine.wire import outcome_from, plain_submission
from gradekit.errors import GradekitError, UsageError
from gradekit.intake import Submission, by_value
from gradekit.results import Result

__all__ = ["ClusterExecutor", "Orders", "death", "fault_of"]


class Orders(Protocol):
    """Where orders go."""

    def send(self, what: str, content: dict[str, Any], gpu: bool, read: Callable[[Any], Any]) -> Future[Any]: ...

    def hold(self, content: bytes) -> str: ...

    def cancel(self) -> None: ...


class ClusterExecutor(Executor):
    """Does the engine's own tasks, and nothing else, somewhere on a cluster."""

    def __init__(self, course: Course, orders: Orders) -> None:
        self._course = course
        self._orders = orders

    def submit(self, function: Callable[..., Any], /, *args: Any, **kwargs: Any) -> Future[Any]:
        """Raises ClusterError, and TypeError for what is no task of the engine's."""
        if function is judge_chunk:
            return self._judge(*args)
        if function is transcribe:
            return self._transcribe(*args, **kwargs)
        if function is suite_tests:
            setting, name = args
            return self._send("tests", setting, name, {}, lambda value: value)
        if function is nothing:
            return self._orders.send("nothing", {}, False, lambda value: value)
        raise TypeError(f"{function!r} is no task of the engine's")

    def shutdown(self, wait: bool = True, *, cancel_futures: bool = False) -> None:
        if cancel_futures:
            self._orders.cancel()

    def _judge(self, setting: GradingSetting, name: str, submissions: Sequence[Submission], bank: str | None) -> Future[Any]:
        content = {
            "submissions": [plain_submission(by_value(each)) for each in submissions],
            "bank": self._orders.hold(Path(bank).read_bytes()) if bank else "",
            "made": MADE_WHERE_NEEDED if bank == MADE_WHERE_NEEDED else None,
        }
        return self._send("judge", setting, name, content, lambda rows: [Result.from_json(json.loads(each)) for each in rows])

    def _transcribe(self, setting: GradingSetting, name: str, sources: Sequence[str], quick: bool = True) -> Future[Any]:
        def read(value: Any) -> Any:
            return [(tuple(map(outcome_from, outcomes)), transcript_from(lines)) for outcomes, lines in value]

        return self._send("transcribe", setting, name, {"sources": list(sources), "quick": quick}, read)

    def _send(self, what: str, setting: GradingSetting, name: str, content: dict[str, Any], read: Callable[[Any], Any]) -> Future[Any]:
        gpu = device_for(self._course.exercise(name), setting.device) == "cuda"
        return self._orders.send(what, content | {"exercise": name}, gpu, read)


def fault_of(reply: dict[str, Any], worker: str) -> Exception:
    """A site's fault as the exception that the engine knows it by."""
    kind, text = reply["fault"], reply["text"]
    if kind == "dead":
        return BrokenProcessPool(text)
    if kind == "machine":
        return OSError(reply["number"], reply["reason"], f"{text or 'the disk'} on {worker}")
    if kind == "ValueError":
        return ValueError(text)
    known = getattr(errors, kind, GradekitError)
    fault: Exception = known(text) if known is not errors.UnknownExercise else UsageError(text)
    return fault


def death(fault: BaseException) -> BaseException:
    """What Dask says of a task of its own that failed, as the exception that the engine knows it by."""
    from distributed import KilledWorker

    if isinstance(fault, KilledWorker):
        return BrokenProcessPool("several workers of the cluster ended while they were at it")
    return GradekitError(f"{type(fault).__name__}: {fault}")
