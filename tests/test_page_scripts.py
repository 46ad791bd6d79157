"""What the scripts of report pages do: tables sorted, filtered and turned, against the class that the page is of."""

from __future__ import annotations

import unicodedata
from collections.abc import Callable, Iterator
from dataclasses import replace
from typing import Any

import pytest

from gradekit.report.gradebook import Gradebook, gradebook, points_text
from gradekit.report.html import render_html
from gradekit.report.roll import PAGE_ROWS, WHOLE_STUDENTS
from gradekit.report.words import WORDS
from gradekit.results import Result, ResultSet
from gradekit.text import LANGUAGES, Lang
from tests.browsing import Browser
from tests.test_scale import HOSTILE, crowd

LARGE = WHOLE_STUDENTS + 130
Opener = Callable[..., Browser]


@pytest.fixture
def opened() -> Iterator[Opener]:
    """Opens the class page of results."""
    browsers: list[Browser] = []

    def opener(results: ResultSet, *, script: bool = True) -> Browser:
        browsers.append(Browser(next(render_html(results))[1], script=script))
        return browsers[-1]

    yield opener
    for each in browsers:
        each.__exit__()


def shuffled(students: int, exercises: int = 3, lang: Lang = "ko") -> ResultSet:
    """A class whose names are in no order, with numbers in them that people order otherwise than characters do.

    A fortieth of the exercises is not handed in, and a third of the scores are whole numbers, as those of misconceptions are.
    """
    names = ("서연", "민준", "가온", "Ann")
    class_ = crowd(students, exercises, lang, lambda number: f"{names[number % 4]} {number * 7919 % 1009}")

    def rounded(result: Result, number: int) -> Result:
        first, *others = result.tests
        return result if number % 3 else replace(result, tests=(replace(first, points=float(round(first.points))), *others))

    rows = tuple(rounded(each, number) for number, each in enumerate(class_.results) if number % 41)
    return replace(class_, results=rows)


def by_points(book: Gradebook, column: int) -> list[str]:
    """The class from the highest of a column to the lowest, equals as they stand: as shown, and what has no points after what has."""

    def key(student: Any) -> float:
        if column == len(book.exercises):
            return float(points_text(student.score, student.max_score))
        cell = student.cells[column]
        return -2 if cell is None else -1 if cell.status.value != "graded" else float(points_text(cell.score, cell.max_score))

    return [each.name for each in sorted(book.students, key=key, reverse=True)]


def everybody(page: Browser) -> list[str]:
    """The names on all pages, as somebody comes by them who turns them."""
    page.turn("first")
    found = page.names
    while len(held := page.names) == PAGE_ROWS:
        page.turn("on", "below")
        if page.names == held:
            break
        found += page.names
    return found


@pytest.mark.parametrize("lang", LANGUAGES)
def test_a_drawn_row_is_the_row_that_stands_without_a_script(opened: Opener, lang: Lang) -> None:
    """Links, names, badges, misconceptions, points and bars, and one whose names are hostile: element by element."""
    hostile = crowd(LARGE, 3, lang, lambda number: f"{HOSTILE[number % len(HOSTILE)]}{number}")
    for results in (shuffled(LARGE, lang=lang), hostile):

        def without(row: Any) -> Any:
            tag, attributes, children = row
            kept = {name: value for name, value in attributes.items() if name not in ("data-k", "data-v", "data-words")}
            return [tag, kept, [each if isinstance(each, str) else without(each) for each in children]]

        still, drawn = opened(results, script=False), opened(results)
        assert len(drawn.rows) == PAGE_ROWS
        assert [without(row) for row in drawn.rows] == [without(row) for row in still.rows]


@pytest.mark.parametrize("students", [WHOLE_STUDENTS // 5, LARGE])
@pytest.mark.parametrize("column", [1, 3, 4])
def test_scores_are_sorted_highest_first_and_then_lowest(opened: Opener, students: int, column: int) -> None:
    """In the table as a whole and in the one that turns pages, by an exercise and by the total; equals stay in order."""
    results = shuffled(students)
    book = gradebook(results)
    page = opened(results)
    page.sort(column)
    expected = by_points(book, column - 1)
    assert expected != [each.name for each in book.students]
    assert everybody(page) == expected if students == LARGE else page.names == expected
    assert page.sorts == ["descending" if each == column else "none" for each in range(5)]
    page.sort(column)
    assert page.sorts[column] == "ascending"
    lowest = page.names
    assert by_points(book, column - 1).index(lowest[0]) > students * 0.9


@pytest.mark.parametrize("students", [WHOLE_STUDENTS // 5, LARGE])
def test_names_are_sorted_as_people_do(opened: Opener, students: int) -> None:
    """Korean and Latin apart, 가온 9 before 가온 10; from the last on the second click."""
    results = shuffled(students)
    page = opened(results)
    page.sort(0)
    found = everybody(page) if students == LARGE else page.names
    assert sorted(found) == sorted(each.name for each in gradebook(results).students)
    groups = [name.split()[0] for name in found]
    assert [name for at, name in enumerate(groups) if at == 0 or groups[at - 1] != name] in (
        ["가온", "민준", "서연", "Ann"],
        ["Ann", "가온", "민준", "서연"],
    )
    for group in set(groups):
        numbers = [int(name.split()[1]) for name in found if name.startswith(group)]
        assert numbers == sorted(numbers)
    page.sort(0)
    assert page.sorts[0] == "descending" and page.names == found[::-1][: len(page.names)]


@pytest.mark.parametrize("students", [WHOLE_STUDENTS // 5, LARGE])
def test_a_name_is_found_however_it_is_typed(opened: Opener, students: int) -> None:
    """In capitals, with blanks around it, and in the decomposed form that macOS types Korean in."""
    results = shuffled(students)
    page = opened(results)
    names = [each.name for each in gradebook(results).students]
    for typed, part in (("  ANN ", "Ann"), (unicodedata.normalize("NFD", "서연"), "서연"), ("7", "7")):
        page.find(typed)
        expected = [name for name in names if part in name]
        assert 1 < len(expected) < students and page.names == expected[:PAGE_ROWS]
        assert str(len(expected)) in page.told
    page.find("<nobody>")
    assert page.names == [] and "0" in page.told
    page.find("")
    assert page.names == names[:PAGE_ROWS]


def test_filters_show_whom_they_name(opened: Opener) -> None:
    """Misconceptions, low scores, what was not graded, one idea alone; together with a name, and after sorting."""
    results = shuffled(LARGE, 5)
    book = gradebook(results)
    page = opened(results)
    fits: dict[str, Callable[[Any], bool]] = {
        "f1": lambda student: student.has_misconception,
        "f2": lambda student: student.fraction < 0.6,
        "f4": lambda student: student.has_ungraded,
    }
    for kind, fitting in fits.items():
        page.choose(kind)
        expected = [each.name for each in book.students if fitting(each)]
        assert 1 < len(expected) < LARGE and everybody(page) == expected
    ideas = page.ask('document.getElementById("kind").querySelectorAll("optgroup")[0].children.map((each) => each.getAttribute("value"))')
    assert len(ideas) == 15
    found = set()
    for kind in ideas:
        page.choose(kind)
        title, _, count = page.ask(
            'document.getElementById("kind").querySelectorAll("option").find((each) => each.getAttribute("value") === kind).textContent',
            kind=kind,
        ).rpartition(" (")
        exercise, name = title.split(": ")
        at = [each.title for each in book.exercises].index(exercise)
        expected = [each.name for each in book.students if (cell := each.cells[at]) is not None and name in cell.misconceptions]
        assert everybody(page) == expected and int(count.rstrip(")")) == len(expected)
        found |= set(expected)
    assert found == {each.name for each in book.students if each.has_misconception}
    page.choose("f2")
    page.sort(4)  # the fourth exercise
    page.find("가온")
    low = {each.name for each in book.students if each.fraction < 0.6 and each.name.startswith("가온")}
    assert low and everybody(page) == [name for name in by_points(book, 3) if name in low]


def test_a_small_class_is_filtered_in_its_table(opened: Opener) -> None:
    results = shuffled(120)
    book = gradebook(results)
    page = opened(results)
    for kind, fitting in {
        "m": lambda student: student.has_misconception,
        "l": lambda student: student.fraction < 0.6,
        "u": lambda student: student.has_ungraded,
        "": lambda student: True,
    }.items():
        page.choose(kind)
        expected = [each.name for each in book.students if fitting(each)]
        assert expected and page.names == expected and str(len(expected)) in page.told


def test_pages_turn_and_end(opened: Opener) -> None:
    """Seven pages of 630: the last holds 30; at an end a button says so, keeps the focus and does nothing; the next filter begins anew."""
    results = shuffled(LARGE)
    names = [each.name for each in gradebook(results).students]
    page = opened(results)
    state = 'document.querySelectorAll(".pager").map((each) => [each.hidden, each.querySelector("span").textContent])'
    ends = 'document.querySelectorAll(".pager")[0].querySelectorAll("button").map((each) => each.getAttribute("aria-disabled") === "true")'
    words = WORDS["page_of"].ko
    assert page.ask(state) == [[False, words.format(page=1, pages=7)]] * 2 and page.ask(ends) == [True, True, False, False]
    page.turn("back")
    assert page.names == names[:100]
    page.turn("on")
    assert page.names == names[100:200] and page.ask(ends) == [False] * 4 and page.ask("document.seen === null")
    page.turn("last", "below")
    assert page.names == names[600:] and page.ask(ends) == [False, False, True, True]
    assert page.ask('document.seen.id === "tools" && document.activeElement.classList.contains("scroll")')
    page.turn("on")
    assert page.names == names[600:] and "601" in page.told and "630" in page.told
    page.turn("back")
    assert page.names == names[500:600]
    page.turn("first")
    assert page.names == names[:100]
    page.turn("last")
    page.find("Ann")
    assert page.names == [name for name in names if "Ann" in name][:100] and page.ask(state)[0][1] == words.format(page=1, pages=2)
    page.find(names[17])
    assert page.ask(state)[0][0] is True, "one page needs no buttons"


def test_tools_come_with_the_script(opened: Opener) -> None:
    """Hidden without it, with buttons that can do nothing; with it shown, and the note about the rest gone."""
    seen = '[document.getElementById("tools").hidden, document.getElementById("rest").hidden, document.querySelectorAll("button").filter((each) => each.disabled).length]'  # noqa: E501
    results = shuffled(LARGE)
    buttons = opened(results, script=False).ask('document.querySelectorAll("button").length')
    assert opened(results, script=False).ask(seen) == [True, False, buttons]
    assert opened(results).ask(seen) == [False, True, 0]


def test_ten_thousand_are_all_there(opened: Opener) -> None:
    """The lowest total is on the last page, and a name in the middle is found."""
    results = crowd(10_000)
    book = gradebook(results)
    page = opened(results)
    page.sort(-1)
    page.turn("last")
    assert page.names == by_points(book, 1)[-PAGE_ROWS:]
    page.find("민서 05432")
    assert page.names == ["민서 05432"]
