"""Whatever a worker sends, the judge's process raises nothing but the protocol's own errors, soon, and in bounded memory.

The targets are those of scripts/fuzz.py, which runs them under a coverage-guided fuzzer; what that found is an example here.
"""

import importlib.util
import itertools
import math
import os
import random
import socket
import struct
import subprocess
import sys
import time
import tracemalloc
from collections.abc import Callable, Iterator
from pathlib import Path
from types import ModuleType
from typing import Any

import msgpack
import numpy as np
import pytest
import torch
from hypothesis import HealthCheck, example, given, settings
from hypothesis import strategies as st
from hypothesis.extra import numpy as npst

from gradekit.errors import ProtocolError
from gradekit.judge import received
from gradekit.judge.compare import Mismatch, numbers
from gradekit.judge.remote import Handle, RemoteModule, SubmissionRun
from gradekit.sandbox.answers import (
    BadAnswer,
    CallEnded,
    CallTimeout,
    NameMissing,
    OutOfMemory,
    OutputLimit,
    SubmissionError,
    WorkerCrashed,
)
from gradekit.sandbox.inside import codec
from gradekit.sandbox.inside.codec import ANSWER_LIMIT, HEADER_LIMIT, Encoder, WireError, frame_lengths, unpack
from gradekit.sandbox.limits import Limits
from gradekit.sandbox.workers import Frame, JailedWorker, Output, Worker, WorkerGone
from gradekit.text import Text


def _script() -> ModuleType:
    spec = importlib.util.spec_from_file_location("fuzz_script", Path(__file__).parent.parent / "scripts" / "fuzz.py")
    assert spec is not None and spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


fuzz = _script()
FIXED = settings(derandomize=True, deadline=None, database=None, suppress_health_check=[HealthCheck.too_slow, HealthCheck.data_too_large])


def bounded(examples: int) -> settings:
    return settings(FIXED, max_examples=examples)


# --- What may be sent ----------------------------------------------------------------------------------------------------------

KINDS = ["?", "i1", "i2", "i4", "i8", "u1", "u2", "u4", "u8", "f2", "f4", "f8", "c8", "c16"]
TENSORS = [getattr(torch, name) for name in codec._TENSOR_DTYPES]
ARRAYS = st.sampled_from(KINDS).flatmap(lambda kind: npst.arrays(kind, npst.array_shapes(min_dims=0, max_dims=4, min_side=0, max_side=3)))
SCALARS = st.sampled_from(KINDS).flatmap(lambda kind: npst.arrays(kind, 1)).map(lambda array: array[0])
GENERATORS = st.builds(
    lambda name, seed: np.random.Generator(getattr(np.random, name)(seed)), st.sampled_from(received.BIT_GENERATORS), st.integers(0, 9)
)
MADE_TENSORS = st.builds(
    lambda array, kind: torch.tensor(np.nan_to_num(array, posinf=1, neginf=0).clip(0, 100)).to(kind),
    npst.arrays("f4", npst.array_shapes(min_dims=0, min_side=0, max_side=3)),
    st.sampled_from(TENSORS),
)
LEAVES = st.one_of(
    *(st.none(), st.booleans(), st.integers(-(2**200), 2**200), st.floats(), st.complex_numbers(), st.text(max_size=8)),
    *(st.binary(max_size=40), ARRAYS, ARRAYS.map(np.transpose), SCALARS, MADE_TENSORS, GENERATORS),
)
KEYS = st.one_of(
    st.none(), st.integers(-(2**80), 2**80), st.text(max_size=5), st.binary(max_size=5), st.tuples(st.integers(), st.text(max_size=2))
)
VALUES = st.recursive(
    LEAVES,
    lambda inner: st.lists(inner, max_size=4) | st.lists(inner, max_size=4).map(tuple) | st.dictionaries(KEYS, inner, max_size=4),
    max_leaves=8,
)


def encoded(value: Any, wrap: Callable[[Any], Any] = lambda node: ["value", node]) -> bytes:
    encoder = Encoder(lambda value, _: ["h", 1, type(value).__name__, callable(value)])
    return fuzz.frame_of(wrap(encoder.encode(value)), encoder.buffers)


def alike(left: Any, right: Any) -> bool:
    """The same type, and the same value to the last bit."""
    if type(left) is not type(right):
        return False
    if isinstance(left, np.ndarray | np.generic):
        return left.dtype == right.dtype and left.shape == right.shape and left.tobytes() == right.tobytes()
    if isinstance(left, torch.Tensor):
        return left.dtype == right.dtype and left.shape == right.shape and repr(left.tolist()) == repr(right.tolist())
    if isinstance(left, list | tuple):
        return len(left) == len(right) and all(map(alike, left, right))
    if isinstance(left, dict):
        return list(left) == list(right) and all(alike(left[key], right[key]) for key in left)
    if isinstance(left, np.random.Generator):
        return type(left.bit_generator) is type(right.bit_generator) and left.random(700).tolist() == right.random(700).tolist()
    if isinstance(left, complex):
        return alike(left.real, right.real) and alike(left.imag, right.imag)
    return bool(left == right) or (isinstance(left, float) and math.isnan(left) and math.isnan(right))


# --- A worker without a process ------------------------------------------------------------------------------------------------


class Scripted(Worker):
    """Answers with one structure and body after another; at the end it says nothing more."""

    def __init__(self, answers: Iterator[Frame]) -> None:
        self._answers = answers
        self.asked = 0

    def wait_ready(self) -> None:
        return

    def exchange(self, parts: list[Any], seconds: float) -> Frame:
        assert self.alive
        self.asked += 1
        for answer in self._answers:
            return answer
        self.close()
        raise CallTimeout(Text("no more", "끝"))

    def close(self) -> None:
        self.alive = False


IMPORTED: Frame = (["value", None], bytearray())


def run_of(answers: Iterator[Frame], **limits: float) -> SubmissionRun:
    return SubmissionRun("work", "", Limits(**limits), "cpu", lambda *_: Scripted(answers), Output(1 << 20))


def asked(*structures: Any, body: bytes = b"", imported: Frame = IMPORTED) -> Any:
    """What a suite gets of f() where a worker answers so."""
    run = run_of(iter([imported, *((each, bytearray(body)) for each in structures)]))
    return RemoteModule(run, frozenset({"f"})).f()


class Channel:
    """A JailedWorker whose other end is the test's: what the test writes has come from the jail."""

    def __init__(self) -> None:
        self.worker = object.__new__(JailedWorker)
        self.worker._output, self.worker._pending = Output(1 << 20), bytearray()
        self.worker._data, self.far = socket.socketpair()
        self.worker._status_socket, self.init = socket.socketpair(socket.AF_UNIX, socket.SOCK_SEQPACKET)
        self.worker._printed, self.printing = os.pipe()
        self.worker._printed_open = True
        self.worker._words, self.saying = os.pipe2(os.O_NONBLOCK)
        self.worker._group, self.worker._limits = None, Limits()
        self.worker._data.setblocking(False)
        os.set_blocking(self.worker._printed, False)

    def __enter__(self) -> "Channel":
        return self

    def __exit__(self, *_: object) -> None:
        self.worker.close()
        self.far.close()
        self.init.close()
        os.close(self.printing)
        os.close(self.saying)


# --- Round trips ---------------------------------------------------------------------------------------------------------------


@given(VALUES, st.lists(st.integers(1, 64), max_size=20))
@bounded(120)
def test_every_kind_of_value_arrives_however_its_bytes_do(value: Any, cuts: list[int]) -> None:
    """Encoded as a worker does, cut anywhere, put together, decoded as a judge does."""
    data = encoded(value)
    pending = fuzz.channel(b"")
    frame = None
    places = [0, *(at for at in itertools.accumulate(cuts) if at < len(data)), len(data)]
    for start, end in itertools.pairwise(places):
        assert frame is None
        pending._pending += data[start:end]
        frame = pending._frame()
    assert frame is not None
    assert alike(asked(frame[0], body=bytes(frame[1])), value)


@given(VALUES, VALUES, st.integers(1, 9))
@bounded(20)
def test_values_cross_a_real_channel(first: Any, second: Any, pieces: int) -> None:
    """One request after another on one channel, over sockets; printed output beside it changes nothing."""
    with Channel() as channel:
        for value in (first, second):
            data = encoded(value)
            step = max(1, len(data) // pieces)
            channel.far.sendall(data[:step])
            os.write(channel.printing, b"printed")
            channel.far.sendall(data[step:])
            structure, body = channel.worker.exchange([], 5.0)
            assert alike(asked(structure, body=bytes(body)), value)


def test_one_of_every_kind() -> None:
    """The seeds of the fuzzer hold every node there is, and each comes back as it went."""
    values = [each for each in fuzz.plain_values() if type(each) is not np.str_]  # a str, when it arrives
    structure, body = fuzz.channel(encoded(values))._frame()
    assert alike(asked(structure, body=bytes(body)), values)
    tags: set[str] = set()

    def collect(node: Any) -> None:
        if isinstance(node, list):
            if node and isinstance(node[0], str):
                tags.add(node[0])
            for each in node:
                collect(each)

    collect(structure)
    assert set("ltdbicasTg") <= tags


# --- Mutations -----------------------------------------------------------------------------------------------------------------

EDITS = st.lists(
    st.tuples(st.sampled_from(["set", "cut", "put", "copy", "swap"]), st.integers(0, 2**16), st.integers(0, 255)), min_size=1, max_size=5
)


def edited(data: bytes, edits: list[tuple[str, int, int]]) -> bytes:
    raw = bytearray(data)
    for kind, place, byte in edits:
        at = place % max(1, len(raw))
        if kind == "set" and raw:
            raw[at] = byte
        elif kind == "cut":
            del raw[at : at + 1 + byte % 16]
        elif kind == "put":
            raw[at:at] = bytes([byte])
        elif kind == "copy":
            raw[at:at] = raw[at : at + 1 + byte % 32]
        elif raw:
            other = byte % len(raw)
            raw[at], raw[other] = raw[other], raw[at]
    return bytes(raw)


@given(VALUES, EDITS, st.booleans())
@bounded(200)
def test_frames_with_bytes_changed(value: Any, edits: list[tuple[str, int, int]], mend: bool) -> None:
    """mend: the lengths in front are those of what follows, so that what was changed is read to its end."""
    data = encoded(value)
    header = frame_lengths(data[:8])[0]
    if mend:
        structure, body = edited(data[8 : 8 + header], edits), data[8 + header :]
        changed = struct.pack("<II", len(structure), len(body)) + structure + body
    else:
        changed = edited(data, edits)
    fuzz.frames(changed)
    fuzz.answers(b"\x01" + changed)


def _seeds() -> list[bytes]:
    return list(fuzz.seeds("answers"))


@given(st.sampled_from(_seeds()), st.integers(0, 2**32), st.integers(1, 3))
@bounded(600)
def test_frames_with_their_structure_changed(seed: bytes, number: int, times: int) -> None:
    """A part exchanged for another, or for what a hostile worker would write, in frames whose lengths are right."""
    draw = random.Random(number)
    parts = list(fuzz.split(seed[1:]))
    for _ in range(times):
        at = draw.randrange(len(parts))
        parts[at] = fuzz.mutate_structure(parts[at], draw) or parts[at]
    for part in parts:
        fuzz.frames(part)
    fuzz.answers(bytes([draw.randrange(16)]) + b"".join(parts))


# --- Anything at all -----------------------------------------------------------------------------------------------------------

WORDS = st.sampled_from([each for each in fuzz._WORDS if not isinstance(each, list)])
NODES = st.recursive(
    st.one_of(st.none(), st.booleans(), st.integers(-(2**63), 2**64 - 1), st.floats(), st.text(max_size=4), st.binary(max_size=3), WORDS),
    lambda inner: (
        st.lists(inner, max_size=5)
        | st.tuples(st.sampled_from("ltdbicasTghnmk"), inner, inner, inner, inner).map(list)
        | st.tuples(st.sampled_from("ltdbi"), inner).map(list)
        | st.tuples(st.sampled_from("csg"), inner, inner).map(list)
        | st.dictionaries(st.text(max_size=3), inner, max_size=3)
    ),
    max_leaves=12,
)
ANSWER_KINDS = st.sampled_from(["value", "observed", "raised", "callback", "bad", "memory", "missing"])
MESSAGES = NODES | st.builds(
    lambda kind, parts, length: [kind, *parts][:length], ANSWER_KINDS, st.lists(NODES, min_size=4, max_size=4), st.integers(1, 5)
)


def packed(node: Any, body: bytes = b"") -> bytes:
    header = msgpack.packb(node, use_bin_type=True)
    return struct.pack("<II", len(header), len(body)) + header + body


@given(NODES, st.binary(max_size=48))
@bounded(300)
@example(["a", "<c16", [0, 2**30 - 1, 2**30 - 1], None, 0], b"")  # empty, but beyond what NumPy can count
@example(["T", "complex128", [2**30 - 1, 0, 2**30 - 1], [2, 0, 1], 0], b"")
@example(["a", "<f8", [0, 2**35], None, 0], b"")  # empty, and its sum over the empty axis is not
def test_random_structures_as_frames(node: Any, body: bytes) -> None:
    fuzz.frames(packed(node, body))


@given(st.integers(0, 15), st.lists(st.tuples(MESSAGES, st.binary(max_size=32)), max_size=4))
@bounded(200)
@example(0, [(["zzz"], b"")])
@example(1, [(["zzz"], b"")])  # to the import
@example(1, [(["raised"], b"")])
def test_random_structures_as_answers(choice: int, messages: list[tuple[Any, bytes]]) -> None:
    fuzz.answers(bytes([choice]) + b"".join(packed(*each) for each in messages))


@given(st.binary(max_size=120))
@bounded(200)
def test_random_bytes(data: bytes) -> None:
    fuzz.frames(data)
    fuzz.answers(data)
    for limit in (ANSWER_LIMIT, codec.BODY_LIMIT):
        try:
            header, body = frame_lengths(data[:8].ljust(8, b"\0"), limit)
        except WireError:
            continue
        assert header <= HEADER_LIMIT and body <= limit
    try:
        unpack(data)
    except WireError:
        return


@given(st.lists(st.binary(max_size=60), max_size=4), st.booleans(), st.integers(-1, 0xFFFF))
@bounded(60)
def test_random_bytes_over_a_real_channel(chunks: list[bytes], whole: bool, status: int) -> None:
    """In any pieces, before or after a frame, with any last words: one of the endings a call may have, and the worker is dead."""
    with Channel() as channel:
        if whole:
            channel.far.sendall(encoded([1.0]))
        for chunk in chunks:
            channel.far.sendall(chunk)
        channel.far.shutdown(socket.SHUT_WR)
        if status >= 0:
            channel.init.send(struct.pack("<i", status))
        else:
            channel.init.close()
        try:
            channel.worker.exchange([], 5.0)
        except (ProtocolError, WorkerGone, WorkerCrashed, CallTimeout):
            assert not channel.worker.alive
        else:
            assert channel.worker._pending == b""


@given(st.binary(min_size=1, max_size=30))
@bounded(30)
def test_what_follows_an_answer_is_refused(rest: bytes) -> None:
    """One request has one answer: what arrived with it, or before the next request, is believed by nobody."""
    with Channel() as channel:
        channel.far.sendall(encoded(1.0) + rest)
        with pytest.raises(ProtocolError):
            channel.worker.exchange([], 5.0)
    with Channel() as channel:
        channel.far.sendall(encoded(1.0))
        channel.worker.exchange([], 5.0)
        channel.far.sendall(rest)
        with pytest.raises(ProtocolError):
            channel.worker.exchange([b"request"], 5.0)
        assert not channel.worker.alive


# --- judge/received.py ---------------------------------------------------------------------------------------------------------

STATE_WORDS = st.sampled_from(["state", "key", "pos", "inc", "counter", "buffer", "buffer_pos", "has_uint32", "uinteger", "bit_generator"])
STATE_PARTS = st.one_of(
    st.none(), st.integers(-(2**130), 2**130), st.floats(), st.text(max_size=3), ARRAYS, st.lists(st.integers(), max_size=4)
)


@given(st.sampled_from(received.BIT_GENERATORS), st.data())
@bounded(150)
def test_a_generator_in_any_state(name: str, data: Any) -> None:
    """A real state with parts exchanged: refused, or a generator that draws what one of its kind draws."""
    state: Any = getattr(np.random, name)(1).state
    for _ in range(data.draw(st.integers(1, 2))):
        inner = data.draw(st.sampled_from([state, *(each for each in state.values() if isinstance(each, dict))]))
        word = data.draw(st.sampled_from(sorted(inner)) | STATE_WORDS)
        inner[word] = data.draw(STATE_PARTS | st.dictionaries(STATE_WORDS, STATE_PARTS, max_size=3))
    try:
        drawn = received.generator(name, state)
    except WireError:
        return
    place = drawn.bit_generator.state
    assert 0 <= place["state"].get("pos", 0) <= 624 and 0 <= place.get("buffer_pos", 0) <= 4
    assert np.isfinite(drawn.random(8)).all()


@given(MESSAGES)
@bounded(150)
def test_what_answers_mean(structure: Any) -> None:
    assert received.pairs_of_text(structure) in (True, False)
    if isinstance(structure, list) and structure and isinstance(structure[0], str):
        try:
            fault = received.ending(structure, 1 << 20)
        except WireError:
            return
        again = received.at_import(fault)
        assert type(again) is type(fault)
        assert again.text.en.startswith("while your file was imported: ") and again.text.ko


@given(st.sampled_from([BadAnswer, CallTimeout, NameMissing, OutOfMemory, OutputLimit, WorkerCrashed]), st.text())
@bounded(20)
def test_endings_at_import(kind: type[CallEnded], said: str) -> None:
    assert type(received.at_import(kind(Text(said, said)))) is kind
    fault = received.at_import(SubmissionError("ValueError", ("ValueError",), said, 3))
    assert isinstance(fault, SubmissionError) and fault.bases == (), "no answer to raises(ValueError)"


# --- What was found ------------------------------------------------------------------------------------------------------------


def test_a_generator_whose_state_is_asked_for_twice() -> None:
    """A handle as the state of MT19937 could say 0 when it is checked and 10**6 when NumPy asks, which then draws from beyond it."""
    handed = ["g", "MT19937", ["d", [["bit_generator", "MT19937"], ["state", ["h", 1, "x", False]]]]]
    lies = itertools.chain([IMPORTED, (["value", handed], bytearray())], itertools.repeat((["value", 0], bytearray()), 700))
    run = run_of(lies)
    with pytest.raises(WorkerCrashed):
        RemoteModule(run, frozenset({"f"})).f()
    assert next(iter(lies), None) is not None, "nothing of it was asked of the worker"
    handed = ["g", "Philox", ["h", 1, "x", False]]
    with pytest.raises(WorkerCrashed):
        asked(["value", handed])


@pytest.mark.parametrize("answer", [["zzz"], ["raised"], ["bad", 1], ["observed"], ["raised", "E", [1], "", None]], ids=str)
def test_an_import_that_is_no_answer(answer: Any) -> None:
    """It ends the submission, like any other answer that is none; the worker is not asked again."""
    run = run_of(iter([(answer, bytearray()), IMPORTED, IMPORTED]))
    for _ in range(2):
        with pytest.raises(WorkerCrashed, match="no answer") as caught:
            RemoteModule(run, frozenset({"f"})).f()
        assert "while your file was imported" in caught.value.text.en
    assert run._worker is not None and not run._worker.alive


def test_a_handle_in_a_list_is_no_array() -> None:
    """NumPy takes what has a length and items for a sequence: asked one by one, they would cost minutes of the judge's own time."""

    def endless() -> Iterator[Frame]:
        yield IMPORTED
        yield ["value", ["l", [["h", 1, "x", False]]]], bytearray()
        yield ["value", 5], bytearray()
        yield ["value", ["l", [["h", number, "x", False] for number in range(1000)]]], bytearray()
        for turn in itertools.count():
            yield (["value", 1000] if turn % 2 == 0 else ["value", ["l", [1] * 1000]]), bytearray()

    run = run_of(endless())
    value = RemoteModule(run, frozenset({"f"})).f()
    assert isinstance(value[0], Handle)
    with pytest.raises(Mismatch):
        numbers(value, "f(x)")
    worker = run._worker
    assert isinstance(worker, Scripted) and worker.asked <= 10, worker.asked


# --- Time and memory -----------------------------------------------------------------------------------------------------------


def colliding(number: int) -> list[Any]:
    """Different tuples of one hash, alike almost to their ends: hash(-1) is hash(-2)."""
    return ["t", [0] * 980 + [-1 - (number >> bit & 1) for bit in range(10)]]


def generator_node(place: int) -> list[Any]:
    state = ["d", [["state", ["d", [["state", 1], ["inc", 3]]]], ["bit_generator", "PCG64"], ["has_uint32", 0], ["uinteger", place]]]
    return ["g", "PCG64", state]


HEAVY: dict[str, tuple[Any, bytes]] = {
    "lists": (["l", [["l", []]] * 99_000], b""),
    "dicts": (["l", [["d", []]] * 99_000], b""),
    "dict": (["d", [[number, None] for number in range(99_000)]], b""),
    "colliding keys": (["d", [[colliding(number), None] for number in range(1000)]], b""),
    "arrays": (["l", [["a", "<f8", [0], None, 0]] * 60_000], b""),
    "deep arrays": (["l", [["a", "<f8", [1] * 16, list(range(16))[::-1], 8]] * 15_000], bytes(16 * 15_000)),
    "scalars": (["l", [["s", "<c16", 16]] * 99_000], bytes(16 * 99_000)),
    "tensors": (["l", [["T", "bool", [0], None, 0]] * 60_000], b""),
    "integers": (["l", [["i", "f" * 2048]] * 500], b""),
    "generators": (["l", [generator_node(place) for place in range(8_000)]], b""),
    "handles": (["l", [["h", 1, "x" * 4, True]] * 80_000], b""),
    "one text": ("가" * 300_000, b""),
}


@pytest.mark.parametrize("kind", HEAVY)
def test_a_full_header_costs_seconds_at_most(kind: str) -> None:
    """As many objects as a header can name; the body is small, for it costs what it holds."""
    node, body = HEAVY[kind]
    data = packed(["value", node], body)
    assert HEADER_LIMIT / 4 < frame_lengths(data[:8])[0] <= HEADER_LIMIT
    structure, content = fuzz.channel(data)._frame()
    began = time.process_time()
    asked(structure, body=bytes(content))
    assert time.process_time() - began < 8


@given(st.sampled_from(_seeds()), st.integers(0, 2**32))
@bounded(60)
def test_memory_is_within_what_arrived(seed: bytes, number: int) -> None:
    """A frame of hundreds of bytes is worth kilobytes, not megabytes, whatever it announces."""
    draw = random.Random(number)
    parts = list(fuzz.split(seed[1:]))
    changed = fuzz.mutate_structure(parts[0], draw) or parts[0]
    fuzz.frames(changed)  # what is made once, as a table of NumPy's, is nobody's
    tracemalloc.start()
    try:
        fuzz.frames(changed)
        assert tracemalloc.get_traced_memory()[1] < (1 << 20) + 300 * len(changed)
    finally:
        tracemalloc.stop()


ANNOUNCED = b"\xdd" + (100_000).to_bytes(4, "big")
MEMORY_PROBE = """
import resource, struct, sys
from gradekit.sandbox.inside.codec import Decoder, WireError, unpack
data = sys.stdin.buffer.read()
before = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
header = struct.unpack("<I", data[:4])[0]
for _ in range(3):
    try:
        Decoder(bytearray(data[8 + header:]), lambda tag, parts: tag).decode(unpack(data[8 : 8 + header])[1])
    except WireError:
        pass
print(resource.getrusage(resource.RUSAGE_SELF).ru_maxrss - before)
"""


@pytest.mark.parametrize("kind", ["announced", "announced and padded", "lists", "scalars", "dict"])
def test_a_full_header_takes_little_memory(kind: str) -> None:
    """In a process of its own, by what the system counts: the largest header is worth no more than a third of a GiB."""
    if kind.startswith("announced"):
        header = ANNOUNCED * 1000 + (b"\xc0" * 900_000 if "padded" in kind else b"")
        data = struct.pack("<II", len(header), 0) + header
    else:
        data = packed(["value", HEAVY[kind][0]], HEAVY[kind][1])
    done = subprocess.run([sys.executable, "-c", MEMORY_PROBE], input=data, capture_output=True, check=True)
    assert int(done.stdout) < 350 << 10


def test_calls_back_without_end_cost_no_more_than_the_call() -> None:
    """However many come, and however large, they take of the call's own time."""
    large = ["callback", 0, ["l", [["l", [1] * 90_000]]], ["d", []]]
    run = run_of(itertools.chain([IMPORTED], itertools.repeat((large, bytearray()))), call_seconds=0.3)
    began = time.monotonic()
    with pytest.raises(CallTimeout):
        RemoteModule(run, frozenset({"f"})).f(lambda x: 0)
    assert time.monotonic() - began < 3
    small = ["callback", 0, ["l", []], ["d", []]]
    run = run_of(itertools.chain([IMPORTED], itertools.repeat((small, bytearray()))), call_seconds=20)
    with pytest.raises(WorkerCrashed):
        RemoteModule(run, frozenset({"f"})).f(lambda: 0)
    worker = run._worker
    assert isinstance(worker, Scripted) and worker.asked < 25_000
