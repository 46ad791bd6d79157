"""Workers, jailed and not: what a call can end in is the same; what a submission can reach is nothing."""

import contextlib
import os
import signal
import stat
import sys
import time
from collections.abc import Callable, Iterator
from concurrent.futures import ThreadPoolExecutor
from importlib import metadata
from pathlib import Path
from typing import Any

import msgpack
import numpy as np
import pytest

from gradekit.errors import CannotJail, ProtocolError, SandboxError
from gradekit.judge.remote import Handle, RemoteModule, SubmissionRun
from gradekit.sandbox import jail, runtimes
from gradekit.sandbox.answers import (
    BadAnswer,
    CallTimeout,
    NameMissing,
    OutOfMemory,
    OutputLimit,
    SubmissionError,
    WorkerCrashed,
)
from gradekit.sandbox.endings import ended
from gradekit.sandbox.host import WarmProcess
from gradekit.sandbox.inside import landlock
from gradekit.sandbox.inside.codec import Encoder, pack
from gradekit.sandbox.limits import Limits
from gradekit.sandbox.local import LocalWorker
from gradekit.sandbox.seccomp import compile_filter
from gradekit.sandbox.workers import JailedWorker, Output, Worker, WorkerGone

StartWorker = Callable[[Limits, Output], Worker]
Lab = Any  # conftest's

# How a submission finds the descriptors that its own worker answers on.
CHANNEL = """
import os, struct, sys, time
def channel():
    frame = sys._getframe()
    while frame:
        owner = frame.f_locals.get("self")
        if hasattr(owner, "_channel"):
            return owner._channel
        frame = frame.f_back
def frame_of(header, body=b""):
    return struct.pack("<II", len(header), len(body)) + header + body
def send(raw):
    os.write(channel()._write_fd, raw)
"""
SEVEN = 'b"\\x92\\xa5value\\x07"'  # ["value", 7]


# The contract, with both kinds of worker


def test_values_go_there_and_back(lab: Lab) -> None:
    work = lab.load("import numpy as np\nNAMES = {'a': (1, 2.5)}\ndef f(x, k=2): return x * k", "f")
    assert work.f(3) == 6 and work.f("ab", k=3) == "ababab"
    assert np.array_equal(work.f(np.arange(3)), [0, 2, 4])
    assert work.NAMES == {"a": (1, 2.5)}


def test_iterators_and_views_come_as_lists(lab: Lab) -> None:
    work = lab.load("def f(x): yield from x\ndef g(): return {1: 2}.items()\ndef h(): return range(3)", "f", "g", "h")
    assert work.f([1, 2]) == [1, 2] and work.g() == [(1, 2)] and work.h() == [0, 1, 2]


def test_an_exception_names_its_class_its_kinds_and_its_line(lab: Lab) -> None:
    work = lab.load("class Mine(ValueError): pass\n\ndef f(x):\n    import json\n    raise Mine('no ' + x)", "f")
    with pytest.raises(SubmissionError) as caught:
        work.f("way")
    fault = caught.value
    assert (fault.type_name, fault.message, fault.line) == ("Mine", "no way", 5)
    assert "ValueError" in fault.bases and "Mine" not in fault.bases
    assert fault.text.en == "raised Mine: no way (line 5 of your file)"
    assert "제출 파일 5번째 줄" in fault.text.ko


@pytest.mark.parametrize(
    ("source", "name"),
    [("raise SystemExit(3)", "SystemExit"), ("raise KeyboardInterrupt", "KeyboardInterrupt"), ("raise GeneratorExit", "GeneratorExit")],
)
def test_exceptions_that_would_end_a_program_end_only_the_call(lab: Lab, source: str, name: str) -> None:
    work = lab.load(f"def f():\n    {source}\ndef g(): return 1", "f", "g")
    with pytest.raises(SubmissionError, match=name):
        work.f()
    assert work.g() == 1
    assert lab.runs[-1].generation == 1


def test_an_exception_whose_text_raises_has_no_text(lab: Lab) -> None:
    work = lab.load("class E(Exception):\n    def __str__(self): raise ValueError\ndef f(): raise E", "f")
    with pytest.raises(SubmissionError, match=r"no text"):
        work.f()


def test_deep_recursion_is_the_submissions_error(lab: Lab) -> None:
    work = lab.load("def f(n): return f(n + 1)", "f")
    with pytest.raises(SubmissionError, match="RecursionError"):
        work.f(0)


def test_a_name_that_is_absent_is_missing(lab: Lab) -> None:
    work = lab.load("x = 1", "f")
    with pytest.raises(NameMissing, match="f is not defined"):
        work.f()
    with pytest.raises(NameMissing, match="LIMIT"):
        _ = work.LIMIT


@pytest.mark.parametrize(
    "value", ["np.array([None])", "'a' * (2 << 20)", "np.datetime64('2020')", "[[[[[[0]]]]]] and deep(40)", "1 << 9000"]
)
def test_an_answer_that_cannot_cross_is_a_bad_answer(lab: Lab, value: str) -> None:
    source = "import numpy as np\ndef deep(n): return [deep(n - 1)] if n else 0\n"
    work = lab.load(source + f"def f(): return {value}\ndef g(): return 1", "f", "g")
    with pytest.raises(BadAnswer):
        work.f()
    assert work.g() == 1


def test_an_endless_loop_costs_its_time_limit_and_a_worker(lab: Lab) -> None:
    work = lab.load("def f():\n    while True: pass\ndef g(): return 1", "f", "g", call_seconds=0.3)
    work.g()
    began = time.monotonic()
    with pytest.raises(CallTimeout, match=r"no answer within 0\.3 s"):
        work.f()
    assert time.monotonic() - began < 1.5
    assert work.g() == 1
    assert lab.runs[-1].generation == 2


def test_the_whole_submissions_time_is_bounded_too(lab: Lab) -> None:
    work = lab.load("import time\ndef f(): time.sleep(0.2)", "f", call_seconds=5.0, total_seconds=0.5)
    work.f()
    work.f()
    with pytest.raises(CallTimeout, match=r"0\.5 s for the whole submission are used up"):
        work.f()
    began = time.monotonic()
    with pytest.raises(CallTimeout, match="used up"):
        work.f()
    assert time.monotonic() - began < 0.05


@pytest.mark.parametrize(("number", "name"), [(signal.SIGSEGV, "SIGSEGV"), (signal.SIGKILL, "SIGKILL"), (signal.SIGABRT, "SIGABRT")])
def test_a_crash_names_its_signal(lab: Lab, number: int, name: str) -> None:
    work = lab.load(f"import os\ndef f(): os.kill(os.getpid(), {int(number)})\ndef g(): return 1", "f", "g")
    with pytest.raises(WorkerCrashed, match=name):
        work.f()
    assert work.g() == 1


def test_a_read_from_nowhere_is_a_crash(lab: Lab) -> None:
    work = lab.load("import ctypes\ndef f(): ctypes.string_at(1)", "f")
    with pytest.raises(WorkerCrashed, match="SIGSEGV"):
        work.f()


@pytest.mark.parametrize("code", [0, 7])
def test_an_exit_tells_its_code(lab: Lab, code: int) -> None:
    work = lab.load(f"import os\ndef f(): os._exit({code})", "f")
    with pytest.raises(WorkerCrashed, match=f"exit code {code}"):
        work.f()


def test_a_death_between_two_calls_is_the_next_calls(lab: Lab) -> None:
    work = lab.load(
        "import os, threading\ndef f():\n    threading.Timer(0.05, os._exit, [3]).start()\n    return 1\ndef g(): return 2", "f", "g"
    )
    assert work.f() == 1
    time.sleep(0.3)
    with pytest.raises(WorkerCrashed, match="exit code 3"):
        work.g()
    assert work.g() == 2


def test_what_is_printed_is_kept_up_to_its_end(lab: Lab) -> None:
    work = lab.load(
        "import os, sys\ndef f():\n    print('안녕')\n    print('err', file=sys.stderr)\n    print('last', end='')\n    os._exit(1)", "f"
    )
    with pytest.raises(WorkerCrashed):
        work.f()
    assert lab.printed().startswith("안녕\nerr\n")


def test_what_was_printed_before_a_timeout_is_kept(lab: Lab) -> None:
    work = lab.load("def f():\n    print('before the loop')\n    while True: pass", "f", call_seconds=0.2)
    with pytest.raises(CallTimeout):
        work.f()
    assert lab.printed() == "before the loop\n"


def test_the_beginning_of_long_output_is_kept_and_the_rest_counted(lab: Lab) -> None:
    work = lab.load("def f():\n    for n in range(20_000): print(n, 'x' * 40)", "f")
    work.f()
    lab.runs[-1].close()
    kept, seen = lab.runs[-1].output.take()
    assert kept.startswith(b"0 xxx") and len(kept) == 64 * 1024 and seen > 20_000 * 40


def test_output_without_end_is_stopped(lab: Lab) -> None:
    work = lab.load("def f():\n    while True: print('x' * 100_000)\ndef g(): return 1", "f", "g")
    with pytest.raises(OutputLimit, match="more than 16 MiB"):
        work.f()
    assert work.g() == 1


@pytest.mark.parametrize(
    "closing", ["os.close(1); os.close(2)", "sys.stdout.close(); sys.stderr.close()", "sys.stdout = sys.stderr = None"]
)
def test_closing_its_output_hurts_nobody(lab: Lab, closing: str) -> None:
    work = lab.load(f"import os, sys\ndef f():\n    {closing}\n    return 1\ndef g(): return 2", "f", "g")
    assert work.f() == 1 and work.g() == 2


def test_reading_its_input_finds_the_end(lab: Lab) -> None:
    work = lab.load("def f(): return input()", "f")
    with pytest.raises(SubmissionError, match="EOFError"):
        work.f()


def test_big_arguments_and_answers_cross(lab: Lab) -> None:
    work = lab.load("def f(x): return x + 1", "f")
    sent = np.arange(4_000_000, dtype=np.float64)
    assert np.array_equal(work.f(sent), sent + 1)


def test_the_same_random_numbers_for_everybody(lab: Lab) -> None:
    """The global generators begin the same way in every worker."""
    source = "import random\nimport numpy as np\ndef f(): return random.random(), np.random.rand()"
    first, second = lab.load(source, "f").f(), lab.load(source, "f").f()
    assert first == second


def test_two_answers_to_one_request_are_refused(lab: Lab) -> None:
    """The second must not pass for the answer to the next request."""
    work = lab.load(CHANNEL + f"def f():\n    send(frame_of({SEVEN}) * 2)\n    time.sleep(0.3)\n    return 1\ndef g(): return 2", "f", "g")

    def ask_both() -> None:
        work.f()
        time.sleep(0.1)  # for the second to arrive
        work.g()

    with pytest.raises(WorkerCrashed, match="no answer"):
        ask_both()
    assert work.g() == 2


def test_an_answer_before_it_is_asked_for_is_refused(lab: Lab) -> None:
    source = CHANNEL + (
        f"import threading\ndef f():\n    c = channel()\n"
        f"    threading.Timer(0.1, lambda: os.write(c._write_fd, frame_of({SEVEN}))).start()\n    return 1\ndef g(): return 2"
    )
    work = lab.load(source, "f", "g")
    assert work.f() == 1
    time.sleep(0.4)
    with pytest.raises(WorkerCrashed, match="no answer"):
        work.g()
    assert work.g() == 2


GARBAGE = {
    "no header": "b'\\0' * 8",
    "huge header": "b'\\xff' * 64",
    "no msgpack": "frame_of(b'\\xc1')",
    "no list": "frame_of(b'\\x07')",
    "empty list": "frame_of(b'\\x90')",
    "a map": "frame_of(b'\\x81\\x01\\x02')",
    "unknown kind": "frame_of(b'\\x92\\xa3abc\\x07')",
    "value without a value": "frame_of(b'\\x91\\xa5value')",
    "body too long": f"frame_of({SEVEN}, bytes(32))",
    "array without bytes": "frame_of(b'\\x92\\xa5value\\x95\\xa1a\\xa3<f8\\x91\\x05\\xc0\\x28')",
    "callback to nothing": "frame_of(b'\\x94\\xa8callback\\x00\\x92\\xa1l\\x90\\x92\\xa1d\\x90')",
    "handle of text": "frame_of(b'\\x92\\xa5value\\x94\\xa1h\\xa1x\\xa1y\\xc3')",
    "raised without words": "frame_of(b'\\x92\\xa6raised\\x07')",
    "observed nothing": "frame_of(b'\\x92\\xa8observed\\x07')",
    "ready again": "frame_of(b'\\x91\\xa5ready')",
    "random bytes": "__import__('random').Random(1).randbytes(5000)",
}


def cost_one_call(lab: Lab, raw: str) -> None:
    work = lab.load(CHANNEL + f"def f():\n    send({raw})\n    time.sleep(5)\ndef g(): return 2", "f", "g", call_seconds=3.0)
    began = time.monotonic()
    with pytest.raises(WorkerCrashed, match="no answer"):
        work.f()
    assert time.monotonic() - began < 2.5
    assert work.g() == 2


@pytest.mark.parametrize("raw", GARBAGE.values(), ids=GARBAGE)
def test_bytes_that_are_no_answer_cost_one_call(jail_lab: Lab, raw: str) -> None:
    cost_one_call(jail_lab, raw)


@pytest.mark.parametrize("name", ["huge header", "no msgpack", "unknown kind", "array without bytes"])
def test_so_they_do_without_a_jail(lab: Lab, name: str) -> None:
    cost_one_call(lab, GARBAGE[name])


def test_half_an_answer_is_waited_for_no_longer_than_the_limit(lab: Lab) -> None:
    work = lab.load(CHANNEL + "def f():\n    send(struct.pack('<II', 100, 1 << 25) + b'abc')\n    time.sleep(9)", "f", call_seconds=0.3)
    with pytest.raises(CallTimeout):
        work.f()


def test_an_answer_that_trickles_in_is_waited_for_no_longer_than_the_limit(lab: Lab) -> None:
    body = "def f():\n    send(struct.pack('<II', 10_000, 0))\n    while True:\n        send(b'x')\n        time.sleep(0.01)"
    work = lab.load(CHANNEL + body, "f", call_seconds=0.4)
    with pytest.raises(CallTimeout):
        work.f()


def test_half_an_answer_and_an_end_is_a_crash(lab: Lab) -> None:
    work = lab.load(CHANNEL + "def f():\n    send(struct.pack('<II', 100, 0) + b'abc')\n    os._exit(4)", "f")
    with pytest.raises(WorkerCrashed, match="exit code 4"):
        work.f()


def test_a_submission_that_hangs_up_is_at_fault_itself(lab: Lab) -> None:
    """It costs one call, at once, and never looks like a fault of the machine."""
    body = (
        "def f():\n    c = channel()\n    os.close(c._write_fd)\n"
        "    if c._read_fd != c._write_fd: os.close(c._read_fd)\n    time.sleep(9)\n"
    )
    work = lab.load(CHANNEL + body + "def g(): return 2", "f", "g", call_seconds=4.0)
    with pytest.raises(WorkerCrashed, match="closed the connection"):
        work.f()
    assert work.g() == 2


def test_a_submission_that_reads_its_own_requests_gains_nothing(lab: Lab) -> None:
    work = lab.load(CHANNEL + "def f():\n    os.read(channel()._read_fd, 9)\n    return 1", "f", call_seconds=0.3)
    with pytest.raises(CallTimeout):
        work.f()


def test_closing_twice_is_safe(start: StartWorker) -> None:
    worker = start(Limits(), Output(1 << 20))
    worker.close()
    worker.close()
    assert not worker.alive


def test_a_raw_request_is_answered(start: StartWorker) -> None:
    worker = start(Limits(), Output(1 << 20))
    encoder = Encoder(lambda value, encoder: [])
    try:
        load = pack(["load", "work", "cpu", [], encoder.encode(b"def f(): return 5")], encoder.buffers)
        assert worker.exchange(load, 60.0)[0] == ["value", None]
        assert worker.exchange(pack(["call", [None, ["f"]], ["l", []], ["d", []], False], []), 5.0)[0] == ["value", 5]
    finally:
        worker.close()


def test_a_submission_that_cannot_be_imported_costs_its_time_once(lab: Lab) -> None:
    work = lab.load("import time\ntime.sleep(0.3)\nraise ValueError('early')", "f")
    began = time.monotonic()
    for _ in range(5):
        with pytest.raises(SubmissionError, match="early") as caught:
            work.f()
    assert time.monotonic() - began < 2.5
    assert caught.value.text.en.startswith("while your file was imported:")
    assert lab.runs[-1].generation == 1


# Calls that look closer, handles, functions that are handed over


def test_an_observation_shows_arguments_and_warnings(lab: Lab) -> None:
    work = lab.load("import numpy as np\ndef f(x, y):\n    x += 1\n    y.append(3)\n    return np.log(np.zeros(1))", "f")
    seen = work.f.observe(np.zeros(2), y=[1])
    assert seen.value.tolist() == [-np.inf]
    assert seen.args[0].tolist() == [1, 1] and seen.kwargs == {"y": [1, 3]}
    assert [category for category, _ in seen.warnings] == ["RuntimeWarning"]


MODEL = """
class Model:
    def __init__(self): self.weight = [1.0]; self.training = True
    def __call__(self, x): return x * self.weight[0]
    def double(self): self.weight[0] *= 2; return self
    def __len__(self): return 3
    def __iter__(self): return iter([1, 2])
    def __getitem__(self, key): return key * 2
def build(): return Model()
def use(model, x): return model(x)
def same(a, b): return a is b
class Bare:
    def __iter__(self): return iter([4, 5])
def bare(): return Bare()
"""


def test_an_object_is_held_by_a_handle(lab: Lab) -> None:
    work = lab.load(MODEL, "build", "use", "same", "bare")
    model = work.build()
    assert isinstance(model, Handle) and model.type_name == "Model"
    assert model(3) == 3 and model.weight == [1.0] and model.training is True
    assert isinstance(model.double(), Handle) and model(3) == 6
    assert work.use(model, 2) == 4 and work.use(model=model, x=2) == 4 and work.same(model, model)
    assert len(model) == 3 and list(model) == [1, 2] and model[21] == 42
    assert list(work.bare()) == [4, 5]
    with pytest.raises(TypeError):
        len(work.bare())
    with pytest.raises(SubmissionError, match="AttributeError"):
        _ = model.absent
    with pytest.raises(AttributeError):
        _ = model._private


def test_a_handle_does_not_outlive_its_worker(lab: Lab) -> None:
    """Its number means another object, or none, in the next worker."""
    work = lab.load(MODEL + "import os\ndef die(): os._exit(0)", "build", "use", "die")
    model = work.build()
    bound = model.double
    with pytest.raises(WorkerCrashed):
        work.die()
    other = work.build()
    for again in (
        lambda: model(1),
        lambda: model.weight,
        bound,
        lambda: work.use(model, 1),
        lambda: work.use([model], 1),
        lambda: model[0],
    ):
        with pytest.raises(WorkerCrashed, match="was lost"):
            again()
    assert other(5) == 5


def test_a_handle_is_lost_even_before_another_worker_is_there(lab: Lab) -> None:
    work = lab.load(MODEL + "import os\ndef die(): os._exit(0)", "build", "die")
    for again in (lambda model: model(1), lambda model: model.weight):
        model = work.build()
        with pytest.raises(WorkerCrashed):
            work.die()
        with pytest.raises(WorkerCrashed, match="was lost"):
            again(model)


def test_a_function_of_the_suite_is_called_back(lab: Lab) -> None:
    work = lab.load("def f(g, x): return [g(x), g(x, k=2)]\ndef twice(x): return 2 * x", "f", "twice")
    asked: list[Any] = []

    def square(x: Any, k: int = 1) -> Any:
        asked.append(x)
        return k * x * x

    assert [each.tolist() for each in work.f(square, np.array([3.0]))] == [[9.0], [18.0]]
    assert len(asked) == 2 and type(asked[0]) is np.ndarray
    assert work.f(lambda x, k=0: x + k, 1) == [1, 3]


def test_importable_functions_and_its_own_are_handed_over_by_name(lab: Lab) -> None:
    work = lab.load("def f(g, x): return g(x)\ndef twice(x): return 2 * x", "f", "twice")
    assert work.f(np.sin, 0.0) == 0.0 and work.f(np.sum, [1, 2]) == 3 and work.f(abs, -2) == 2
    assert work.f(work.twice, 4) == 8


def test_a_callback_that_fails_is_the_submissions_error(lab: Lab) -> None:
    work = lab.load("def f(g): return g(1)", "f")
    with pytest.raises(SubmissionError, match="ZeroDivisionError in the function that was handed over"):
        work.f(lambda x: x / 0)


def test_callbacks_are_bounded_in_number(lab: Lab) -> None:
    work = lab.load("def f(g):\n    while True: g()", "f", call_seconds=20.0, total_seconds=30.0)
    asked = 0

    def count() -> None:
        nonlocal asked
        asked += 1

    with pytest.raises(WorkerCrashed):
        work.f(count)
    assert asked == 20_000


def test_callbacks_do_not_stretch_the_time_of_a_call(lab: Lab) -> None:
    """Each of them is answered at once; together they are one call."""
    work = lab.load("import time\ndef f(g):\n    while True:\n        g()\n        time.sleep(0.005)", "f", call_seconds=0.4)
    began = time.monotonic()
    with pytest.raises(CallTimeout, match=r"within 0\.4 s"):
        work.f(lambda: None)
    assert time.monotonic() - began < 1.5


def test_a_callback_with_arguments_of_another_kind_is_no_call(lab: Lab) -> None:
    body = "def f(g):\n    send(frame_of(b'\\x94\\xa8callback\\x00\\x07\\x92\\xa1d\\x90'))\n    time.sleep(5)"
    work = lab.load(CHANNEL + body, "f")
    with pytest.raises(WorkerCrashed, match="no answer"):
        work.f(lambda: None)


def test_a_suite_that_fails_in_a_callback_leaves_no_worker_in_the_middle(lab: Lab) -> None:
    """Its next answer would be taken for another call's."""
    work = lab.load("def f(g): return g()\ndef g(): return 3", "f", "g")

    def stop() -> None:
        pytest.fail("enough")

    with pytest.raises(pytest.fail.Exception):
        work.f(stop)
    assert work.g() == 3


def test_a_generator_is_handed_over_by_its_state(lab: Lab) -> None:
    work = lab.load("def f(rng): return rng.normal(size=3)\ndef g(rng): return rng", "f", "g")
    rng, twin = np.random.default_rng(4), np.random.default_rng(4)
    assert np.array_equal(work.f(rng), twin.normal(size=3))
    assert rng.random() == np.random.default_rng(4).random(), "the suite's own is where it was"
    assert work.g(np.random.default_rng(9)).random() == np.random.default_rng(9).random()


def test_the_tests_own_generator_is_never_handed_over(lab: Lab) -> None:
    work = lab.load("def f(*args, **kwargs): return 1", "f")
    own = np.random.default_rng(1)
    lab.runs[-1].begin("test", own)
    for args, kwargs in [((own,), {}), ((), {"rng": own}), (([1, own],), {}), (({"a": (own,)},), {})]:
        with pytest.raises(TypeError, match="must not hand over 'rng'"):
            work.f(*args, **kwargs)
    assert work.f(np.random.default_rng(1)) == 1


def test_answers_are_summarised_as_they_come(lab: Lab) -> None:
    """A transcript of large answers is small, and what a suite does to its arrays afterwards does not change it."""
    work = lab.load("import numpy as np\ndef f(x): return np.zeros(1_000_000)", "f")
    x = np.ones(2)
    answer = work.f(x)
    x[:] = 5
    answer[:] = 7
    [call] = lab.runs[-1].transcript
    assert len(repr(call.answer)) < 10_000 and "7.0" not in repr(call.answer) and "5.0" not in repr(call.arguments)


# The jail


def call(lab: Lab, body: str, **limits: Any) -> Any:
    """What a function of that body returns in the jail."""
    lines = "\n".join(f"    {line}" for line in body.strip().splitlines())
    return lab.load(f"import os, sys, ctypes, errno\ndef f():\n{lines}", "f", **limits).f()


def attempt(lab: Lab, expression: str) -> str:
    """The exception that an expression ends in, or its value."""
    return str(call(lab, f"try:\n    return repr({expression})\nexcept BaseException as fault:\n    return type(fault).__name__"))


@pytest.mark.parametrize(
    "expression",
    [
        "__import__('socket').socket()", "__import__('socket').socketpair()",
        "__import__('socket').create_connection(('127.0.0.1', 80), 1)",
        "__import__('urllib.request').request.urlopen('http://example.com', timeout=1)",
    ],
)  # fmt: skip
def test_there_is_no_network(jail_lab: Lab, expression: str) -> None:
    assert attempt(jail_lab, expression) in ("PermissionError", "URLError", "gaierror", "ModuleNotFoundError", "ImportError")


@pytest.mark.parametrize(
    "expression",
    [
        "os.fork()", "os.execv('/bin/sh', ['sh'])", f"os.execv({os.path.realpath(sys.executable)!r}, ['python'])",
        "os.system('true') and 1 / 0",
        "os.posix_spawn('/bin/true', ['true'], {})", "__import__('subprocess').run(['true'])", "os.forkpty()", "os.popen('true').read()",
    ],
)  # fmt: skip
def test_there_are_no_other_processes(jail_lab: Lab, expression: str) -> None:
    assert attempt(jail_lab, expression) in ("PermissionError", "ZeroDivisionError", "OSError", "BlockingIOError", "FileNotFoundError")


READS = """
def opens(path):
    try:
        if os.path.isdir(path):
            return bool(os.listdir(path))
        open(path, 'rb').read(1)
        return True
    except OSError:
        return False
"""


def test_there_is_nothing_of_the_course_to_read(jail_lab: Lab, minicourse: Path) -> None:
    places = [str(minicourse), str(Path(__file__).resolve()), str(Path(jail.__file__)), str(Path(jail.__file__).parent.parent)]
    places += ["/root", "/home", str(Path.home()), str(Path.cwd()), "/etc/passwd", "/sys", "/run", "/var", "/", "/tmp"]
    readable = call(jail_lab, f"{READS}\nreturn [each for each in {places!r} if opens(each)]")
    assert [each for each in readable if each != "/tmp"] == []


def test_nothing_of_gradekit_can_be_read_but_what_runs_inside(jail_lab: Lab) -> None:
    """By the names the jail itself has for it, and by those outside."""
    inside = call(jail_lab, "return os.path.dirname(sys.modules['inside'].__file__)")
    names = call(jail_lab, f"return os.listdir({inside!r})")
    assert {name for name in names if name.endswith(".py")} == {path.name for path in runtimes.INSIDE.glob("*.py")}
    around = [str(path) for path in Path(jail.__file__).parent.parent.rglob("*.py") if path.parent != runtimes.INSIDE]
    around += [str(Path(inside).parent / name) for name in ("host.py", "jail.py", "limits.py")]
    assert call(jail_lab, f"{READS}\nreturn [each for each in {around!r} if opens(each)]") == []


def test_its_environment_is_empty_but_for_the_jails(jail_lab: Lab, monkeypatch: pytest.MonkeyPatch) -> None:
    assert call(jail_lab, "return dict(os.environ)").keys() <= runtimes.environment().keys() | {"PWD", "LC_CTYPE"}


@pytest.mark.parametrize(
    "path",
    [
        "/proc/self/environ",
        "/proc/1/environ",
        "/proc/self/maps",
        "/proc/self/mem",
        "/proc/1/root/etc/passwd",
        "/proc/sys/kernel/core_pattern",
    ],
)
def test_there_is_no_proc(jail_lab: Lab, path: str) -> None:
    """Not even one's own: the environment of a jail's init was readable there once, and kernel settings writable."""
    for mode in ("rb", "r+b"):
        assert attempt(jail_lab, f"open({path!r}, {mode!r}).read()") in ("FileNotFoundError", "PermissionError")


def test_torch_does_not_exist_for_the_numpy_runtime(jail_lab: Lab) -> None:
    for name in ("torch", "pytest", "gradekit", "sklearn", "pip"):
        assert attempt(jail_lab, f"__import__({name!r})") == "ModuleNotFoundError"
    folder = call(jail_lab, "return next(each for each in sys.path if each.endswith('packages'))")
    assert call(jail_lab, f"return sorted(os.listdir({folder!r}))") == sorted(path.name for path in runtimes.packages("numpy"))
    assert "torch" not in {path.name for path in runtimes.packages("numpy")}


def test_each_worker_finds_an_empty_folder_of_its_own(jail_lab: Lab) -> None:
    source = (
        "import os, tempfile\n"
        "def put(): open('mine', 'w').write('secret'); return os.getcwd()\n"
        "def look(path=None): return os.listdir(path or os.getcwd())\n"
        "def temporary(): return tempfile.gettempdir() == os.getcwd() == os.environ['HOME']"
    )
    one, other = jail_lab.load(source, "put", "look", "temporary"), jail_lab.load(source, "put", "look")
    place = one.put()
    assert one.look() == ["mine"] and one.look(place) == ["mine"] and one.temporary()
    assert other.look() == []
    with contextlib.suppress(SubmissionError):  # the same name, another folder; or a folder it may not look into
        assert other.look(place) == []
    jail_lab.runs[0].close()
    assert jail_lab.load(source, "look").look() == []


@pytest.mark.parametrize(
    "path",
    ["/gradekit-x", "/usr/x", "/etc/x", "/gradekit/inside/worker.py", "/gradekit/packages/numpy/x", "/dev/x", "/dev/shm/x", "/proc/x"],
)
def test_nothing_but_its_own_folder_can_be_written(jail_lab: Lab, path: str) -> None:
    assert attempt(jail_lab, f"open({path!r}, 'w')") in ("OSError", "PermissionError", "FileNotFoundError")


@pytest.mark.parametrize(
    "body",
    ["open('x', 'wb').write(bytes(80 << 20))", "[open(str(n), 'wb').write(bytes(4 << 20)) for n in range(400)]",
    "[open(str(n), 'w') for n in range(3000)]"],
)  # fmt: skip
def test_the_scratch_space_is_bounded(jail_lab: Lab, body: str) -> None:
    """By the kernel, which refuses; or by the init, which ends it."""
    try:
        ending = attempt(jail_lab, f"({body}, __import__('time').sleep(1))")
    except WorkerCrashed as fault:
        ending = fault.text.en
    assert ending == "OSError" or ("SIGXFSZ" in ending and "wrote more to disk" in ending)


DEEP = "place = os.getcwd()\nfor _ in range(900): os.mkdir('d' * 9), os.chdir('d' * 9)\nos.mkdir('shut', 0)\nreturn place"


def test_the_deepest_folder_is_cleared_away(warm_contained: WarmProcess, lab_at: Callable[[WarmProcess], Lab]) -> None:
    """Deeper than a path can be long, and closed to everyone."""
    lab = lab_at(warm_contained)
    place = call(
        lab, "place = os.getcwd()\nfor _ in range(900):\n    os.mkdir('d' * 9); os.chdir('d' * 9)\nos.mkdir('shut', 0)\nreturn place"
    )
    assert Path(place).exists()
    lab.close()
    assert eventually(lambda: not Path(place).exists())


@pytest.mark.parametrize(
    "body",
    [
        "x = []\nwhile True: x.append(bytearray(1 << 20))",
        "import numpy as np\nreturn np.ones(1 << 30).sum()",
        "x = 'a'\nwhile True: x += x",
        "import mmap\nx = []\nwhile True: x.append(mmap.mmap(-1, 1 << 26)); x[-1].write(bytes(1 << 26))",
    ],
    ids=["bytes", "array", "text", "mappings"],
)
def test_memory_is_bounded_and_the_next_call_finds_it_free(jail_lab: Lab, body: str) -> None:
    lines = "\n".join(f"    {line}" for line in body.splitlines())
    work = jail_lab.load(f"def f():\n{lines}\ndef g(): return len(bytearray(100 << 20))", "f", "g", memory_bytes=160 << 20)
    with pytest.raises((OutOfMemory, SubmissionError)) as caught:
        work.f()
    assert isinstance(caught.value, OutOfMemory) or "memory" in str(caught.value).lower()
    assert work.g() == 100 << 20


def test_threads_are_bounded(jail_lab: Lab) -> None:
    body = "import threading, time\nfor n in range(500):\n    threading.Thread(target=time.sleep, args=(1,), daemon=True).start()"
    with pytest.raises(SubmissionError, match="can't start new thread"):
        call(jail_lab, body)


def test_processor_time_is_bounded_too(jail_lab: Lab, monkeypatch: pytest.MonkeyPatch) -> None:
    """For what keeps many cores busy at once; the limit says so itself, and does not kill without a cause."""
    usual = Limits.for_kernel
    monkeypatch.setattr(Limits, "for_kernel", lambda self: usual(self) | {"CPU": 1})
    work = jail_lab.load("def f():\n    while True: pass", "f")
    with pytest.raises(CallTimeout, match="processor time"):
        work.f()


# What a process would need to get out, by number on x86-64: each must be denied.
ESCAPES = {
    "ptrace": (101, 16, 1, 0, 0), "mount": (165, 0, 0, 0, 0), "umount2": (166, 0, 0), "pivot_root": (155, 0, 0), "chroot": (161, 0),
    "unshare": (272, 0x10000000),
    "setns": (308, 0, 0), "bpf": (321, 0, 0, 0), "keyctl": (250, 0, 0), "perf_event_open": (298, 0, 0, 0, 0), "io_uring_setup": (425, 8, 0),
    "userfaultfd": (323, 0), "process_vm_readv": (310, 1, 0, 0, 0, 0), "process_vm_writev": (311, 1, 0, 0, 0, 0),
    "kexec_load": (246, 0, 0, 0, 0),
    "init_module": (175, 0, 0, 0), "clone_vm": (56, 0x100 | 17, 0, 0, 0, 0), "vfork": (58,), "execveat": (322, 0, 0, 0, 0),
    "memfd_create": (319, 0, 0),
    "open_by_handle_at": (304, 0, 0, 0), "name_to_handle_at": (303, 0, 0, 0, 0), "shmget": (29, 0, 4096, 0o1600),
    "mq_open": (240, 0, 0, 0, 0),
    "prlimit64 of init": (302, 1, 7, 0, 0), "setuid": (105, 0), "capset": (126, 0, 0), "prctl dumpable": (157, 4, 1, 0, 0),
    "prctl seccomp": (157, 22, 0, 0, 0),
    "tiocsti": (16, 0, 0x5412, 0), "sendmsg": (46, 3, 0, 0), "socket": (41, 1, 1, 0), "pidfd_getfd": (438, 0, 0, 0),
    "add_key": (248, 0, 0, 0, 0, 0),
    "fsopen": (430, 0, 0), "open_tree": (428, 0, 0, 0), "personality": (135, 0), "landlock": (444, 0, 0, 0),
    "x32 getpid": (0x40000000 + 39,),
}  # fmt: skip


@pytest.mark.skipif(os.uname().machine != "x86_64", reason="the numbers are those of x86-64")
def test_system_calls_that_lead_outside_are_denied(jail_lab: Lab) -> None:
    body = (
        "def f(*args):\n    import ctypes\n    libc = ctypes.CDLL(None, use_errno=True)\n"
        "    ctypes.set_errno(0)\n    result = libc.syscall(*map(ctypes.c_long, args))\n    return result, ctypes.get_errno()"
    )
    work = jail_lab.load(body, "f")
    allowed = {}
    for name, args in ESCAPES.items():
        try:
            result, number = work.f(*args)
        except WorkerCrashed:
            continue  # the filter ended it, as for another architecture's calls
        if (result, number) != (-1, 1):
            allowed[name] = (result, number)
    assert allowed == {}


def test_it_cannot_signal_its_init_or_anything_else(jail_lab: Lab) -> None:
    source = (
        "import os, signal\ndef f():\n    for target in (1, -1, os.getppid()):\n"
        "        try: os.kill(target, signal.SIGKILL)\n        except OSError: pass\n    return os.getpid()"
    )
    work = jail_lab.load(source, "f")
    assert work.f() == work.f() > 1


@pytest.mark.parametrize(
    "attempted",
    [
        "__import__('fcntl').flock(os.open('/dev/null', os.O_RDONLY), 2)",
        "__import__('fcntl').lockf(os.open('mine', os.O_RDWR | os.O_CREAT), 2)",
        "__import__('fcntl').fcntl(os.open(os.__file__, os.O_RDONLY), 1026, 1)",  # F_NOTIFY
        "__import__('fcntl').fcntl(os.open('/dev/null', os.O_RDONLY), 8, 1)",  # F_SETOWN
    ],
)
def test_files_it_shares_with_the_machine_are_no_channel(jail_lab: Lab, attempted: str) -> None:
    """Locks on the interpreter's own files would be felt outside, and changes to them here."""
    assert attempt(jail_lab, attempted) == "PermissionError"


def test_its_process_group_is_its_own(jail_lab: Lab) -> None:
    """kill(0) needs no right to signal others where they are of one's own group, as the warm process and all its forks once were."""
    work = jail_lab.load("import os\ndef f(): return [os.getpid(), os.getpgid(0), os.getsid(0)]", "f")
    assert len(set(work.f())) == 1


def test_no_folder_but_its_own_is_writable_in_any_mount(quiet_warm: WarmProcess, quiet_lab: Lab) -> None:
    """Those that hide the interpreter's other packages were once, and shared by all workers."""
    if quiet_warm.jail.name == "landlock":
        return  # it has the machine's mounts; Landlock alone decides there
    before = descendants(quiet_warm.pid)
    quiet_lab.load("def f(): return 1", "f").f()
    worker = max(set(descendants(quiet_warm.pid)) - set(before))
    mounts = [line.split() for line in Path(f"/proc/{worker}/mountinfo").read_text().splitlines()]
    writable = [fields[4] for fields in mounts if "rw" in fields[5].split(",") and not fields[4].startswith("/dev/")]
    assert set(writable) == {"/tmp"}


def descendants(root: int) -> dict[int, str]:
    """Every process below root, with its state's first letter; a parent stands before its children."""
    parents: dict[int, list[tuple[int, str]]] = {}
    for entry in Path("/proc").iterdir():
        if entry.name.isdigit():
            try:
                state, parent = entry.joinpath("stat").read_text().rpartition(")")[2].split()[:2]
            except OSError:
                continue
            parents.setdefault(int(parent), []).append((int(entry.name), state))
    found: dict[int, str] = {}
    waiting = [root]
    while waiting:
        for pid, state in parents.get(waiting.pop(), []):
            found[pid] = state
            waiting.append(pid)
    return found


def eventually(condition: Callable[[], bool], seconds: float = 2.0) -> bool:
    deadline = time.monotonic() + seconds
    while not condition():
        if time.monotonic() > deadline:
            return False
        time.sleep(0.01)
    return True


@pytest.fixture(params=["warm_numpy", "warm_contained"])
def quiet_warm(request: pytest.FixtureRequest) -> WarmProcess:
    """A warm process without workers, of either jail."""
    warm: WarmProcess = request.getfixturevalue(request.param)
    idle = 2 if warm.jail.name == "namespaces" else 0  # bubblewrap's init, and the warm process in it
    assert eventually(lambda: len(descendants(warm.pid)) <= idle), "workers of an earlier test are still there"
    return warm


@pytest.fixture
def quiet_lab(quiet_warm: WarmProcess, lab_at: Callable[[WarmProcess], Lab]) -> Lab:
    return lab_at(quiet_warm)


KEPT = {"namespaces": 1 << 5, "landlock": 1 << 5 | 1 << 1 | 1 << 3}  # CAP_KILL; CAP_DAC_OVERRIDE and CAP_FOWNER


def test_seen_from_outside_a_worker_has_no_privileges(quiet_warm: WarmProcess, quiet_lab: Lab) -> None:
    name = quiet_warm.jail.name
    before = descendants(quiet_warm.pid)
    work = quiet_lab.load("def f(): return 1", "f")
    work.f()
    new = sorted(set(descendants(quiet_warm.pid)) - set(before))
    assert len(new) == 2, "an init and a worker"
    for pid in new:
        status = dict(line.split(":\t", 1) for line in Path(f"/proc/{pid}/status").read_text().splitlines() if ":\t" in line)
        # The init may end what runs beneath it, and in the jail without namespaces clear its folder away; the worker may nothing.
        kept = dict.fromkeys(new, 0) | ({new[0]: KEPT[name]} if os.geteuid() == 0 else {})
        assert all(int(status[each], 16) == 0 for each in ("CapInh", "CapAmb")), status
        assert all(int(status[each], 16) == kept[pid] for each in ("CapPrm", "CapEff")), status
        assert status["NoNewPrivs"] == "1"
    status = dict(line.split(":\t", 1) for line in Path(f"/proc/{new[1]}/status").read_text().splitlines() if ":\t" in line)
    assert status["Seccomp"] == "2" and int(status["CapBnd"], 16) == 0
    hidden = stat.S_IXOTH & ~Path(sys.executable).resolve().parents[-2].stat().st_mode  # an interpreter below /root, say
    if os.geteuid() == 0 and not (hidden and name == "landlock"):
        assert 0 not in map(int, status["Uid"].split()) and len(set(status["Uid"].split())) == 1
        assert status["Groups"].strip() == ""
    if name == "namespaces":
        own = {kind: os.readlink(f"/proc/self/ns/{kind}") for kind in ("user", "pid", "mnt", "net", "ipc", "uts")}
        assert all(os.readlink(f"/proc/{new[1]}/ns/{kind}") != link for kind, link in own.items())
    assert sorted(int(each) for each in os.listdir(f"/proc/{new[1]}/fd")) == [0, 1, 2, 3, 4]


def test_nothing_is_left_of_a_worker(quiet_warm: WarmProcess, quiet_lab: Lab) -> None:
    """Not its threads, not its mounts, not its init, whichever way it ended."""
    before = set(descendants(quiet_warm.pid))
    inside = [quiet_warm.pid, *descendants(quiet_warm.pid)][-1]
    mounts = Path(f"/proc/{inside}/mountinfo").read_text()
    source = (
        "import os, threading, time\n"
        "for _ in range(5): threading.Thread(target=time.sleep, args=(60,)).start()\n"
        "def f(code):\n    os._exit(code) if code >= 0 else time.sleep(60)"
    )
    for code in (0, 3, -1):
        work = quiet_lab.load(source, "f", call_seconds=0.2)
        with pytest.raises((WorkerCrashed, CallTimeout)):
            work.f(code)
    quiet_lab.close()
    assert eventually(lambda: set(descendants(quiet_warm.pid)) == before)
    assert Path(f"/proc/{inside}/mountinfo").read_text() == mounts
    assert len(os.listdir(f"/proc/{inside}/fd")) < 20


def test_no_descriptor_of_the_judge_is_left_open(jail_lab: Lab) -> None:
    source = "import os\ndef f(): os._exit(1)\ndef g(): return 1"
    jail_lab.load(source, "g").g()
    jail_lab.close()
    before = len(os.listdir("/proc/self/fd"))
    for _ in range(5):
        work = jail_lab.load(source, "f", "g")
        with pytest.raises(WorkerCrashed):
            work.f()
        work.g()
    jail_lab.close()
    assert len(os.listdir("/proc/self/fd")) == before


def test_many_workers_at_once(warm_numpy: WarmProcess) -> None:
    def one(number: int) -> Any:
        output = Output(1 << 20)
        run = SubmissionRun(
            "work",
            f"def f(x): return [x, {number}]",
            Limits(),
            "cpu",
            lambda limits, out: JailedWorker(warm_numpy.address, limits, out),
            output,
        )
        try:
            return RemoteModule(run, frozenset({"f"})).f(number)
        finally:
            run.close()

    with ThreadPoolExecutor(16) as pool:
        assert list(pool.map(one, range(48))) == [[number, number] for number in range(48)]


@pytest.fixture
def many_descriptors() -> Iterator[None]:
    """A process with so many open files that no low number is free."""
    opened = [os.open("/dev/null", os.O_RDONLY) for _ in range(30)]
    yield
    for each in opened:
        os.close(each)


def test_a_warm_process_that_is_killed_is_started_again(warm_numpy: WarmProcess, many_descriptors: None) -> None:
    """Killed from outside with kill -9, both its jail and the process in it; whoever asks meanwhile is served."""
    with WarmProcess("numpy") as own:
        own.wait_ready()
        alone = len(descendants(own.pid))
        for victim in (lambda: own.pid, lambda: list(descendants(own.pid))[-1]):
            # A worker that was just closed may still be going: what is killed is the innermost process without one.
            assert eventually(lambda: len(descendants(own.pid)) == alone)
            pid = victim()
            os.kill(pid, signal.SIGKILL)
            worker = JailedWorker(own.address, Limits(), Output(1 << 20)) if asked_again(own, pid) else None
            assert worker is not None and worker.alive
            worker.close()
        pid = own.pid
    assert eventually(lambda: not Path(f"/proc/{pid}").exists())


def asked_again(own: WarmProcess, pid: int) -> bool:
    return eventually(lambda: own.pid != pid or not Path(f"/proc/{pid}").exists())


def test_a_worker_whose_warm_process_dies_is_the_machines_fault() -> None:
    with WarmProcess("numpy") as own:
        own.wait_ready()
        worker = JailedWorker(own.address, Limits(), Output(1 << 20))
        pids = [own.pid, *descendants(own.pid)]
        os.kill(own.pid, signal.SIGKILL)
        assert len(pids) >= 4 and eventually(lambda: not any(Path(f"/proc/{pid}").exists() for pid in pids))
        with pytest.raises(SandboxError):
            worker.exchange(pack(["call", [None, ["f"]], ["l", []], ["d", []], False], []), 1.5)
        assert not worker.alive


def test_closing_before_it_is_ready_takes_no_time() -> None:
    own = WarmProcess("numpy")
    began = time.monotonic()
    own.close()
    assert time.monotonic() - began < 1.5
    assert not Path(f"/proc/{own.pid}").exists()


def test_a_warm_process_that_cannot_start_says_why(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(runtimes, "python_line", lambda *args: ["/bin/sh", "-c", "echo broken here >&2; exit 1"])
    with WarmProcess("numpy", jail="landlock") as own, pytest.raises(SandboxError, match="broken here"):
        own.wait_ready()


def test_an_address_where_nobody_listens_is_the_machines_fault(tmp_path: Path) -> None:
    with pytest.raises(SandboxError):
        JailedWorker(str(tmp_path / "absent"), Limits(), Output(1 << 20))


def test_without_bubblewrap_the_refusal_says_what_to_do(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("PATH", "/nonexistent")
    reason = jail.why_not("namespaces")
    assert reason is not None and "bubblewrap is missing" in reason and "install" in reason
    with pytest.raises(CannotJail, match="bubblewrap is missing"):
        WarmProcess("numpy", jail="namespaces")
    assert jail.choose().name == "landlock", "the strongest of those that work"


@pytest.mark.parametrize(("version", "words"), [(0, "has no Landlock"), (2, "version 2, and 3 is needed")])
def test_without_landlock_the_refusal_says_what_to_do(monkeypatch: pytest.MonkeyPatch, version: int, words: str) -> None:
    monkeypatch.setattr(landlock, "version", lambda: version)
    with pytest.raises(CannotJail, match=f"{words}.*Linux 6.2 or later"):
        jail.choose("landlock")
    monkeypatch.setenv("PATH", "/nonexistent")
    assert "bubblewrap" in (jail.why_no_jail() or "")
    with pytest.raises(CannotJail, match="bubblewrap is missing"):
        jail.choose()


@pytest.mark.parametrize(("status", "kind", "words"), [(9, WorkerCrashed, "SIGKILL"), (24, CallTimeout, "processor time"),
(3 << 8, WorkerCrashed, "exit code 3"), (64, WorkerCrashed, "signal|SIGRT")])  # fmt: skip
def test_a_wait_status_in_words(status: int, kind: type[Exception], words: str) -> None:
    with pytest.raises(kind, match=words):
        raise ended(status)


def test_the_filter_is_a_program() -> None:
    assert len(compile_filter()) % 8 == 0 and compile_filter() != compile_filter(True)


def test_the_protocol_error_of_a_worker_closes_it(jailed: StartWorker) -> None:
    worker = jailed(Limits(), Output(1 << 20))
    encoder = Encoder(lambda value, encoder: [])
    source = encoder.encode((CHANNEL + "os.write(3, b'\\xff' * 100)").encode())
    with pytest.raises(ProtocolError):
        worker.exchange(pack(["load", "work", "cpu", [], source], encoder.buffers), 2.0)
    assert not worker.alive


# The torch runtime


@pytest.fixture
def torch_work(warm_torch: WarmProcess) -> Iterator[Callable[..., RemoteModule]]:
    runs: list[SubmissionRun] = []

    def load(source: str, *functions: str, **limits: Any) -> RemoteModule:
        run = SubmissionRun("work", source, Limits(**limits), "cpu", lambda a, b: JailedWorker(warm_torch.address, a, b), Output(1 << 20))
        runs.append(run)
        return RemoteModule(run, frozenset(functions))

    yield load
    for run in runs:
        run.close()


TRAINING = """
import torch
from torch import nn
from torch.utils.data import DataLoader, TensorDataset

def build():
    torch.manual_seed(3)
    return nn.Sequential(nn.Linear(4, 8), nn.ReLU(), nn.Dropout(0.1), nn.Linear(8, 2))

def train(model, x, y, kind):
    optimizer = getattr(torch.optim, kind)(model.parameters(), lr=0.05)
    losses = []
    for _ in range(5):
        for batch, labels in DataLoader(TensorDataset(x, y), batch_size=4, shuffle=True):
            optimizer.zero_grad()
            loss = nn.functional.cross_entropy(model(batch), labels)
            loss.backward()
            optimizer.step()
            losses.append(loss.item())
    return losses

def threads(): return torch.get_num_threads(), torch.get_num_interop_threads()
def hoard(): return torch.ones(1 << 30)
"""


def test_a_model_is_trained_in_the_jail(torch_work: Callable[..., RemoteModule]) -> None:
    import torch

    generator = torch.Generator().manual_seed(0)
    x = torch.randn(16, 4, generator=generator)
    y = (x.sum(1) > 0).long()
    for kind in ("SGD", "Adam"):
        found = []
        for _ in range(2):
            work = torch_work(TRAINING, "build", "train")
            model = work.build()
            found.append(work.train(model, x, y, kind))
        assert found[0] == found[1], "the same submission, the same losses"
        assert found[0][-1] < found[0][0]
    state = model.state_dict()
    assert list(state) == ["0.weight", "0.bias", "3.weight", "3.bias"] and state["0.weight"].shape == (8, 4)
    model.load_state_dict({name: torch.zeros_like(each) for name, each in state.items()})
    assert model.eval()(x).tolist() == torch.zeros(16, 2).tolist() and model.training is False
    assert len(list(model.parameters())) == 4


def test_torch_runs_on_one_thread(torch_work: Callable[..., RemoteModule]) -> None:
    assert torch_work(TRAINING, "threads").threads() == (1, 1)


def test_torch_that_asks_for_too_much_is_out_of_memory(torch_work: Callable[..., RemoteModule]) -> None:
    with pytest.raises(OutOfMemory):
        torch_work(TRAINING, "hoard").hoard()


def test_the_request_for_a_worker_is_plain_data() -> None:
    """What travels to a warm process: numbers by name."""
    limits = Limits().for_kernel()
    assert msgpack.unpackb(msgpack.packb(limits)) == limits and all(isinstance(value, int) for value in limits.values())
    assert Limits(total_seconds=7.0).for_kernel()["CPU"] > 7


def test_the_start_of_a_worker_is_no_part_of_a_submissions_time(lab: Lab) -> None:
    """It may take seconds on a student's machine."""
    work = lab.load("def f(): return 1", "f", call_seconds=0.1, total_seconds=0.12)
    assert work.f() == 1


def test_a_local_worker_that_does_not_come_up_is_the_machines_fault(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys, "executable", "/bin/false")
    worker = LocalWorker(Limits(), Output(1 << 20))
    with pytest.raises(WorkerGone, match="did not come up"):
        worker.wait_ready()
    assert not worker.alive


# What a student is told of an ending


ENDS = """import ctypes, sys
def loops():
    while True: pass
def faults():
    return ctypes.string_at(8)
def aborts():
    import os
    os.abort()
def hungry():
    return bytearray(1 << 40)
def floods():
    while True: print("x" * 4000)
"""


@pytest.mark.parametrize(
    ("name", "kind", "en", "ko"),
    [
        (
            "loops",
            CallTimeout,
            "within 1 s and was at line 3 of your file",
            "1초 안에 답이 나오지 않았습니다. 중단할 때 제출 파일의 3번째 줄",
        ),
        (
            "faults",
            WorkerCrashed,
            "SIGSEGV at line 5 of your file: it reached for memory",
            "제출 파일 5번째 줄에서 프로세스가 SIGSEGV 신호로",
        ),
        ("aborts", WorkerCrashed, "SIGABRT at line 8 of your file", "제출 파일 8번째 줄에서 프로세스가 SIGABRT 신호로"),
    ],
)
def test_an_ending_names_its_line_and_its_limit(lab: Lab, name: str, kind: type[Exception], en: str, ko: str) -> None:
    work = lab.load(ENDS, name, call_seconds=1.0)
    with pytest.raises(kind) as caught:
        getattr(work, name)()
    assert en in caught.value.text.en and ko in caught.value.text.ko  # type: ignore[attr-defined]


@pytest.mark.parametrize(
    ("name", "kind", "en", "ko"),
    [
        ("hungry", OutOfMemory, "its 256 MiB of memory at line 10 of your file", "제출 파일 10번째 줄에서 허용된 메모리 256 MiB"),
        ("floods", OutputLimit, "more than 1 MiB at line 12 of your file", "제출 파일 12번째 줄에서 1 MiB가 넘는 출력"),
    ],
)
def test_an_ending_by_a_limit_of_the_jail_names_both(jail_lab: Lab, name: str, kind: type[Exception], en: str, ko: str) -> None:
    work = jail_lab.load(ENDS, name, call_seconds=5.0, memory_bytes=256 << 20, output_bytes=1 << 20)
    with pytest.raises(kind) as caught:
        getattr(work, name)()
    assert en in caught.value.text.en and ko in caught.value.text.ko  # type: ignore[attr-defined]


def test_last_words_that_are_forged_name_no_line_of_another_file(jail_lab: Lab) -> None:
    """They are the submission's own; a number is all that is taken from them."""
    source = (
        "import os\ndef f(words):\n    os.write(4, words)\n    os._exit(3) if b'exit' in words else os.abort()\n"
        "def g():\n    import faulthandler, signal\n    signal.signal(signal.SIGUSR1, signal.SIG_IGN)\n    while True: pass"
    )
    work = jail_lab.load(source, "f", "g", call_seconds=0.5)
    for words in (b'File "/etc/passwd", line 7 in x', b'File "work.py", line 99999999999 in x', b"\x1b[31m" * 9000, b"\xff\x00"):
        with pytest.raises(WorkerCrashed, match=r"SIGABRT at line 4 of your file|SIGABRT: a library") as caught:
            work.f(words)
        assert "\x1b" not in caught.value.text.en
    with pytest.raises(CallTimeout, match=r"^gave no answer within 0.5 s: is there"):
        work.g()


def test_a_part_of_an_object_that_can_be_called_has_attributes_too(lab: Lab) -> None:
    """As a layer of a model has: it is called like a method, and asked like an object."""
    source = (
        "class Layer:\n    def __init__(self): self.weight = [1.0, 2.0]; self.inner = self\n    def __call__(self, x): return x + 1\n"
        "class Model:\n    def __init__(self): self.layer = Layer()\ndef build(): return Model()"
    )
    model = lab.load(source, "build").build()
    assert model.layer(1) == 2 and model.layer.weight == [1.0, 2.0] and model.layer.inner.inner(5) == 6
    with pytest.raises(SubmissionError, match="no attribute 'bias'"):
        _ = model.layer.bias


def test_metadata_of_another_kind_tells_the_same(monkeypatch: pytest.MonkeyPatch) -> None:
    """Whoever imports the backport importlib_metadata, as Dask does, gets distributions of its class from the standard library, too."""
    known = metadata.distribution

    class Other:
        def __init__(self, name: str) -> None:
            self._own = known(name)

        def __getattr__(self, name: str) -> object:
            return getattr(self._own, name)

    expected = runtimes.packages("numpy")
    monkeypatch.setattr(metadata, "distribution", Other)
    assert runtimes.packages.__wrapped__("numpy") == expected
