"""Coverage-guided fuzzing of everything in the judge's process that reads a worker's bytes.

    python scripts/fuzz.py [SECONDS] [--target frames|answers]

Each target takes any bytes and raises only where gradekit has a fault: an exception that is none of the protocol's own, a worker left
alive that must not be, or an answer that is believed twice. libFuzzer adds two more: a run of over ten seconds, and memory beyond 2 GiB.

The corpus is seeded from the encoder itself and grows in build/fuzz, which git ignores; what was found lies in build/fuzz/findings and is
run again with `python scripts/fuzz.py --target TARGET --again FILE`. A finding that was mended becomes an example in
tests/test_protocol_fuzz.py, which runs the same targets without a fuzzer.
"""

from __future__ import annotations

import argparse
import contextlib
import importlib.util
import os
import random
import re
import struct
import subprocess
import sys
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any, Final

import msgpack

ROOT: Final = Path(__file__).resolve().parent.parent
FOLDER: Final = ROOT / "build" / "fuzz"
# What is watched for new branches; NumPy and msgpack are C, and PyTorch is too large.
WATCHED: Final = [
    "gradekit.sandbox.inside.codec", "gradekit.sandbox.workers", "gradekit.judge.remote", "gradekit.judge.received",
    "gradekit.judge.transcript", "gradekit.sandbox.endings", "gradekit.judge.compare",
]  # fmt: skip
LARGEST: Final = 8192
SLOWEST_SECONDS: Final = 10
MOST_MEMORY_MIB: Final = 2048


def _imports() -> None:
    """Everything under test, as globals: imported late, so that a fuzzer can watch it."""
    global \
        BIT_GENERATORS, \
        BadAnswer, \
        CallEnded, \
        Decoder, \
        Encoder, \
        Handle, \
        JailedWorker, \
        Limits, \
        Mismatch, \
        NameMissing, \
        Output, \
        ProtocolError
    global RemoteFunction, RemoteModule, SubmissionError, SubmissionRun, Unsendable, WireError, Worker
    global generator, np, numbers, pack, timed_out
    import numpy as np

    from gradekit.errors import ProtocolError
    from gradekit.judge.compare import Mismatch, numbers
    from gradekit.judge.received import BIT_GENERATORS, generator
    from gradekit.judge.remote import Handle, RemoteFunction, RemoteModule, SubmissionRun
    from gradekit.sandbox.answers import BadAnswer, CallEnded, NameMissing, SubmissionError
    from gradekit.sandbox.endings import timed_out
    from gradekit.sandbox.inside.codec import Decoder, Encoder, Unsendable, WireError, pack
    from gradekit.sandbox.limits import Limits
    from gradekit.sandbox.workers import JailedWorker, Output, Worker


def channel(pending: bytes) -> Any:
    """What reads frames from a jailed worker, with these bytes arrived and no process behind it."""
    worker = object.__new__(JailedWorker)
    worker._pending = bytearray(pending)
    return worker


def lone_decoder(body: bytearray) -> Any:
    """A decoder as a judge has it, but for handles, which need a run."""

    def make(tag: str, parts: list[Any]) -> Any:
        if tag == "g" and len(parts) == 2 and parts[0] in BIT_GENERATORS:
            return generator(parts[0], parts[1])
        raise WireError("not here")

    return Decoder(body, make)


# --- The targets ---------------------------------------------------------------------------------------------------------------


def frames(data: bytes) -> Any:
    """One frame: its lengths, its header, its value. Gives the value, or None where the bytes are no frame."""
    try:
        frame = channel(data)._frame()
        if frame is None:
            return None  # there is more to come
        structure, body = frame
        decoder = lone_decoder(body)
        value = decoder.decode(structure)
        decoder.finish()
    except WireError:
        return None
    if isinstance(value, np.random.Generator):
        value.random(4)  # it must draw from nothing but its own state
        value.integers(0, 2**32, 4)
    return value


def answers(data: bytes) -> list[str]:
    """A suite's dealings with one submission, whose every answer is the next of the frames in data.

    The first byte chooses what the suite does; gives what each step came to.
    """
    script, replies = data[:1], split(data[1:])
    made: list[Any] = []

    class Scripted(Worker):
        def __init__(self) -> None:
            self.first = not made
            made.append(self)

        def wait_ready(self) -> None:
            return

        def exchange(self, parts: list[Any], seconds: float) -> Any:
            assert self.alive, "a worker that has ended is asked"
            if self.first and script and script[0] & 1 == 0:
                self.first = False
                return ["value", None], bytearray()  # the import
            try:
                frame = channel(next(replies, b""))._frame()
            except WireError as fault:
                self.close()
                raise ProtocolError(str(fault)) from None
            if frame is None:
                self.close()
                raise timed_out(seconds)
            return frame

        def close(self) -> None:
            self.alive = False

    run = SubmissionRun("work", "", Limits(call_seconds=5, total_seconds=20), "cpu", lambda limits, output: Scripted(), Output(1 << 20))
    module = RemoteModule(run, frozenset({"f", "g"}))
    steps: list[str] = []
    value: Any = None
    for step in _program(script[0] >> 1 if script else 0):
        try:
            value = step(module, value)
        except CallEnded as fault:
            steps.append(type(fault).__name__)
            # Whatever ended otherwise than by the submission's own word may have left something unread.
            if not isinstance(fault, SubmissionError | BadAnswer | NameMissing) and run._worker is not None:
                unasked = "times already" in str(fault) or "was lost" in str(fault)
                if run._worker.alive and not unasked:
                    raise AssertionError(f"{fault}, and its worker lives on") from fault
        except (Mismatch, Unsendable, AttributeError, TypeError) as fault:
            # A suite's own stumbling over a value is an ordinary wrong answer; the judge's code must do none.
            trace = fault.__traceback__
            while trace is not None and trace.tb_next is not None:
                trace = trace.tb_next
            place = trace.tb_frame.f_code.co_filename if trace is not None else ""
            if isinstance(fault, AttributeError | TypeError) and Path(place).name in (
                "codec.py",
                "received.py",
                "transcript.py",
                "workers.py",
            ):
                raise
            steps.append(type(fault).__name__)
        else:
            steps.append("value")
    assert sum(worker.alive for worker in made) <= 1, "two workers at once"
    run.close()
    assert not any(worker.alive for worker in made)
    return steps


def split(data: bytes) -> Iterator[bytes]:
    """The frames in data, by their own lengths; the last one as it is."""
    while data:
        length = 8 + sum(struct.unpack("<II", data[:8])) if len(data) >= 8 else len(data)
        yield data[:length]
        data = data[length:]


def _program(choice: int) -> list[Callable[[Any, Any], Any]]:
    """What a suite does, one step after another; each is given what the one before it got."""

    def call(module: Any, value: Any) -> Any:
        return module.f(1.0, value if isinstance(value, Handle) else None)

    def observe(module: Any, value: Any) -> Any:
        return module.f.observe(np.ones(2))

    def hand_over(module: Any, value: Any) -> Any:
        return module.g(lambda *args, **kwargs: (args, kwargs), np.sin, np.random.default_rng(1))

    def get(module: Any, value: Any) -> Any:
        return module.CONSTANT

    def compare(module: Any, value: Any) -> Any:
        return numbers(value, "f(x)")

    def explore(module: Any, value: Any) -> Any:
        if isinstance(value, RemoteFunction):
            return value(1)
        if isinstance(value, Handle):
            return [value.weight, len(value), list(value)[:3], value[0], value(2), value.observe(3)]
        return value

    programs = [
        [call, compare, call], [observe, observe], [hand_over, hand_over], [get, explore, get], [call, explore, call, compare],
        [hand_over, explore, observe], [get, compare, explore], [call] * 4,
    ]  # fmt: skip
    return programs[choice % len(programs)]


TARGETS: Final[dict[str, Callable[[bytes], Any]]] = {"frames": frames, "answers": answers}

# --- The corpus ----------------------------------------------------------------------------------------------------------------


def frame_of(message: Any, buffers: Any = ()) -> bytes:
    return b"".join(bytes(part) for part in pack(message, buffers))


def plain_values() -> list[Any]:
    """One value, at least, of every node there is."""
    import torch

    kinds = ("?", "i1", "i2", "i4", "i8", "u1", "u2", "u4", "u8", "f2", "f4", "f8", "c8", "c16")
    tensors = (torch.bool, torch.uint8, torch.int64, torch.float16, torch.bfloat16, torch.float32, torch.complex64)
    return [
        None, True, False, 0, -1, 2**62, -(2**63), 2**200, -(2**70), 0.5, float("nan"), float("-inf"), 1 - 2j, "", "가나 abc\x00",
        b"", b"raw",
        [], [1, [2.0, "three"]], (), (1, (b"x",)), {}, {"a": 1, 2: [3], (4, "b"): {b"c": None}},
        *(np.arange(6).astype(kind).reshape(2, 3) for kind in kinds), *(np.ones(1, kind)[0] for kind in kinds),
        np.arange(24.0).reshape(2, 3, 4).transpose(2, 0, 1), np.zeros((0, 3)), np.float64(1.5), np.str_("text"),
        *(torch.ones(2, 3).to(kind) for kind in tensors), torch.arange(6.0).reshape(2, 3).T, torch.zeros(0, 2),
        *(np.random.Generator(getattr(np.random, name)(5)) for name in BIT_GENERATORS),
    ]  # fmt: skip


def _handles(value: Any, encoder: Any) -> list[Any]:
    return ["h", 1, type(value).__name__, callable(value)]


def seeds(target: str) -> Iterator[bytes]:
    """Frames as a worker sends them; for answers, one, two and three in a row behind each choice of the suite's."""

    def encoded(wrap: Callable[[Any], Any], value: Any) -> bytes:
        encoder = Encoder(_handles)
        return frame_of(wrap(encoder.encode(value)), encoder.buffers)

    if target == "frames":
        for value in plain_values():
            yield encoded(lambda node: node, value)
        yield encoded(lambda node: node, plain_values())
        return
    kinds: list[bytes] = []
    for value in [*plain_values(), object(), print, [object(), 1.0]]:
        kinds.append(encoded(lambda node: ["value", node], value))
    for value in (1.0, np.ones(2), object()):
        args, named, warned = ["l", [1.0]], ["d", [["k", 2]]], ["l", [["l", ["RuntimeWarning", "overflow"]]]]
        kinds.append(encoded(lambda node, rest=(args, named, warned): ["observed", node, *rest], value))
    kinds += [encoded(lambda node: ["callback", 0, ["l", [node]], ["d", [["k", None]]]], value) for value in (1.5, np.ones(2), object())]
    kinds += [frame_of(message) for message in (
        ["raised", "ValueError", ["ValueError", "Exception"], "no", 3], ["raised", "E", [], "", None], ["bad", "a set"],
        ["memory", None], ["memory", 7], ["missing"],
    )]  # fmt: skip
    draw = random.Random(1)
    for choice in range(16):
        for frame in kinds:
            yield bytes([choice]) + frame + b"".join(draw.choices(kinds, k=draw.randrange(4)))


# --- Mutations that know the format --------------------------------------------------------------------------------------------

# What a hostile worker would write: bounds, tags, names of types, and words of the protocol.
_WORDS: Final[list[Any]] = [
    *"ltdbicasTghnmk", "value", "observed", "raised", "callback", "bad", "memory", "missing", "<f8", "|b1", "<c16", "|O", "float32", "bool",
    "bfloat16", "PCG64", "MT19937", "Philox", "SFC64", "PCG64DXSM", "state", "key", "pos", "inc", "buffer_pos", "has_uint32",
    "bit_generator", 0, 1, -1, 2, 8, 16, 24, 26, 100, 2**30 - 1, 2**31, 2**32, 2**40 - 1, 2**62, 2**63, 2**64 - 1, -(2**63), 0.0,
    float("nan"), None, True, "", "f" * 2048, "-0x1_0", [], [[]], ["l", []], ["t", []], ["d", []], ["b", 0],
    ["h", 1, "x", True], ["h", 2, "y", False], ["a", "<f8", [0], None, 0],
    ["a", "<f8", [0, 2**30], None, 0], ["i", "-f"], ["c", 0.0, 1.0], ["s", "<f8", 8],
]  # fmt: skip


def mutate_structure(data: bytes, draw: random.Random) -> bytes | None:
    """data with a part of one frame's structure exchanged, its lengths mended; None where there is no structure to change."""
    if len(data) < 8:
        return None
    header, _ = struct.unpack("<II", data[:8])
    try:
        structure = msgpack.unpackb(data[8 : 8 + header], strict_map_key=False)
    except Exception:
        return None
    body = bytearray(data[8 + header :][:LARGEST])
    for _ in range(draw.choice((1, 1, 2, 4))):
        structure = _exchanged(structure, draw)
    if draw.random() < 0.2:
        body = body[: draw.randrange(len(body) + 1)] if draw.random() < 0.5 else body + bytes(draw.choice((1, 8, 16, 64)))
    try:
        packed = msgpack.packb(structure)
    except (ValueError, OverflowError, RecursionError):
        return None
    return struct.pack("<II", len(packed), len(body)) + packed + bytes(body)


def _exchanged(node: Any, draw: random.Random) -> Any:
    if isinstance(node, list) and node and draw.random() < 0.8:
        at = draw.randrange(len(node))
        kind = draw.random()
        if kind < 0.75:
            return [*node[:at], _exchanged(node[at], draw), *node[at + 1 :]]
        if kind < 0.85:
            return node[:at] + node[at + 1 :]
        return [*node[:at], *draw.choice(([node[at]], [draw.choice(node)], [draw.choice(_WORDS)])), *node[at:]]
    if isinstance(node, int) and not isinstance(node, bool) and draw.random() < 0.4:
        return max(-(2**63), min(2**64 - 1, node + draw.choice((-16, -8, -1, 1, 8, 16))))
    if draw.random() < 0.2:
        return ["l", [node]]
    return draw.choice(_WORDS)


# --- Running it ----------------------------------------------------------------------------------------------------------------


def _fuzz(target: str, seconds: int, more: list[str]) -> None:
    """Run one target in this process. libFuzzer ends it."""
    import atheris
    import torch  # noqa: F401  # before anything is watched

    with atheris.instrument_imports(include=WATCHED):
        _imports()

    def mutate(data: bytes, largest: int, seed: int) -> bytes:
        draw = random.Random(seed)
        first = target == "answers"
        if draw.random() < 0.6:
            parts = list(split(data[1:] if first else data)) or [b""]
            at = draw.randrange(len(parts))
            changed = mutate_structure(parts[at], draw)
            if changed is not None:
                parts[at] = changed
                made = (bytes([draw.choice((data[0], draw.randrange(16)))]) if first else b"") + b"".join(parts)
                if len(made) <= largest:
                    return made
        return atheris.Mutate(data, largest)  # type: ignore[no-any-return]

    function = TARGETS[target]
    corpus = FOLDER / target
    corpus.mkdir(parents=True, exist_ok=True)
    (FOLDER / "findings").mkdir(exist_ok=True)
    for number, seed in enumerate(seeds(target)):
        (corpus / f"seed-{number:04}").write_bytes(seed)
    options = [
        f"-max_total_time={seconds}", f"-max_len={LARGEST}", f"-timeout={SLOWEST_SECONDS}", f"-rss_limit_mb={MOST_MEMORY_MIB}",
        f"-artifact_prefix={FOLDER}/findings/{target}-", "-print_final_stats=1", "-verbosity=1",
    ]  # fmt: skip
    where = [str(corpus)]
    if more:
        options, where = [f"-timeout={SLOWEST_SECONDS}"], more

    def once(data: bytes) -> None:
        function(data)

    atheris.Setup([sys.argv[0], *options, *where], once, custom_mutator=mutate)
    atheris.Fuzz()


def main() -> int:
    parser = argparse.ArgumentParser(description="Fuzz what the judge reads of a worker's bytes.")
    parser.add_argument("seconds", nargs="?", type=int, default=60, help="in all (default 60)")
    parser.add_argument("--target", choices=sorted(TARGETS), help="only this one (default: both, half the time each)")
    parser.add_argument("--again", metavar="FILE", help="run this finding once more")
    parser.add_argument("--inside", action="store_true", help=argparse.SUPPRESS)
    asked = parser.parse_args()
    if importlib.util.find_spec("atheris") is None:
        parser.error("atheris is not installed: 'pip install --group fuzz', or 'make fuzz'")
    if asked.inside or asked.again:
        if asked.target is None:
            parser.error("--again needs its --target")
        _fuzz(asked.target, asked.seconds, [asked.again] if asked.again else [])
    chosen = [asked.target] if asked.target else sorted(TARGETS)
    code = 0
    for target in chosen:
        line = [sys.executable, __file__, str(max(1, asked.seconds // len(chosen))), "--target", target, "--inside"]
        done = subprocess.run(
            line, capture_output=True, text=True, errors="replace", env=os.environ | {"OMP_NUM_THREADS": "1"}, check=False
        )
        said = done.stderr + done.stdout
        runs = re.findall(r"number_of_executed_units:\s*(\d+)", said)
        covered = re.findall(r"cov: (\d+) ft: (\d+) corp: (\d+)", said)
        rate = re.findall(r"average_exec_per_sec:\s*(\d+)", said)
        if not runs:
            print(said[-4000:])
        edges, features, kept = covered[-1] if covered else ("?", "?", "?")
        print(f"{target}: {(runs or ['?'])[0]} runs, {(rate or ['?'])[0]} a second, {edges} edges, {features} features, corpus {kept}")
        if done.returncode:
            code = 1
            with contextlib.suppress(ValueError):
                print(said[said.index(" === Uncaught Python exception") :][:3000])
            print(*re.findall(r"Test unit written to (\S+)", said) or [said[-2000:]], sep="\n")
    return code


if __name__ == "__main__":
    sys.exit(main())
else:
    _imports()
