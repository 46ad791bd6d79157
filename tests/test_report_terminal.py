"""gradekit.report.terminal: summaries on a terminal, through a pipe, and where the encoding is small."""

from __future__ import annotations

import io
import re
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest
from rich.console import Console

from gradekit.report import class_summary, student_summary
from gradekit.report.words import STATUSES, WORDS
from gradekit.results import Diagnosis, Result, ResultSet, Status, TestOutcome, Verdict
from gradekit.text import LANGUAGES, Lang

HOSTILE = "\x1b[31m[bold]x[/bold] [link=file:///etc/passwd]y[/link] :smile: \u202e\x00\x07 <b> [/]"
SHOWN = "\\x1b[31m[bold]x[/bold] [link=file:///etc/passwd]y[/link] :smile: \\u202e\\x00\\x07 <b> [/]"

TESTS = (
    TestOutcome("test_example", 10.0, 10.0, Verdict.PASSED),
    TestOutcome("test_rows", 0.0, 10.0, Verdict.FAILED, "at [0] got 1, expected 2", "look at the axis"),
    TestOutcome("test_accuracy", 3.0, 5.0, Verdict.PASSED, "reads 91 %", "train longer"),
)
GOOD = Result("haneul", "softmax", Status.GRADED, (TESTS[0],))
MIDDLING = Result(
    "mina", "softmax", Status.GRADED, TESTS, diagnosis=(Diagnosis("sums_over_batch", "divided by the sum of all"),), output="a\tb\n" * 12
)
REFUSED = Result("bora", "softmax", Status.REFUSED, (TestOutcome("test_example", 0.0, 10.0, Verdict.REFUSED, "scipy is refused"),))


def shown(renderable: Any, width: int = 100, **options: Any) -> str:
    console = Console(file=io.StringIO(), width=width, **options)
    console.print(renderable)
    text = console.file.getvalue()  # type: ignore[attr-defined]
    assert isinstance(text, str)
    return text


def squeezed(text: str) -> str:
    """Without the breaks that a narrow column makes."""
    return re.sub(r"\s+", "", text)


@pytest.mark.parametrize("lang", LANGUAGES)
def test_a_student_is_told_everything(lang: Lang) -> None:
    """Score, diagnosis before tests, and each test to work on with its message and hint."""
    text = shown(student_summary(MIDDLING, lang))
    for words in (
        "softmax",
        "mina",
        "13",
        "25",
        "divided by the sum of all",
        "test_rows",
        "0 / 10",
        "at [0] got 1",
        "look at the axis",
        "3 / 5",
        "a    b",
    ):
        assert words in text
    assert text.index(WORDS["diagnosis"].to(lang)) < text.index(WORDS["to_work_on"].to(lang)) < text.index(WORDS["output"].to(lang))
    assert "test_example" not in text, "passed tests are counted, not listed"
    assert WORDS["all_passed"].to(lang) in shown(student_summary(GOOD, lang))
    assert WORDS["why_refused"].to(lang) in shown(student_summary(REFUSED, lang), width=200)


@pytest.mark.parametrize("lang", LANGUAGES)
def test_a_class_is_told_everything(lang: Lang) -> None:
    """Exercises, misconceptions, what was not graded, and the students."""
    results = ResultSet("c", (GOOD, MIDDLING, REFUSED), lang, {"softmax": {"en": "Softmax", "ko": "소프트맥스"}})
    text = shown(class_summary(results, lang))
    for words in (
        "haneul",
        "mina",
        "bora",
        "sums_over_batch",
        "1/3",
        "◆ 13",
        STATUSES[Status.REFUSED].to(lang),
        results.titles["softmax"][lang],
    ):
        assert words in text
    assert WORDS["empty_class"].to(lang) in shown(class_summary(ResultSet("c", ()), lang))


def test_a_pipe_gets_no_control_codes(monkeypatch: pytest.MonkeyPatch) -> None:
    """Piped, or with NO_COLOR, no colours are sent; on a terminal they are."""
    renderables = [student_summary(MIDDLING, "en"), class_summary(ResultSet("c", (GOOD, MIDDLING, REFUSED)), "en")]
    for each in renderables:
        assert "\x1b" not in shown(each)
        assert "\x1b[" in shown(each, force_terminal=True, color_system="standard", no_color=False)
        monkeypatch.setenv("NO_COLOR", "1")
        assert not re.search(r"\x1b\[[0-9;]*3[0-7]", shown(each, force_terminal=True))
        monkeypatch.delenv("NO_COLOR")


def test_hostile_words_are_shown_and_not_obeyed() -> None:
    """Escape sequences, markup, emoji codes and marks of direction appear as what they are."""
    hostile = Result(
        HOSTILE,
        HOSTILE,
        Status.GRADED,
        (TestOutcome(HOSTILE, 0.0, 1.0, Verdict.FAILED, HOSTILE, HOSTILE),),
        diagnosis=(Diagnosis(HOSTILE, HOSTILE),),
        output=HOSTILE,
    )
    results = ResultSet(HOSTILE, (hostile,), titles={HOSTILE: {"en": HOSTILE}})
    for renderable in (student_summary(hostile, "en"), class_summary(results, "en")):
        text = shown(renderable, width=600)
        assert squeezed(SHOWN) in squeezed(text)
        assert not re.search(r"[\x00-\x09\x0b-\x1f\x7f-\x9f\u202a-\u202e]", text)


@pytest.mark.parametrize("encoding", ["ascii", "cp949", "latin-1"])
def test_a_small_encoding_is_enough(encoding: str) -> None:
    """Where the terminal cannot show a sign, another one stands for it; no summary ends in UnicodeEncodeError."""
    for lang in LANGUAGES:
        for name in ("미나", "🎓\udcff"):
            row = Result(name, "softmax", Status.GRADED, TESTS, output="✓ 출력")
            for renderable in (student_summary(row, lang), class_summary(ResultSet("c", (row, REFUSED), lang), lang)):
                raw = io.BytesIO()
                console = Console(file=io.TextIOWrapper(raw, encoding=encoding, errors="strict"), width=80)
                console.print(renderable)
                console.file.flush()
                assert b"softmax" in raw.getvalue()


@pytest.mark.parametrize("width", [20, 40, 80])
def test_nothing_is_wider_than_the_terminal(width: int) -> None:
    """Long words fold; no line is longer than the terminal, Korean counted as two."""
    from rich.cells import cell_len

    row = Result(
        "미나" * 40,
        "softmax",
        Status.GRADED,
        (TestOutcome("test_" + "x" * 300, 0.0, 1.0, Verdict.FAILED, "가" * 300, "y" * 300),),
        output="z" * 65536,
    )
    for renderable in (student_summary(row, "ko"), class_summary(ResultSet("c", (row,), "ko"), "ko")):
        text = shown(renderable, width=width)
        assert max(cell_len(line) for line in text.splitlines()) <= width
        assert len(text) < 20_000, "a line of 64 KiB does not flood the terminal"


def test_asking_for_a_report_is_quick() -> None:
    """Importing the reports loads neither rich nor Jinja: commands that report nothing start without them."""
    code = "import sys, gradekit.report; print(sorted({'rich', 'jinja2', 'numpy', 'pydantic', 'statistics'} & set(sys.modules)))"
    found = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True, cwd=Path(__file__).parents[1])
    assert found.stdout.strip() == "[]"


def test_a_large_class_is_cut() -> None:
    """Of 300 students the terminal lists 40 and says where the others are."""
    rows = tuple(Result(f"student-{i:03d}", "softmax", Status.GRADED, TESTS) for i in range(300))
    text = shown(class_summary(ResultSet("c", rows), "en"))
    assert "student-039" in text and "student-040" not in text
    assert "260 more students" in text


def test_many_failed_tests_are_cut_and_say_the_same_once() -> None:
    """A file that does not load fails every test; the reason stands there once."""
    tests = tuple(TestOutcome(f"test_{i:02d}", 0.0, 1.0, Verdict.ERROR, "it does not load") for i in range(30))
    text = shown(student_summary(Result("mina", "softmax", Status.GRADED, tests), "en"))
    assert text.count("it does not load") == 1 and "test_11" in text and "test_12" not in text and "18 more" in text
