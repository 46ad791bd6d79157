"""The judge: every way a submission can end becomes a verdict, and nothing a submission does becomes anything else."""

import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from gradekit.engine.setting import GradingSetting
from gradekit.engine.tasks import judge_chunk, suite_tests, transcribe
from gradekit.errors import CourseError, SandboxError
from gradekit.intake import Kind, Submission
from gradekit.judge.judge import Judge
from gradekit.results import MESSAGE_BYTES, OUTPUT_BYTES, Result, Status, Verdict
from gradekit.sandbox.limits import Limits
from gradekit.sandbox.workers import Output, WorkerGone

Bench = Any  # conftest's

SUITE = """
@points(60)
@hint(en="double it", ko="두 배입니다")
def test_double(submission):
    assert_close(submission.f(np.array([1.0, 2.0])), [2.0, 4.0], what="f(x)")

@points(40)
def test_again(submission):
    assert_close(submission.f(3.0), 6.0, what="f(3)")
"""
RIGHT = "def f(x): return x * 2\n"


def verdicts(result: Result) -> list[str]:
    return [test.outcome.value for test in result.tests]


ENDINGS = {
    "right": (RIGHT, "passed", ""),
    "wrong": ("def f(x): return x * 3", "failed", "f(x): 2 of 2 values differ, the first at [0]: got 3, expected 2"),
    "none": ("def f(x): pass", "failed", "f(x) is None: is a 'return' missing?"),
    "raises": ("def f(x):\n    return 1 / 0", "error", "raised ZeroDivisionError: division by zero (line 2 of your file)"),
    "stub": ("def f(x): raise NotImplementedError('write it')", "error", "raised NotImplementedError: write it (line 1 of your file)"),
    "slow": ("def f(x):\n    while True: pass", "timeout", "gave no answer within 0.3 s"),
    "greedy": ("def f(x): return bytearray(1 << 40)", "memory", "ran out of its 192 MiB of memory at line 1 of your file"),
    "exits": ("import os\ndef f(x): os._exit(5)", "crashed", "its process ended by itself with exit code 5"),
    "crashes": ("import os\ndef f(x): os.abort()", "crashed", "SIGABRT"),
    "prints": ("def f(x):\n    while True: print('x' * 999_999)", "error", "printed more than 16 MiB"),
    "odd": ("import numpy as np\ndef f(x): return np.array([None])", "failed", "its answer cannot be used: an array of dtype object"),
    "missing": ("def g(x): return x", "failed", "f is not defined in your file"),
    "no function": ("f = 5", "error", "raised TypeError"),
    "an object": ("def f(x): return f", "failed", "should be numbers, but is a function"),
    "at import": (
        "def f(x): return x * 2\nraise KeyError('k')",
        "error",
        "while your file was imported: raised KeyError: 'k' (line 2 of your file)",
    ),
    "exits at import": ("import os\nos._exit(0)", "crashed", "while your file was imported: its process ended by itself"),
    "system exit": ("import sys\nsys.exit('bye')", "error", "while your file was imported: raised SystemExit: bye"),
    "syntax": ("def f(x) return x", "error", "work.py, line 1, column"),
    "policy": ("import torch\ndef f(x): return x * 2", "refused", "line 1: torch is not allowed in this exercise"),
    "empty": ("", "failed", "f is not defined in your file"),
}


@pytest.mark.parametrize("name", ENDINGS)
def test_every_ending_is_a_verdict_with_words(bench: Bench, name: str) -> None:
    source, verdict, words = ENDINGS[name]
    result = bench.result(SUITE, source, call_seconds=0.3 if verdict == "timeout" else 2.0)
    assert verdicts(result) == [verdict, verdict]
    assert words in result.tests[0].message
    assert result.status is (Status.REFUSED if verdict == "refused" else Status.GRADED)
    assert (result.score, result.max_score) == (100.0 if verdict == "passed" else 0.0, 100.0)
    ran = name not in ("syntax", "policy")
    assert result.tests[0].hint == ("" if verdict == "passed" or not ran else "double it")
    assert all(len(test.message.encode()) <= MESSAGE_BYTES and "\n" not in test.message for test in result.tests)


@pytest.mark.parametrize("name", ["wrong", "raises", "exits", "missing", "at import", "syntax", "policy"])
def test_the_same_in_korean(bench: Bench, name: str) -> None:
    result = bench.result(SUITE, ENDINGS[name][0], lang="ko")
    assert any("가" <= letter <= "힣" for letter in result.tests[0].message)
    assert result.tests[0].hint in ("", "두 배입니다")


@pytest.mark.parametrize("content", [b"\xff\xfe", b"x = '\0'", b"x = 1\n" * 400_000])
def test_what_is_no_text_is_refused(bench: Bench, content: bytes) -> None:
    result = bench.result(SUITE, content)
    assert result.status is Status.REFUSED and verdicts(result) == ["refused", "refused"] and result.max_score == 100


def test_a_submission_that_is_missing_has_a_row_with_every_test(bench: Bench) -> None:
    found: list[Result] = []
    bench.judge(SUITE).judge([Submission("kim", "work", bench.folder / "absent.py", Kind.MISSING)], found.append)
    assert found[0].status is Status.MISSING and (found[0].score, found[0].max_score) == (0, 100)


LEVELS = """
@points(50)
def test_value(submission):
    assert_close(submission.f(1.5), 4.25, what="f(1.5)")

@points(50)
@feedback("{own}")
def test_own(submission):
    assert_close(submission.f(1.5), 4.25, what="f(1.5)")
"""


@pytest.mark.parametrize(
    ("level", "words"), [("full", "f(1.5) is 3, expected 4.25"), ("brief", "f(1.5) has a wrong value"), ("verdict", "")]
)
def test_feedback_says_no_more_than_its_author_allows(bench: Bench, level: str, words: str) -> None:
    result = bench.result(LEVELS.replace("{own}", "brief"), RIGHT, feedback=level)
    assert [test.message for test in result.tests] == [words, "f(1.5) has a wrong value"]


def test_a_bare_assertion_shows_nothing_of_itself(bench: Bench) -> None:
    result = bench.result("@points(1)\ndef test_a(submission):\n    secret = 42\n    assert submission.f(1) == secret", RIGHT)
    assert result.tests[0].message == "this check did not pass"


@pytest.mark.parametrize(
    ("award", "points", "verdict"),
    [("0.7", 7.0, "failed"), ("1.0", 10.0, "passed"), ("0", 0.0, "failed"), ("5", 10.0, "passed"), ("-1", 0.0, "failed"),
    ("np.float64(0.25)", 2.5, "failed"), ("1/3", 3.3333, "failed")],
)  # fmt: skip
def test_part_of_the_points(bench: Bench, award: str, points: float, verdict: str) -> None:
    suite = f"@points(10)\ndef test_a(submission, award):\n    submission.f(1)\n    award({award}, Text('so much', '이만큼'))"
    [test] = bench.result(suite, RIGHT).tests
    assert (test.points, test.outcome.value, test.message) == (points, verdict, "so much")


def test_an_award_needs_no_words(bench: Bench) -> None:
    [test] = bench.result("@points(10)\ndef test_a(submission, award):\n    award(0.29)", RIGHT).tests
    assert (test.points, test.outcome.value, test.message) == (2.9, "failed", "29 % of this test's points")


@pytest.mark.parametrize("answer", ["float('nan')", "float('inf')", "'1'", "None", "[1.0]", "1j"])
def test_an_award_by_a_hostile_number_is_none(bench: Bench, answer: str) -> None:
    suite = "@points(10)\ndef test_a(submission, award):\n    award(submission.f(1), Text('', ''))"
    [test] = bench.result(suite, f"def f(x): return {answer}").tests
    assert (test.points, test.outcome.value) == (0.0, "failed")


def test_an_award_is_lost_when_the_test_fails_after_it(bench: Bench) -> None:
    suite = (
        "@points(10)\ndef test_a(submission, award):\n    award(0.9, Text('', ''))\n"
        "    assert_close(submission.f(1), 5)\n@points(1)\ndef test_b(submission): pass"
    )
    result = bench.result(suite, RIGHT)
    assert [test.points for test in result.tests] == [0.0, 1.0]


def test_points_that_cannot_be_written_exactly_are_never_exceeded(bench: Bench) -> None:
    """Two thirds round up at the fourth digit."""
    result = bench.result("@points(2 / 3)\ndef test_a(submission): pass\n@points(0.00001)\ndef test_b(submission): pass", RIGHT)
    assert verdicts(result) == ["passed", "passed"] and result.score == result.max_score


DEPENDENT = """
@points(10)
@pytest.mark.parametrize("x", [1, 2, 3])
def test_cases(submission, x):
    assert_close(submission.f(x), 2 * x)

@points(10)
@depends("test_cases")
def test_builds_on_all(submission): pass

@points(10)
@depends("test_builds_on_all")
def test_builds_on_that(submission): pass
"""


def test_a_test_is_skipped_unless_what_it_builds_on_passed(bench: Bench) -> None:
    result = bench.result(DEPENDENT, "def f(x): return 2 * x if x != 2 else 0")
    assert [test.name for test in result.tests] == [
        "test_cases[1]",
        "test_cases[2]",
        "test_cases[3]",
        "test_builds_on_all",
        "test_builds_on_that",
    ]
    assert verdicts(result) == ["passed", "failed", "passed", "skipped", "skipped"]
    assert result.tests[3].message == "not run, because it builds on test_cases"
    assert verdicts(bench.result(DEPENDENT, RIGHT)) == ["passed"] * 5


CLASSES = """
made = []

@pytest.fixture(scope="class")
def of_class():
    made.append("up")
    yield len(made)
    made.append("down")

@pytest.fixture(scope="module")
def of_module():
    made.append("module")
    return made.count("module")

@points(1)
def test_first(submission, of_module):
    assert_close(submission.f(1), 2)

class TestA:
    @points(1)
    def test_one(self, submission, of_class): pass
    @points(1)
    @depends("test_first")
    def test_two(self, submission, of_class): pass

class TestB:
    @points(1)
    def test_one(self, submission, of_class):
        assert made[-2:] == ["down", "up"] or made.count("down") == 1, made
    @points(1)
    @depends("test_first")
    def test_two(self, submission): pass
"""


def test_fixtures_of_classes_are_torn_down_where_tests_are_skipped(bench: Bench) -> None:
    """pytest's runner is told what comes next; what comes next may be skipped, also at the end of a submission."""
    judge = bench.judge(CLASSES)
    results = bench.results(judge, "def f(x): return 0", RIGHT, "def f(x): return 0")
    assert [verdicts(result) for result in results] == [
        ["failed", "passed", "skipped", "passed", "skipped"], ["passed"] * 5, ["failed", "passed", "skipped", "passed", "skipped"],
    ]  # fmt: skip
    assert [test.name for test in results[0].tests][1:3] == ["TestA::test_one", "TestA::test_two"]


EVIDENCE = """
@points(1)
def test_a(submission, evidence):
    got = submission.f(1)
    evidence("bars", title={"en": "t", "ko": "가"}, labels=["a"], got=got,
        expected=np.array([1.0, np.nan]), more={1: (np.int64(2), True, None)})
"""


@pytest.mark.parametrize(
    ("answer", "got"),
    [("1", 1), ("float('nan')", None), ("[float('inf'), 2]", [None, 2]), ("np.ones((2, 2))", [[1.0, 1.0], [1.0, 1.0]]), ("1j", "1j"),
    ("b'x'", "b'x'"), ("object", "<"), ("10 ** 400", 10**400)],
    ids=str,
)  # fmt: skip
def test_evidence_is_plain_finite_json(bench: Bench, answer: str, got: Any) -> None:
    result = bench.result(EVIDENCE, f"import numpy as np\ndef f(x): return {answer}")
    [item] = result.evidence
    assert json.loads(json.dumps(item, allow_nan=False)) == item
    assert (
        item["kind"] == "bars" and item["test"] == "test_a" and item["expected"] == [1.0, None] and item["more"] == {"1": [2, True, None]}
    )
    assert str(item["got"]).startswith(got) if got == "<" else item["got"] == got


@pytest.mark.parametrize("answer", ["np.zeros(4_000_000)", "np.zeros((1000, 1000), bool)", "['x' * 1000] * 900", "'x' * 900_000"])
def test_evidence_is_bounded_and_costs_no_test(bench: Bench, answer: str) -> None:
    result = bench.result(EVIDENCE, f"import numpy as np\ndef f(x): return {answer}")
    assert result.evidence == () and verdicts(result) == ["passed"]


def test_evidence_is_bounded_in_all(bench: Bench) -> None:
    suite = "@points(1)\ndef test_a(submission, evidence):\n    for n in range(100): evidence('curve', data=submission.f(1))"
    result = bench.result(suite, "def f(x): return 'x' * 10_000")
    assert 0 < len(json.dumps(result.evidence)) < 300_000


def test_output_is_kept_bounded_and_readable(bench: Bench) -> None:
    result = bench.result(SUITE, "def f(x):\n    print('값', x)\n    return x * 2")
    assert result.output == "값 [1. 2.]\n값 3.0\n"
    long = bench.result(SUITE, "import os\ndef f(x):\n    os.write(1, b'\\xff' * 200_000)\n    return x * 2")
    assert len(long.output.encode()) <= OUTPUT_BYTES and "(400000 bytes in all)" in long.output and verdicts(long) == ["passed", "passed"]


def test_an_import_that_hangs_costs_its_time_once(bench: Bench) -> None:
    suite = "\n".join(f"@points(1)\ndef test_{n}(submission):\n    submission.f(1)" for n in range(20))
    result = bench.result(suite, "while True: pass", call_seconds=0.4)
    assert verdicts(result) == ["timeout"] * 20 and result.seconds < 2
    assert result.tests[-1].message.startswith("while your file was imported: gave no answer within 0.4 s")


def test_the_time_of_a_whole_submission_is_bounded(bench: Bench) -> None:
    suite = "\n".join(f"@points(1)\ndef test_{n}(submission):\n    submission.f(1)" for n in range(30))
    result = bench.result(suite, "import time\ndef f(x): time.sleep(0.25)", call_seconds=0.5, total_seconds=0.9)
    assert verdicts(result)[:2] == ["passed", "passed"] and verdicts(result)[-20:] == ["timeout"] * 20
    assert result.seconds < 2
    assert result.tests[-1].message == "the 0.9 s for the whole submission are used up"


THREE_FUNCTIONS = "\n".join(
    f"@points(1)\ndef test_{name}_{n}(submission):\n    assert_close(submission.{name}({n}), {2 * n}, what='f')"
    for name in "fgh"
    for n in range(4)
)


def test_endless_loops_take_no_time_from_other_functions(bench: Bench) -> None:
    """Two functions that hang waste more than the whole submission's time; the third, which is right, gets its points."""
    source = "def f(x):\n    while True: pass\ng = f\ndef h(x): return 2 * x"
    result = bench.result(THREE_FUNCTIONS, source, call_seconds=0.4, total_seconds=1.5)
    assert verdicts(result) == ["timeout"] * 8 + ["passed"] * 4


@pytest.mark.parametrize(("ends", "verdict"), [("while True: pass", "timeout"), ("bytearray(10**10)", "memory")])
def test_what_ends_badly_for_some_arguments_costs_those_tests(bench: Bench, ends: str, verdict: str) -> None:
    """However many tests come before: the next one gets a fresh worker, and a right answer its points."""
    suite = "\n".join(f"@points(1)\ndef test_{n}(submission):\n    assert_close(submission.f({n}), {n}, what='f')" for n in range(8))
    result = bench.result(suite, f"def f(x):\n    if x in (1, 2, 3, 5):\n        {ends}\n    return x", call_seconds=0.5)
    assert verdicts(result) == ["passed", verdict, verdict, verdict, "passed", verdict, "passed", "passed"]


def test_a_loop_in_every_test_is_cut_short(bench: Bench) -> None:
    """The full time twice, a little after that, and it is said why."""
    suite = "\n".join(f"@points(1)\ndef test_{n}(submission):\n    submission.f(1)" for n in range(12))
    result = bench.result(suite, "def f(x):\n    while True: pass", call_seconds=1.0)
    assert verdicts(result) == ["timeout"] * 12 and result.seconds < 6
    assert "within 1 s" in result.tests[1].message and "2 times in a row" not in result.tests[1].message
    assert "within 0.1 s" in result.tests[2].message and "met its limits 2 times in a row" in result.tests[2].message


def test_one_crash_costs_one_test(bench: Bench) -> None:
    source = "import os\ndef f(x):\n    if not isinstance(x, float): os._exit(1)\n    return x * 2"
    assert verdicts(bench.result(SUITE, source)) == ["crashed", "passed"]


def test_memory_that_is_held_is_not_held_against_the_next_test(bench: Bench) -> None:
    source = (
        "kept = []\ndef f(x):\n    while not isinstance(x, float): kept.append(bytearray(1 << 20))\n"
        "    return x * 2 if bytearray(60 << 20) else 0"
    )
    assert verdicts(bench.result(SUITE, source)) == ["memory", "passed"]


STATEFUL = "count = 0\ndef f(x):\n    global count\n    count += 1\n    return x * 2 if count == 1 else 0"


def test_right_only_once_is_wrong(bench: Bench) -> None:
    assert verdicts(bench.result(SUITE, STATEFUL)) == ["passed", "failed"]


RANDOM = """
@points(1)
def test_a(submission, rng, seed):
    submission.f((rng.random(3), seed, np.random.rand(), submission.f(0)))

@points(1)
def test_b(submission, rng):
    submission.f(rng.integers(100, size=4))
"""


def outcomes(result: Result) -> Any:
    return (
        [(test.name, test.points, test.outcome, test.message, test.hint) for test in result.tests],
        result.diagnosis,
        result.output,
        result.fingerprint,
    )


def test_the_same_submission_gets_the_same_result_twice(bench: Bench) -> None:
    """In one session and in another, alone and after others; timeouts and crashes too."""
    sources = [RIGHT, ENDINGS["wrong"][0], ENDINGS["slow"][0], ENDINGS["exits"][0], ENDINGS["raises"][0], STATEFUL]
    judge = bench.judge(SUITE, call_seconds=0.3)
    first = bench.results(judge, *sources)
    again = bench.results(judge, *reversed(sources))
    alone = [bench.results(judge, source)[0] for source in sources]
    for one, other, third in zip(first, reversed(again), alone, strict=True):
        assert outcomes(one) == outcomes(other) == outcomes(third)


def test_everybody_is_asked_the_same_questions(bench: Bench) -> None:
    """Whatever they answer, and whatever came before; another secret asks others."""
    exercise = {"exports": '["f(x)"]'}
    judge = bench.judge(RANDOM, **exercise)
    source = "import numpy as np\ndef f(x): return np.random.rand()"
    (_, first), (_, other), (_, again) = judge.transcript(source), judge.transcript("def f(x): return 0"), judge.transcript(source)
    assert first == again
    assert [line.arguments for line in first["test_b"]] == [line.arguments for line in other["test_b"]]
    assert first["test_a"][0].arguments == other["test_a"][0].arguments
    _, secret = bench.judge(RANDOM, **exercise, seed_key=b"another").transcript(source)
    assert [line.arguments for line in secret["test_b"]] != [line.arguments for line in first["test_b"]]


def test_a_suite_that_hands_over_its_generator_is_told(bench: Bench) -> None:
    """Its later draws could be foretold from it."""
    suite = (
        "@points(1)\ndef test_a(submission, rng):\n    submission.f(rng)\n@points(1)\n"
        "def test_b(submission, rng):\n    submission.f([{'a': rng}])"
    )
    result = bench.result(suite, RIGHT)
    assert verdicts(result) == ["grader_error"] * 2 and "must not hand over 'rng'" in result.tests[0].message
    assert result.status is Status.GRADER_ERROR


HANDED = """
@points(1)
def test_generator(submission):
    assert_close(submission.f(np.random.default_rng(3)), np.random.default_rng(3).random())

@points(1)
def test_callback(submission):
    asked = []
    assert_close(submission.g(lambda x: asked.append(x) or 2 * x, 5), 10)
    assert_true(asked == [5], Text("ask once", "한 번"))

@points(1)
def test_object(submission):
    made = submission.make()
    assert_close(made.add(2), 2)
    assert_close(made.add(2), 4)
    assert_close(submission.total(made), 4)
    assert_unchanged(submission.total, made)

@points(1)
def test_changed(submission):
    assert_unchanged(submission.change, np.ones(2))
"""
HANDED_WORK = """
def f(rng): return rng.random()
def g(function, x): return function(x)
class Counter:
    def __init__(self): self.n = 0
    def add(self, n): self.n += n; return self.n
def make(): return Counter()
def total(counter): return counter.n
def change(x): x += 1; return x
"""


def test_generators_functions_and_objects_are_handed_over(bench: Bench) -> None:
    exports = '["f(rng)", "g(function, x)", "make()", "total(counter)", "change(x)"]'
    result = bench.result(HANDED, HANDED_WORK, exports=exports)
    assert verdicts(result) == ["passed", "passed", "passed", "failed"]
    assert "argument 1 was changed in place" in result.tests[3].message


@pytest.mark.parametrize(
    ("body", "words"),
    [
        ("undefined_name", "NameError"),
        ("raise RuntimeError('mine')", "RuntimeError: mine"),
        ("award(float('nan'), Text('', ''))", "ValueError"),
    ],
)
def test_a_fault_of_the_suite_is_a_grader_error(bench: Bench, body: str, words: str) -> None:
    result = bench.result(f"@points(1)\ndef test_a(submission, award):\n    {body}\n@points(1)\ndef test_b(submission): pass", RIGHT)
    assert verdicts(result) == ["grader_error", "passed"] and words in result.tests[0].message
    assert result.status is Status.GRADER_ERROR and result.score == 1


@pytest.mark.parametrize("where", ["setup", "teardown"])
def test_a_fixture_that_fails_is_a_grader_error_whatever_the_submission_did(bench: Bench, where: str) -> None:
    body = "1 / 0\n    yield" if where == "setup" else "yield\n    1 / 0"
    suite = (
        f"@pytest.fixture\ndef broken():\n    {body}\n@points(1)\ndef test_a(submission, broken):\n"
        "    submission.f(1)\n@points(1)\ndef test_b(submission): pass"
    )
    assert verdicts(bench.result(suite, RIGHT)) == ["grader_error", "passed"]


def test_an_answer_of_a_useless_form_is_the_submissions(bench: Bench) -> None:
    """A right one takes the suite to its end, so what it stumbles over is the answer."""
    suite = "@points(1)\ndef test_a(submission):\n    a, b = submission.f(1)\n    assert_close(a['k'], b)"
    for answer in ("5", "None", "[1, 2, 3]", "[1, 2]", "'ab'"):
        [test] = bench.result(suite, f"def f(x): return {answer}").tests
        assert test.outcome is Verdict.FAILED and test.message.startswith("the answer has a form that cannot be used")


BROKEN = {
    "no points": ("def test_a(submission): pass", "test_a has no points"),
    "no test": ("x = 1", "holds no test"),
    "syntax": ("def test_a(:", "cannot be collected"),
    "import": ("import nowhere_at_all", "nowhere_at_all"),
    "raises": ("raise RuntimeError('at import')", "at import"),
    "unknown fixture": ("@points(1)\ndef test_a(submission, nothing_such): pass", None),
    "depends on nothing": ("@points(1)\n@depends('test_b')\ndef test_a(submission): pass", "'test_b', which is no test above it"),
    "depends on itself": ("@points(1)\n@depends('test_a')\ndef test_a(submission): pass", "'test_a', which is no test above it"),
    "zero points": ("@points(0)\ndef test_a(submission): pass", "more than 0 points"),
    "bad marker": ("@points(1)\n@pytest.mark.nonsense\ndef test_a(submission): pass", "nonsense"),
}


@pytest.mark.parametrize("name", BROKEN)
def test_a_broken_suite_is_its_authors_error(bench: Bench, name: str) -> None:
    suite, words = BROKEN[name]
    if words is None:
        assert verdicts(bench.result(suite, RIGHT)) == ["grader_error"]
        return
    with pytest.raises(CourseError) as caught:
        bench.result(suite, RIGHT)
    assert words in str(caught.value) and "'work'" in str(caught.value) and "\n" not in str(caught.value)


def test_a_suite_that_is_absent_is_its_authors_error(bench: Bench) -> None:
    exercise = bench.exercise(SUITE)
    exercise.suite.unlink()
    with pytest.raises(CourseError, match="absent"):
        Judge(exercise, lambda limits, output: pytest.fail("started"), seed_key=b"").tests()


def test_the_machines_fault_is_tried_twice_and_then_said(bench: Bench) -> None:
    tried = []

    def broken(limits: Limits, output: Output) -> Any:
        tried.append(limits)
        raise WorkerGone("no worker today")

    found: list[Result] = []
    Judge(bench.exercise(SUITE), broken, seed_key=b"").judge([bench.submission(RIGHT)], found.append)
    assert len(tried) == 2
    assert found[0].status is Status.GRADER_ERROR and verdicts(found[0]) == ["grader_error"] * 2
    assert "no worker today" in found[0].tests[0].message and found[0].max_score == 100


def test_a_fault_of_the_machine_that_passes_is_not_seen(bench: Bench, jailed: Callable[..., Any]) -> None:
    tried = []

    def flaky(limits: Limits, output: Output) -> Any:
        tried.append(1)
        if len(tried) == 1:
            raise WorkerGone("just now")
        return jailed(limits, output)

    found: list[Result] = []
    Judge(bench.exercise(SUITE), flaky, seed_key=b"").judge([bench.submission(RIGHT)], found.append)
    assert found[0].score == 100 and found[0].status is Status.GRADED
    tried.clear()
    judge = Judge(bench.exercise(SUITE), flaky, seed_key=b"")
    with pytest.raises(SandboxError):
        judge.transcript(RIGHT)


def test_no_submission_stops_the_class(bench: Bench) -> None:
    """Answers that are odd in every way, then a right one; with a bank, so that they are diagnosed too."""
    odd = ["[10 ** 400]", "10 ** 400", "{1: {2: [3]}}", "b'x' * 10 ** 6", "np.float16(1)", "np.zeros((0, 5))", "(x for x in 'ab')",
    "1e400", "[None, 'a', 1j]",
           "np.random.default_rng(1)", "'\\ud800'", "[[1], [1, 2]]", "True", "np.bool_(1)", "range(5)", "np.array(1, 'M8[s]')", "f",
           "lambda: 1", "np",
           "type('X', (), {'__array__': 5, '__len__': 7})()"]  # fmt: skip
    judge = bench.judge(SUITE, solution=RIGHT, misconceptions={"triples": "def f(x): return x * 3"})
    judge.bank()
    results = bench.results(judge, *(f"import numpy as np\ndef f(x): return {each}" for each in odd), RIGHT)
    assert [result.score for result in results] == [0.0] * len(odd) + [100.0]
    assert all(set(verdicts(result)) <= {"failed", "error"} for result in results[:-1])
    json.dumps([result.to_json() for result in results], allow_nan=False)


def test_a_misconception_is_told_in_the_students_language(bench: Bench) -> None:
    for lang, words in (("en", "you did triples"), ("ko", "triples")):
        judge = bench.judge(
            SUITE, solution=RIGHT, misconceptions={"triples": "def f(x): return x * 3", "zero": "def f(x): return x * 0"}, lang=lang
        )
        judge.bank()
        right, wrong, other = bench.results(judge, RIGHT, "def f(x): return x + x + x", "def f(x): return x - 1")
        assert right.diagnosis == other.diagnosis == ()
        assert [(each.misconception, each.message) for each in wrong.diagnosis] == [("triples", words)]


def test_a_submission_is_not_told_where_the_course_lies(bench: Bench) -> None:
    """Hidden names, paths and values stay out of every message but the author's own."""
    reference = "SECRET = 'canary'\ndef f(x): return x * 2\n"
    suite = "CANARY = 'canary'\n@points(1)\ndef test_a(submission, reference):\n    assert_close(submission.f(1), reference.f(1))"
    source = (
        "import os, sys, gc\ndef f(x):\n    print(sys.path, list(sys.modules), os.environ, os.getcwd(), os.listdir('.'))\n"
        "    print([o for o in gc.get_objects() if isinstance(o, str) and 'canary' in o])\n    raise RuntimeError(str(dict(os.environ)))"
    )
    result = bench.result(suite, source, reference=reference)
    text = json.dumps(result.to_json())
    assert str(bench.folder) not in text and "canary'" not in text and "reference" not in result.output


def test_a_fingerprint_names_what_a_score_depends_on(bench: Bench) -> None:
    [first] = bench.results(bench.judge(SUITE), RIGHT)
    [other] = bench.results(bench.judge(SUITE + "\n"), RIGHT)
    [secret] = bench.results(bench.judge(SUITE, seed_key=b"another"), RIGHT)
    assert {"suite", "seed", "gradekit", "python", "numpy", "torch", "device", "submission"} == set(first.fingerprint)
    changed = {name for name in first.fingerprint if first.fingerprint[name] != other.fingerprint[name]}
    assert changed == {"suite"}
    assert {name for name in first.fingerprint if first.fingerprint[name] != secret.fingerprint[name]} == {"seed"}


def test_pytest_is_run_as_if_nobody_had_configured_it(bench: Bench, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("PYTEST_ADDOPTS", "--nonsense")
    monkeypatch.setenv("PYTEST_PLUGINS", "nowhere")
    exercise = bench.exercise(SUITE)
    (exercise.suite.parent / "conftest.py").write_text("raise RuntimeError('conftest')")
    (exercise.suite.parent / "pytest.ini").write_text("[pytest]\naddopts = --nonsense\n")
    found: list[Result] = []
    before = sorted(exercise.suite.parent.iterdir())
    judge = Judge(exercise, bench._start, seed_key=b"")
    judge.judge([bench.submission(RIGHT)], found.append)
    assert found[0].score == 100 and sorted(exercise.suite.parent.iterdir()) == before
    import os

    assert os.environ["PYTEST_ADDOPTS"] == "--nonsense" and os.environ["PYTEST_PLUGINS"] == "nowhere"


# The miniature course, through the engine's tasks


def work(minicourse: Path, exercise: str, *path: str) -> Submission:
    return Submission("kim", exercise, minicourse.joinpath("solutions", exercise, *path))


@pytest.mark.parametrize(("exercise", "runtime", "tests"), [("tiny_array", "numpy", 9), ("tiny_model", "torch", 3)])
def test_the_miniature_course_proves_itself(
    setting: Callable[..., GradingSetting], minicourse: Path, exercise: str, runtime: str, tests: int
) -> None:
    """The stub fails, the solution passes, every misconception loses points and is told by its own name."""
    where = setting(runtime)
    names = suite_tests(where, exercise)
    assert len(names) == tests and sum(points for _, points in names) == 100
    judge = where.judge(exercise)
    judge.bank()
    ids = sorted(path.stem for path in (minicourse / "solutions" / exercise / "misconceptions").glob("*.py"))
    found: list[Result] = []
    stub = Submission("stub", exercise, minicourse / "exercises" / exercise / f"{exercise}.py")
    judge.judge(
        [stub, work(minicourse, exercise, "solution.py"), *(work(minicourse, exercise, "misconceptions", f"{name}.py") for name in ids)],
        found.append,
    )
    assert [result.score for result in found[:2]] == [0.0, 100.0]
    assert all(result.score < 100 for result in found[2:])
    assert [tuple(each.misconception for each in result.diagnosis) for result in found[2:]] == [(name,) for name in ids]
    assert found[1].evidence and found[1].evidence[0]["kind"] in ("bars", "curve")


def test_an_engines_task_judges_a_chunk(setting: Callable[..., GradingSetting], minicourse: Path) -> None:
    where = setting("numpy", lang="ko")
    wrong = work(minicourse, "tiny_array", "misconceptions", "sums_columns.py")
    one, other = judge_chunk(where, "tiny_array", [wrong, work(minicourse, "tiny_array", "solution.py")], None)
    assert (one.score, other.score) == (70.0, 100.0)
    assert [test.outcome.value for test in one.tests][-2:] == ["skipped", "passed"]
    [(_, transcript)] = transcribe(where, "tiny_array", [(minicourse / "solutions" / "tiny_array" / "solution.py").read_text()])
    assert len(transcript) == 9
