"""The submission as a suite sees it: names to call, values to read, objects to hold by a handle.

Everything a suite gets back is plain data made by the judge from bytes, or a Handle, which is a number. Nothing of the submission's
own ever exists in this process.
"""

from __future__ import annotations

import sys
import time
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from typing import Any, Final

import numpy as np

from gradekit.errors import ProtocolError
from gradekit.judge.received import BIT_GENERATORS, at_import, ending, generator, no_answer, pairs_of_text
from gradekit.judge.transcript import Call, summarise
from gradekit.sandbox.answers import (
    BadAnswer,
    CallEnded,
    CallTimeout,
    NameMissing,
    Observation,
    OutOfMemory,
    OutputLimit,
    SubmissionError,
    WorkerCrashed,
)
from gradekit.sandbox.endings import timed_out
from gradekit.sandbox.inside.codec import NAME_LIMIT, Decoder, Encoder, Unsendable, WireError, pack
from gradekit.sandbox.limits import Limits
from gradekit.sandbox.workers import Output, Worker
from gradekit.text import Text

__all__ = ["Handle", "RemoteFunction", "RemoteModule", "SubmissionRun"]

_CALLBACK_LIMIT: Final = 20_000
_OVERRUNS: Final = 2  # in a row that a function may meet a limit at its full time
_HURRY: Final = 50  # by what a call's time is divided after that: right answers mostly take a thousandth of it
_LEAST_SECONDS: Final = 0.1


@dataclass(slots=True)
class SubmissionRun:
    """One submission's life, in as many workers as it needs.

    start: makes a worker; refused: dotted names that the exercise refuses. The workers share the limits on time; a worker that ended is
    followed by a fresh one, unless the submission already ends while it is imported, which would only happen again.

    seconds: what counts towards the time of the whole submission. What a function wastes in an endless loop does not, up to as much again:
    it is not the other functions' time. overruns: function → how often it met a limit since it last answered.
    """

    name: str
    source: str
    limits: Limits
    device: str
    start: Callable[[Limits, Output], Worker]
    output: Output
    refused: tuple[str, ...] = ()
    transcript: list[Call] = field(default_factory=list)
    test: str = ""
    forbidden: Any = None
    place: str = ""
    generation: int = 0
    calls_in_test: int = 0
    seconds: float = 0.0
    wasted: float = 0.0
    overruns: dict[str, int] = field(default_factory=dict)
    _worker: Worker | None = None
    _waiting: Worker | None = None
    _stillborn: CallEnded | None = None

    def begin(self, test: str, forbidden: Any = None) -> None:
        """From here on, calls belong to that test. forbidden: the test's own generator, never to be handed over."""
        self.test, self.forbidden, self.calls_in_test = test, forbidden, 0

    def close(self) -> None:
        for worker in (self._worker, self._waiting):
            if worker is not None:
                worker.close()
        self._worker = self._waiting = None

    def start_early(self) -> None:
        """Make the first worker now, without waiting for it."""
        self._waiting = self.start(self.limits, self.output)

    def import_now(self) -> None:
        """Import the submission. Raises CallEnded where that fails."""
        self._living()

    def note_end(self, shown: str, fault: CallEnded | None) -> None:
        """Count what cost a call's whole time, memory or output, in a row; the end of the submission's time is no call's own."""
        if not isinstance(fault, CallTimeout | OutOfMemory | OutputLimit):
            self.overruns.pop(shown, None)
        elif self.seconds < self.limits.total_seconds:
            self.overruns[shown] = self.overruns.get(shown, 0) + 1

    def seconds_for(self, name: str) -> float:
        """What a call of the function may take: less where it met limits again and again, for a class must not wait for one loop in every
        test; but a function that loops for one argument may be right for the next.
        """
        seconds = self.limits.seconds_for(name)
        if self.overruns.get(name, 0) < _OVERRUNS:
            return seconds
        return min(seconds, max(_LEAST_SECONDS, seconds / _HURRY))

    def request(
        self, message: list[Any], buffers: list[Any], callbacks: list[Callable[..., Any]] | None = None, name: str = ""
    ) -> tuple[Any, Decoder]:
        """Send one request and give its answer's structure, and a decoder for it. Raises CallEnded and SandboxError.

        name: the function called, where it has a limit on time of its own.
        """
        worker = self._living()
        seconds = self.seconds_for(name)
        try:
            return self._ask(worker, pack(message, buffers), callbacks or [], seconds)
        except CallTimeout as fault:
            if seconds == self.limits.seconds_for(name) or self.seconds >= self.limits.total_seconds:
                raise
            why = Text(
                f"{fault.text.en} (It had less time than usual, for it met its limits {_OVERRUNS} times in a row before.)",
                f"{fault.text.ko} (바로 앞에서 {_OVERRUNS}번 잇달아 제한에 걸려 시간을 평소보다 짧게 주었습니다.)",
            )
            raise CallTimeout(why, fault.line) from None

    def _living(self) -> Worker:
        if self._stillborn is not None:
            raise self._stillborn
        if self._worker is None or not self._worker.alive:
            if self.seconds >= self.limits.total_seconds:
                raise self._overdue()
            self._worker, self._waiting = self._waiting or self.start(self.limits, self.output), None
            self.generation += 1
            self._worker.wait_ready()
            encoder = Encoder(_nothing_else)
            parts = pack(["load", self.name, self.device, list(self.refused), encoder.encode(self.source.encode())], encoder.buffers)
            try:
                structure, _ = self._ask(self._worker, parts, [], self.limits.call_seconds)
                if structure[0] != "value":
                    raise _ending(structure, self.limits.memory_bytes)
            except CallEnded as fault:
                # A submission that cannot be imported fails every test the same way, and costs its time once.
                self._stillborn = at_import(fault)
                self._worker.close()
                raise self._stillborn from None
        return self._worker

    def _ask(self, worker: Worker, parts: list[Any], callbacks: list[Callable[..., Any]], seconds: float) -> tuple[Any, Decoder]:
        remaining = self.limits.total_seconds - self.seconds
        if remaining <= 0:
            raise self._overdue()
        allowed = min(seconds, remaining)
        began = time.monotonic()
        called_back = 0
        try:
            while True:
                # Each call back takes of the same time, however quickly it comes.
                left = allowed - (time.monotonic() - began)
                if left <= 0:
                    raise timed_out(allowed)
                structure, body = worker.exchange(parts, left)
                if not isinstance(structure, list) or not structure or not isinstance(structure[0], str):
                    raise WireError("an answer without a kind")
                decoder = Decoder(body, self._foreign)
                if structure[0] != "callback":
                    return structure, decoder
                called_back += 1
                if called_back > _CALLBACK_LIMIT:
                    raise WireError(f"more than {_CALLBACK_LIMIT} calls back")
                parts = self._call_back(structure, decoder, callbacks)
        except (WireError, ProtocolError):
            worker.close()
            raise no_answer() from None
        except CallTimeout as fault:
            worker.close()
            if time.monotonic() - began < 0.999 * allowed:
                raise  # by its processor time
            if allowed < seconds:
                raise self._overdue() from None
            wasted = min(allowed, self.limits.total_seconds - self.wasted)
            self.wasted += wasted
            self.seconds -= wasted
            # In the limit's own round figure, whatever was left of it after calls back: the same words every time.
            raise timed_out(allowed, fault.line) from None
        except BaseException:
            worker.close()  # in the middle of a call, so its next answer would be taken for another call's
            raise
        finally:
            self.seconds += time.monotonic() - began

    def _overdue(self) -> CallTimeout:
        return CallTimeout(
            Text(
                f"the {self.limits.total_seconds:g} s for the whole submission are used up",
                f"제출물 전체에 주어진 {self.limits.total_seconds:g}초를 모두 사용했습니다",
            )
        )

    def _call_back(self, structure: list[Any], decoder: Decoder, callbacks: list[Callable[..., Any]]) -> list[Any]:
        if len(structure) != 4 or type(structure[1]) is not int or not 0 <= structure[1] < len(callbacks):
            raise WireError("a call back to nothing")
        args, kwargs = decoder.decode(structure[2]), decoder.decode(structure[3])
        if not isinstance(args, list) or not isinstance(kwargs, dict) or not all(isinstance(key, str) for key in kwargs):
            raise WireError("a call back without arguments")
        encoder = Encoder(_nothing_else)
        try:
            return pack(["value", encoder.encode(callbacks[structure[1]](*args, **kwargs))], encoder.buffers)
        except Exception as fault:
            return pack(["raised", f"{type(fault).__name__} in the function that was handed over"], [])

    def _foreign(self, tag: str, parts: list[Any]) -> Any:
        """What only the judge can make of an answer: handles, and a generator from its state."""
        if tag == "h" and len(parts) == 3 and type(parts[0]) is int and isinstance(parts[1], str) and isinstance(parts[2], bool):
            return Handle(self, parts[0], parts[1][:NAME_LIMIT], parts[2])
        if tag == "g" and len(parts) == 2 and parts[0] in BIT_GENERATORS:
            return generator(parts[0], parts[1])
        raise WireError("a node that only the judge may send")


class _Sender:
    """Encodes arguments: handles and the submission's own functions by number and name, the suite's functions as callbacks."""

    def __init__(self, run: SubmissionRun) -> None:
        self._run = run
        self.callbacks: list[Callable[..., Any]] = []
        self.encoder = Encoder(self._other)

    def _other(self, value: Any, encoder: Encoder) -> list[Any]:
        if isinstance(value, Handle):
            return value._node()
        if isinstance(value, RemoteFunction):
            return value._node()
        name = _importable(value)
        if name is not None:
            return ["n", name]
        if callable(value):
            self.callbacks.append(value)
            return ["k", len(self.callbacks) - 1]
        raise Unsendable(f"a suite cannot hand over a {type(value).__name__}")


def _nothing_else(value: Any, encoder: Encoder) -> list[Any]:
    raise Unsendable(f"a {type(value).__name__} cannot cross here")


def _importable(value: Any) -> str | None:
    """The dotted name by which a worker can import the same thing, for NumPy's, the standard library's and PyTorch's own."""
    if isinstance(value, np.ufunc):
        name = str(value.__name__)
        return f"numpy.{name}" if getattr(np, name, None) is value else None
    torch = sys.modules.get("torch")
    if torch is not None and isinstance(value, torch.dtype):
        return str(value)
    module, own = getattr(value, "__module__", None), getattr(value, "__name__", None)
    if not isinstance(module, str) or not isinstance(own, str) or not callable(value):
        return None
    root = module.partition(".")[0]
    if root in ("numpy", "math", "torch", "builtins", "operator") and getattr(sys.modules.get(module), own, None) is value:
        return f"{module}.{own}"
    return None


def _holds(value: Any, wanted: Any) -> bool:
    if isinstance(value, dict):
        return any(_holds(each, wanted) for each in value.values())
    if isinstance(value, list | tuple):
        return any(_holds(each, wanted) for each in value)
    return value is wanted


def _call(
    run: SubmissionRun,
    target: Callable[[], list[Any]],
    shown: str,
    place: str,
    args: tuple[Any, ...],
    kwargs: dict[str, Any],
    observing: bool,
) -> Any:
    """One call into the submission. shown: the target as a student knows it; place: as the transcript does, whatever classes are called."""
    if run.forbidden is not None and _holds((args, kwargs), run.forbidden):
        raise TypeError(
            "a suite must not hand over 'rng' itself, or its later draws could be foretold: hand over np.random.default_rng(seed)"
        )
    run.calls_in_test += 1
    call = Call(run.test, place, summarise((args, kwargs)))
    run.transcript.append(call)
    try:
        # The worker first: a handle is good for the worker it came from only.
        run._living()
    except CallEnded as fault:
        call.answer = summarise(fault)
        raise
    try:
        sender = _Sender(run)
        run.place = f"{place}()"
        message = ["call", target(), sender.encoder.encode(list(args)), sender.encoder.encode(kwargs), observing]
        structure, decoder = run.request(message, sender.encoder.buffers, sender.callbacks, shown)
        answer = _received(run, structure, decoder, shown)
    except CallEnded as fault:
        call.answer = summarise(fault)
        run.note_end(shown, fault)
        raise
    run.note_end(shown, None)
    call.answer = summarise(answer)
    return answer


def _ending(structure: list[Any], memory_bytes: int | None) -> CallEnded:
    """What an answer of no value stands for; one that stands for nothing is no answer."""
    try:
        return ending(structure, memory_bytes)
    except WireError:
        return no_answer()


def _received(run: SubmissionRun, structure: list[Any], decoder: Decoder, shown: str) -> Any:
    """The value in an answer, or the exception it stands for."""
    try:
        if structure[0] == "value" and len(structure) == 2:
            value = decoder.decode(structure[1])
            decoder.finish()
            return value
        if structure[0] == "observed" and len(structure) == 5:
            value, args, kwargs, warnings = (decoder.decode(node) for node in structure[1:])
            decoder.finish()
            if isinstance(args, list) and isinstance(kwargs, dict) and pairs_of_text(warnings):
                return Observation(value, tuple(args), kwargs, tuple((each[0], each[1]) for each in warnings))
        if structure[0] == "missing":
            raise NameMissing(
                Text(f"{shown} is not defined in your file", f"제출한 파일에 {shown} 정의가 없습니다"),
            )
        if structure[0] == "memory":
            run.close()  # what it still holds would be taken from the next test
        raise ending(structure, run.limits.memory_bytes)
    except (WireError, RecursionError, MemoryError):
        run.close()
        raise no_answer() from None


class RemoteFunction:
    """Something callable in the worker, by name or at a handle."""

    is_remote = True

    def __init__(self, run: SubmissionRun, base: Handle | None, name: str, shown: str) -> None:
        self._run, self._base, self._name, self._shown = run, base, name, shown
        self._place = name if base is None else f"{base._place}.{name}"
        self.__name__ = name

    def __call__(self, *args: Any, **kwargs: Any) -> Any:
        return _call(self._run, self._target, self._shown, self._place, args, kwargs, False)

    def observe(self, *args: Any, **kwargs: Any) -> Observation:
        """Call and look at the arguments and warnings afterwards."""
        seen = _call(self._run, self._target, self._shown, self._place, args, kwargs, True)
        if not isinstance(seen, Observation):
            raise BadAnswer(Text("its answer to a closer look is none", "자세히 확인하려 했으나 답이 올바르지 않습니다"))
        return seen

    def beside(self, thing: Any) -> RemoteImport:
        """thing, which a worker can import by its name too, to be called in the worker in which this function runs."""
        name = _importable(thing)
        if name is None:
            raise Unsendable(f"{thing!r} is nothing that a worker can import by name")
        return RemoteImport(self._run, name)

    def _target(self) -> list[Any]:
        return [None if self._base is None else self._base._node(), [self._name]]

    def _node(self) -> list[Any]:
        if self._base is None:
            return ["m", self._name]
        raise Unsendable(f"{self._shown} cannot be handed over: hand over the object itself")


class RemoteMethod(RemoteFunction):
    """Something callable of an object's own, which may have attributes too: a layer of a model, say."""

    def __getattr__(self, name: str) -> Any:
        if name.startswith("_"):
            raise AttributeError(name)
        return Handle(self._run, self._object(), self._shown, True)._get(name)

    def _object(self) -> int:
        assert self._base is not None
        structure, decoder = self._run.request(["get", [self._base._node(), [self._name]]], [])
        value = _received(self._run, structure, decoder, self._shown)
        if not isinstance(value, Handle):
            raise BadAnswer(Text(f"{self._shown} is another thing each time", f"{self._shown}이(가) 볼 때마다 다릅니다"))
        return value._number


class RemoteImport(RemoteFunction):
    """Something of the worker's own libraries, by name: a class of PyTorch's, say, that the suite makes an object of there."""

    def __init__(self, run: SubmissionRun, name: str) -> None:
        super().__init__(run, None, name, name)

    def _target(self) -> list[Any]:
        return [["n", self._name], []]

    def _node(self) -> list[Any]:
        return ["n", self._name]


class Handle:
    """An object that lives in the worker. It can be called, asked for attributes and items, and passed back."""

    is_remote = True

    def __init__(self, run: SubmissionRun, number: int, type_name: str, is_callable: bool) -> None:
        self._run, self._number, self.type_name, self._callable = run, number, type_name, is_callable
        self._generation = run.generation
        self._place = run.place  # where it came from: "build_model()", say

    def __call__(self, *args: Any, **kwargs: Any) -> Any:
        return _call(self._run, self._target, self.type_name, self._place, args, kwargs, False)

    def observe(self, *args: Any, **kwargs: Any) -> Any:
        """Call and look at the arguments and warnings afterwards."""
        return _call(self._run, self._target, self.type_name, self._place, args, kwargs, True)

    def __deepcopy__(self, memo: dict[int, Any]) -> Handle:
        return self  # the object itself is elsewhere, and there is one

    def __array__(self, *args: Any, **kwargs: Any) -> Any:
        # It has a length and items, so NumPy would take it for a sequence, and ask the worker for one item after another.
        raise TypeError(f"a {self.type_name} is no array")

    def __getattr__(self, name: str) -> Any:
        if name.startswith("_"):
            raise AttributeError(name)
        return self._get(name)

    def __getitem__(self, key: Any) -> Any:
        return RemoteFunction(self._run, self, "__getitem__", f"{self.type_name}[…]")(key)

    def __len__(self) -> int:
        try:
            size = RemoteFunction(self._run, self, "__len__", f"len({self.type_name})")()
        except SubmissionError as fault:
            # As Python has it, for list() asks every iterable for its length and takes this for an answer.
            raise TypeError(f"{self.type_name} has no length: {fault}") from None
        if type(size) is not int or size < 0:
            raise BadAnswer(Text("its length is no number", "길이가 숫자가 아닙니다"))
        return size

    def __iter__(self) -> Iterator[Any]:
        items = RemoteFunction(self._run, self, "__iter__", f"iter({self.type_name})")()
        if not isinstance(items, list):
            raise BadAnswer(Text(f"a {self.type_name} cannot be gone through here", f"{self.type_name} 객체는 순회할 수 없습니다"))
        return iter(items)

    def _get(self, name: str) -> Any:
        shown, place = f"{self.type_name}.{name}", f"{self._place}.{name}"
        self._run.calls_in_test += 1
        self._run._living()
        self._run.place = place
        structure, decoder = self._run.request(["get", [self._node(), [name]]], [])
        value = _received(self._run, structure, decoder, shown)
        if isinstance(value, Handle) and value._callable:
            return RemoteMethod(self._run, self, name, shown)
        # What is only read tells of a mistake too: the mode a model was left in, say.
        self._run.transcript.append(Call(self._run.test, place, summarise(()), summarise(value)))
        return value

    def _target(self) -> list[Any]:
        return [self._node(), []]

    def _node(self) -> list[Any]:
        if self._generation != self._run.generation:
            raise WorkerCrashed(
                Text(f"the {self.type_name} was lost when its process ended", f"프로세스가 종료되어 {self.type_name} 객체가 사라졌습니다")
            )
        return ["h", self._number, "", False]


class RemoteModule:
    """The student's module, by name."""

    def __init__(self, run: SubmissionRun, functions: frozenset[str]) -> None:
        self._run = run
        self._functions = functions

    def __getattr__(self, name: str) -> Any:
        if name.startswith("__"):
            raise AttributeError(name)
        if name in self._functions:
            return RemoteFunction(self._run, None, name, name)
        self._run.calls_in_test += 1
        call = Call(self._run.test, name, summarise(()))
        self._run.transcript.append(call)
        self._run.place = name
        try:
            structure, decoder = self._run.request(["get", [None, [name]]], [])
            value = _received(self._run, structure, decoder, name)
        except CallEnded as fault:
            call.answer = summarise(fault)
            raise
        if isinstance(value, Handle) and value._callable:
            value = RemoteFunction(self._run, None, name, name)
        call.answer = summarise(value)
        return value
