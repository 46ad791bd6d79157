"""Summaries for the terminal, as rich renderables: print them with a Console of your own.

rich leaves out colours where the output is piped or NO_COLOR is set; verdicts are words besides, so nothing is lost. Whatever
a submission said is shown through printable() and as Text, which has no markup, and escaped where the terminal's encoding
lacks it: a report must not end in a UnicodeEncodeError.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from gradekit.printable import printable
from gradekit.report.gradebook import Gradebook, Spread, fraction, gradebook, points_text
from gradekit.report.words import Phrases
from gradekit.results import Result, ResultSet, Status, TestOutcome, Verdict, clip
from gradekit.text import Lang

if TYPE_CHECKING:
    from rich.console import Console, ConsoleOptions, RenderableType
    from rich.table import Table
    from rich.text import Text

__all__ = ["class_summary", "student_summary"]

MOST_ROWS: Final = 40  # students that a terminal lists; the class page has them all
MOST_TESTS: Final = 12  # failed tests that a terminal explains
MOST_MISCONCEPTIONS: Final = 8
MESSAGE_BYTES: Final = 600
OUTPUT_LINES: Final = 10
_SPARKS: Final = "▁▂▃▄▅▆▇█"
_DIGITS: Final = "123456789"

_STYLES: Final[dict[Verdict, str]] = {
    Verdict.PASSED: "green",
    Verdict.FAILED: "red",
    Verdict.ERROR: "magenta",
    Verdict.TIMEOUT: "yellow",
    Verdict.MEMORY: "yellow",
    Verdict.CRASHED: "magenta",
    Verdict.REFUSED: "red",
    Verdict.SKIPPED: "dim",
    Verdict.GRADER_ERROR: "bold red",
}
_STATUS_STYLES: Final[dict[Status, str]] = {
    Status.GRADED: "",
    Status.REFUSED: "red",
    Status.MISSING: "dim",
    Status.GRADER_ERROR: "bold red",
}


def student_summary(result: Result, lang: Lang) -> RenderableType:
    """One result: the score, what probably happened, the tests to work on with their hints."""
    return _Summary(lambda ink: _student(result, Phrases(lang), ink))


def class_summary(results: ResultSet, lang: Lang) -> RenderableType:
    """A class: each exercise's scores, the most frequent misconceptions, what was not graded, and the students."""
    return _Summary(lambda ink: _class(gradebook(results), Phrases(lang), ink))


@dataclass(frozen=True, slots=True)
class _Ink:
    """What this terminal can show."""

    encoding: str

    def text(self, words: str, style: str = "", *, keep: str = "", most_bytes: int = MESSAGE_BYTES) -> Text:
        """words as they are, without markup."""
        from rich.text import Text

        shown = clip(printable(words.strip(), keep), most_bytes)
        return Text(shown.encode(self.encoding, "backslashreplace").decode(self.encoding), style)

    def either(self, sign: str, plain: str) -> str:
        """sign where the terminal's encoding has it."""
        try:
            sign.encode(self.encoding)
        except UnicodeEncodeError:
            return plain
        return sign


@dataclass(frozen=True, slots=True)
class _Summary:
    """A renderable that is made when the terminal's encoding is known."""

    make: Callable[[_Ink], Iterator[RenderableType]]

    def __rich_console__(self, console: Console, options: ConsoleOptions) -> Iterator[RenderableType]:
        yield from self.make(_Ink(options.encoding or "utf-8"))


def _student(result: Result, phrases: Phrases, ink: _Ink) -> Iterator[RenderableType]:
    from rich.padding import Padding

    yield _headline(result, phrases, ink)
    if result.status is not Status.GRADED:
        yield ink.text(f"{phrases.status(result.status)}: {phrases['why_' + result.status.value]}", _STATUS_STYLES[result.status])
    if result.diagnosis:
        yield ink.text("")
        yield ink.text(phrases["diagnosis"], "bold yellow")
        for each in result.diagnosis:
            yield Padding(ink.text(each.message, keep="\n"), (0, 0, 0, 2))
    failed = [test for test in result.tests if test.outcome is not Verdict.PASSED or test.points < test.max_points]
    if failed:
        yield ink.text("")
        yield ink.text(f"{phrases['to_work_on']} ({len(failed)})", "bold")
        yield _tests(failed[:MOST_TESTS], phrases, ink)
        if len(failed) > MOST_TESTS:
            yield ink.text(phrases.say("more_tests", n=len(failed) - MOST_TESTS), "dim")
    if len(failed) < len(result.tests):
        yield ink.text("")
        mark = ink.either("✓", "+")
        words = phrases.count("passed_tests", len(result.tests) - len(failed)) if failed else phrases["all_passed"]
        yield ink.text(f"{mark} {words}", "green")
    if result.output.strip():
        lines = result.output.strip("\n").splitlines()
        yield ink.text("")
        yield ink.text(f"{phrases['output']} ({phrases.count('lines', len(lines))})", "bold")
        for line in lines[:OUTPUT_LINES]:
            yield Padding(ink.text(line.replace("\t", "    "), "dim"), (0, 0, 0, 2))
        if len(lines) > OUTPUT_LINES:
            yield Padding(ink.text(phrases.say("left_out", n=len(lines) - OUTPUT_LINES), "dim"), (0, 0, 0, 2))


def _headline(result: Result, phrases: Phrases, ink: _Ink) -> Table:
    from rich.table import Table

    share = fraction(result.score, result.max_score)
    line = Table.grid(padding=(0, 2), expand=False)
    line.add_row(
        ink.text(result.exercise, "bold"),
        ink.text(result.student),
        _gauge(share, ink),
        ink.text(phrases.say("score_of", score=points_text(result.score, result.max_score), max=points_text(result.max_score)), "bold"),
    )
    return line


def _tests(tests: list[TestOutcome], phrases: Phrases, ink: _Ink) -> Table:
    from rich.console import Group
    from rich.table import Table

    table = Table.grid(padding=(0, 2))
    table.add_column(overflow="fold")
    table.add_column(overflow="fold", ratio=1)
    table.add_column(justify="right", overflow="fold")
    seen: set[tuple[str, str]] = set()
    for test in tests:
        mark = ink.either("✗", "x") if test.outcome is not Verdict.PASSED else ink.either("✓", "+")
        words: list[RenderableType] = [ink.text(test.name, "bold")]
        # Of tests that fail alike (a file that does not load, say) the first one says why.
        if (test.message, test.hint) not in seen:
            seen.add((test.message, test.hint))
            words += [ink.text(test.message, keep="\n")] if test.message else []
            words += [ink.text(f"{phrases['hint']}: {test.hint}", "cyan", keep="\n")] if test.hint else []
        points = f"{points_text(test.points, test.max_points)} / {points_text(test.max_points)}"
        table.add_row(ink.text(f"{mark} {phrases.verdict(test.outcome)}", _STYLES[test.outcome]), Group(*words), ink.text(points))
    return table


def _class(book: Gradebook, phrases: Phrases, ink: _Ink) -> Iterator[RenderableType]:
    if not book.students:
        yield ink.text(phrases["empty_class"])
        return
    yield ink.text(f"{phrases.count('students', len(book.students))}, {phrases.count('exercises', len(book.exercises))}", "bold")
    yield _exercises(book, phrases, ink)
    found = book.misconceptions()
    if found:
        yield ink.text("")
        yield ink.text(phrases["misconceptions"], "bold yellow")
        yield _misconceptions(book, phrases, ink)
    ungraded = book.ungraded()
    if ungraded:
        yield ink.text("")
        yield ink.text(f"{phrases['attention']} ({len(ungraded)})", "bold red")
        for student, exercise, cell in ungraded[:MOST_TESTS]:
            words = f"{phrases.status(cell.status)}: {student.name or phrases['nameless']} / {exercise.name}"
            yield ink.text(words, _STATUS_STYLES[cell.status])
        if len(ungraded) > MOST_TESTS:
            yield ink.text(phrases.say("more_tests", n=len(ungraded) - MOST_TESTS), "dim")
    yield ink.text("")
    yield _students(book, phrases, ink)
    if len(book.students) > MOST_ROWS:
        yield ink.text(phrases.say("more_students", n=len(book.students) - MOST_ROWS), "dim")


def _exercises(book: Gradebook, phrases: Phrases, ink: _Ink) -> Table:
    table = _plain_table(ink)
    table.add_column(ink.text(phrases["exercise"]), overflow="fold")
    for key in ("graded", "mean", "median", "full_marks"):
        table.add_column(ink.text(phrases[key]), justify="right", overflow="fold")
    table.add_column(ink.text(phrases["distribution"]), overflow="fold")
    rows = [
        (exercise.title, book.spread_of(exercise), sum(cell.score >= cell.max_score > 0 for cell in book.column(exercise)))
        for exercise in book.exercises
    ]
    if len(rows) > 1:
        rows.append((phrases["total"], book.spread(), sum(student.score >= student.max_score > 0 for student in book.students)))
    for title, spread, full in rows:
        numbers = (str(spread.number), _share(spread.mean), _share(spread.median), str(full))
        table.add_row(ink.text(title, most_bytes=120), *map(ink.text, numbers), ink.text(_spark(spread, ink), "cyan"))
    return table


def _misconceptions(book: Gradebook, phrases: Phrases, ink: _Ink) -> Table:
    from rich.console import Group
    from rich.table import Table

    table = Table.grid(padding=(0, 2))
    table.add_column(justify="right", overflow="fold")
    table.add_column(overflow="fold")
    found = book.misconceptions()
    for each in found[:MOST_MISCONCEPTIONS]:
        head = ink.text(f"{each.exercise.name}: {each.name}", "bold", most_bytes=160)
        said = f"{phrases['for_example']} {each.message}" if each.varies else each.message
        table.add_row(ink.text(f"{len(each.students)}/{each.submissions}", "yellow"), Group(head, ink.text(said, most_bytes=300)))
    if len(found) > MOST_MISCONCEPTIONS:
        table.add_row("", ink.text(phrases.say("more_tests", n=len(found) - MOST_MISCONCEPTIONS), "dim"))
    return table


def _students(book: Gradebook, phrases: Phrases, ink: _Ink) -> Table:
    table = _plain_table(ink)
    table.add_column(ink.text(phrases["student"]), overflow="fold", min_width=8)
    for exercise in book.exercises:
        table.add_column(ink.text(exercise.name, most_bytes=60), justify="right", overflow="fold")
    table.add_column(ink.text(phrases["total"]), justify="right", overflow="fold")
    for student in book.students[:MOST_ROWS]:
        cells = []
        for cell in student.cells:
            if cell is None:
                cells.append(ink.text("-", "dim"))
            elif cell.status is not Status.GRADED:
                cells.append(ink.text(phrases.status(cell.status), _STATUS_STYLES[cell.status]))
            else:
                flag = ink.either("◆ ", "* ") if cell.misconceptions else ""
                shown = flag + points_text(cell.score, cell.max_score)
                cells.append(ink.text(shown, _colour(fraction(cell.score, cell.max_score))))
        total = ink.text(points_text(student.score, student.max_score), "bold")
        table.add_row(ink.text(student.name or phrases["nameless"], most_bytes=120), *cells, total)
    return table


def _plain_table(ink: _Ink) -> Table:
    from rich import box
    from rich.table import Table

    return Table(box=box.SIMPLE_HEAD if ink.either("─", "") else box.ASCII2, pad_edge=False, padding=(0, 1), header_style="bold")


def _gauge(share: float, ink: _Ink, width: int = 20) -> Text:
    """A bar of the share, which the numbers beside it say too."""
    full, rest = ink.either("█", "#"), ink.either("░", ".")
    filled = width if share == 1 else min(width - 1, round(share * width))
    return ink.text(full * filled + rest * (width - filled), _colour(share))


def _spark(spread: Spread, ink: _Ink) -> str:
    """The counts as a row of signs, a dot for none."""
    signs = _SPARKS if ink.either(_SPARKS, "") else _DIGITS
    highest = max(spread.counts)
    return "".join(signs[max(0, round(count / highest * (len(signs) - 1)))] if count else ink.either("·", ".") for count in spread.counts)


def _share(value: float | None) -> str:
    return "-" if value is None else f"{value:.0%}"


def _colour(share: float) -> str:
    return "green" if share >= 0.8 else "yellow" if share >= 0.5 else "red"
