"""A class of ten thousand: results stay in their file, the class page stays small, and an import keeps records, not content."""

from __future__ import annotations

import base64
import hashlib
import io
import json
import pickle
import re
import weakref
import zipfile
from collections.abc import Callable, Sequence
from dataclasses import fields, replace
from html.parser import HTMLParser
from pathlib import Path
from typing import Any, overload

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from gradekit import json_reader
from gradekit.course import load_course
from gradekit.errors import ResultsError
from gradekit.export.formats import export
from gradekit.export.grades import read_grades
from gradekit.export.order import Order
from gradekit.intake.download import Download, Stream
from gradekit.json_reader import JsonReader
from gradekit.lms import gradescope
from gradekit.lms.importing import import_download
from gradekit.lms.models import Aside, HandIn, Outcome
from gradekit.lms.record import Record
from gradekit.printable import printable
from gradekit.report import class_summary, render_all
from gradekit.report.gradebook import gradebook, points_text
from gradekit.report.html import render_html
from gradekit.report.roll import DATA_BYTES, PAGE_ROWS, WHOLE_STUDENTS
from gradekit.report.scores import render_csv
from gradekit.report.words import WORDS
from gradekit.results import Diagnosis, Result, ResultSet, Status, TestOutcome, Verdict, write_results
from gradekit.results_file import open_results
from gradekit.text import LANGUAGES, Lang

PAGE_BYTES = 3_000_000
HOSTILE = (
    "</script><img src=x onerror=alert(1)>",
    "<!--<script>",
    "]]></SCRIPT >",
    "a\x00b\x1b[31m",
    "abc\u202egnp.exe\u2066",
    "x\u2028y\u2029z",
    "a\udcffb",
    '"}],"rows":[["',
    "&lt;b&gt; & \\u003c",
    "__proto__",
    "",
)


class Rows(Sequence[Result]):
    """Rows that are made when they are looked at."""

    def __init__(self, number: int, make: Callable[[int], Result]) -> None:
        self.number = number
        self.make = make

    def __len__(self) -> int:
        return self.number

    @overload
    def __getitem__(self, index: int) -> Result: ...
    @overload
    def __getitem__(self, index: slice) -> tuple[Result, ...]: ...
    def __getitem__(self, index: int | slice) -> Result | tuple[Result, ...]:
        where = range(self.number)[index]
        return tuple(map(self.make, where)) if isinstance(where, range) else self.make(where)


def made(student: str, exercise: str, number: int) -> Result:
    """A result, graded with and without misconceptions or not graded, as number has it."""
    status = Status.GRADED if number % 97 else (Status.REFUSED, Status.MISSING, Status.GRADER_ERROR)[number // 97 % 3]
    graded = status is Status.GRADED
    points = ((number * 37) % 10_001) / 1000 if graded else 0.0
    verdict = Verdict.PASSED if points == 10 else Verdict.FAILED if graded else Verdict.GRADER_ERROR
    tests = (
        TestOutcome("test_accuracy", points, 10.0, verdict, "a message", "a hint"),
        TestOutcome("test_shape", 5.0 * graded, 5.0, Verdict.PASSED if graded else Verdict.REFUSED, "a message"),
    )
    ideas = (Diagnosis(f"idea_{number % 3}", "You sum over the batch."),) if graded and number % 4 == 0 else ()
    return Result(student, exercise, status, tests, 0.1, ideas, "", {"python": "3.11"})


def crowd(
    students: int, exercises: int = 1, lang: Lang = "en", name: Callable[[int], str] = lambda number: f"민서 {number:05}"
) -> ResultSet:
    """A class whose rows are made when they are looked at, student by student."""
    titles = {f"exercise_{at}": {"en": f"Exercise {at}", "ko": f"과제 {at}"} for at in range(exercises)}
    rows = Rows(students * exercises, lambda number: made(name(number // exercises), f"exercise_{number % exercises}", number))
    return ResultSet("course", rows, lang, titles, {"en": "A course", "ko": "강의"})


class Page(HTMLParser):
    """A page as a browser reads it: its elements with the names of their attributes, and what its script elements hold."""

    def __init__(self, source: str) -> None:
        super().__init__(convert_charrefs=True)
        self.source = source
        self.elements: list[tuple[str, dict[str, str]]] = []
        self.scripts: list[tuple[str, str]] = []
        self.words: list[str] = []
        self._script: str | None = None
        self.feed(source)
        self.close()

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        held = {key: value or "" for key, value in attrs}
        self.elements.append((tag, held))
        if tag == "script":
            self._script = held.get("type", "")
            self.scripts.append((self._script, ""))

    def handle_endtag(self, tag: str) -> None:
        self._script = None if tag == "script" else self._script

    def handle_data(self, data: str) -> None:
        if self._script is not None:
            kind, before = self.scripts.pop()
            self.scripts.append((kind, before + data))
        else:
            self.words.append(data)

    def all(self, *tags: str) -> list[dict[str, str]]:
        return [attrs for tag, attrs in self.elements if tag in tags]

    @property
    def island(self) -> str:
        [held] = [held for kind, held in self.scripts if kind == "application/json"]
        return held

    @property
    def data(self) -> dict[str, Any]:
        held: dict[str, Any] = json.loads(self.island)
        return held


def class_page(results: ResultSet) -> Page:
    return Page(next(render_html(results))[1])


# --- The class page ----------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize("lang", LANGUAGES)
def test_the_page_of_ten_thousand_is_small_and_has_everyone(lang: Lang) -> None:
    """Five exercises, 10,000 students: under 3 MB, everyone in the table's data, a hundred rows and no long list of names outside it."""
    page = class_page(crowd(10_000, 5, lang))
    assert len(page.source.encode()) < PAGE_BYTES
    rows = page.data["rows"]
    assert len(rows) == 10_000 and [row[0] for row in rows[:2]] == ["민서 00000", "민서 00001"]
    assert {len(row) for row in rows} == {4 + 5}
    links = [attrs["href"] for attrs in page.all("a") if attrs.get("href", "").startswith("students/")]
    ideas = len(page.data["ideas"])
    assert len(links) <= PAGE_ROWS + PAGE_ROWS + 12 * ideas and ideas == 15


def test_no_class_makes_the_page_larger() -> None:
    """Names as long as they can be and made of what is written as escapes: what does not fit is left out, and the page says so."""
    page = class_page(crowd(20_000, 2, name=lambda number: f"{number:05}" + "<" * 300))
    held = len(page.data["rows"])
    assert len(page.source.encode()) < PAGE_BYTES and DATA_BYTES / 2 < len(page.island.encode()) <= DATA_BYTES + 1000
    assert 1000 < held < 20_000
    assert WORDS["cut"].en.format(n=held, all=20_000) in " ".join(page.words)
    assert page.all("a").count({"href": "scores.csv"}) == 3, "beside the rows, those left out and those not graded"


def test_a_class_stays_whole_up_to_a_size() -> None:
    """500 students stand in the page; one more, and it turns pages."""
    whole, paged = class_page(crowd(WHOLE_STUDENTS)), class_page(crowd(WHOLE_STUDENTS + 1))
    assert len(whole.scripts) == 1 and len(paged.scripts) == 2
    assert sum("data-k" in attrs for attrs in whole.all("tr")) == WHOLE_STUDENTS
    assert sum("data-k" in attrs for attrs in paged.all("tr")) == PAGE_ROWS
    assert "pager" not in whole.source


@pytest.mark.parametrize("lang", LANGUAGES)
def test_without_a_script_the_page_says_where_all_are(lang: Lang) -> None:
    """The first rows stand there, tools that need the script are hidden, and scores.csv is linked."""
    page = class_page(crowd(700, 2, lang))
    assert WORDS["rest"].to(lang).format(n=PAGE_ROWS, all=700) in " ".join(page.words)
    assert {"href": "scores.csv"} in page.all("a")
    [rest] = [attrs for attrs in page.all("p") if attrs.get("id") == "rest"]
    assert "hidden" not in rest
    assert "hidden" in next(attrs for attrs in page.all("div") if attrs.get("id") == "tools")
    pagers = [attrs for attrs in page.all("nav") if "pager" in attrs.get("class", "")]
    assert len(pagers) == 2 and all("hidden" in attrs and attrs["aria-label"] for attrs in pagers)
    assert pagers[0]["aria-label"] != pagers[1]["aria-label"]
    assert all("disabled" in attrs for attrs in page.all("button")), "no button that does nothing where there is no script"


def test_the_data_say_what_the_plain_table_says() -> None:
    """Names, pages, points as they are shown, misconceptions, statuses and what the filters ask for, student by student."""
    results = crowd(600, 3)
    results = replace(results, results=(*results.results[:-1], made("latecomer", "exercise_9", 1)))
    page, book = class_page(results), gradebook(results)
    ideas = page.data["ideas"]
    for row, student in zip(page.data["rows"], book.students, strict=True):
        assert (row[0], f"{row[1]}.html") == (student.name, student.page)
        assert row[2] == student.has_misconception + 2 * (student.fraction < 0.6) + 4 * student.has_ungraded
        assert f"{row[3]:g}" == points_text(student.score, student.max_score) or row[3] == float(points_text(student.score))
        for held, cell in zip(row[4:], student.cells, strict=True):
            if cell is None:
                assert held is None
            elif cell.status is not Status.GRADED:
                assert held == [cell.status.value, cell.score]
            elif cell.misconceptions:
                assert held[0] == float(points_text(cell.score, cell.max_score))
                assert tuple(ideas[number] for number in held[1:]) == cell.misconceptions
            else:
                assert held == float(points_text(cell.score, cell.max_score))
    assert page.data["most"] == [exercise.max_score for exercise in book.exercises] + [book.max_score]
    numbers = {attrs["value"]: attrs for attrs in page.all("option")}
    assert {"", "f1", "f2", "f4", *(f"i{number}" for number in range(len(ideas)))} == set(numbers)


@pytest.mark.parametrize("word", HOSTILE, ids=[ascii(word)[:20] for word in HOSTILE])
def test_hostile_words_stay_words_in_the_data(word: str) -> None:
    """A name, an exercise and a misconception can neither end the script element nor open another, and are shown as on any page."""

    def spoken(word: str) -> Page:
        results = crowd(510, name=lambda number: f"{word}{number}" if number % 5 == 0 else f"s{number}")
        hostile = replace(made(word, word, 4), diagnosis=(Diagnosis(word, word),))
        return class_page(replace(results, results=(*results.results[:], hostile), titles={}))

    hostile, harmless = spoken(word), spoken("word")
    assert [(tag, sorted(attrs)) for tag, attrs in hostile.elements] == [(tag, sorted(attrs)) for tag, attrs in harmless.elements]
    assert [kind for kind, _ in hostile.scripts] == ["application/json", ""] and hostile.scripts[1] == harmless.scripts[1]
    assert not re.search(r"[<>&\x00-\x09\x0b-\x1f\x7f-\x9f\u2028-\u202e\u2066-\u2069\ud800-\udfff]", hostile.island)
    assert hostile.data["rows"][5][0] == printable(f"{word}5")
    assert hostile.data["rows"][-1][0] == (printable(word) or WORDS["nameless"].en)
    assert printable(word) in hostile.data["ideas"]


def test_the_policy_lets_only_the_pages_own_script_run() -> None:
    page = class_page(crowd(WHOLE_STUDENTS + 1))
    [policy] = [attrs["content"] for attrs in page.all("meta") if attrs.get("http-equiv") == "Content-Security-Policy"]
    [script] = [held for kind, held in page.scripts if not kind]
    assert f"script-src 'sha256-{base64.b64encode(hashlib.sha256(script.encode()).digest()).decode()}';" in policy
    assert not re.search(r"innerHTML|outerHTML|insertAdjacentHTML|document\.write|eval\(|Function\(", script)


# --- Results that stay in their file ------------------------------------------------------------------------------------------


class Watched(Result):
    """A result whose end can be waited for."""

    __slots__ = ("__weakref__",)


class Alive:
    """Makes watched results, and refuses to have more of them alive at a time than most."""

    def __init__(self, source: Sequence[Result], most: int) -> None:
        self.source = source
        self.most = most
        self.seen = 0
        self._refs: dict[int, weakref.ref[Watched]] = {}

    def __call__(self, number: int) -> Result:
        row = self.source[number]
        watched = Watched(**{each.name: getattr(row, each.name) for each in fields(Result)})
        self.seen += 1
        key = self.seen
        self._refs[key] = weakref.ref(watched, lambda _: self._refs.pop(key, None))
        assert len(self._refs) <= self.most, f"{len(self._refs)} results are in memory at once"
        return watched


@pytest.mark.parametrize("grouped", [True, False])
def test_no_more_than_a_students_results_are_in_memory(tmp_path: Path, grouped: bool) -> None:
    """The class page, the students' pages, scores.csv and the terminal's summary, of 3 exercises: three results and the next."""
    from rich.console import Console

    results = crowd(550, 3)
    order = range(len(results.results)) if grouped else sorted(range(len(results.results)), key=lambda number: number % 3)
    alive = Alive(results.results, most=5)
    watched = replace(results, results=Rows(len(order), lambda number: alive(order[number])))
    written = render_all(watched, tmp_path)
    Console(file=io.StringIO()).print(class_summary(watched, "en"))
    assert len(written) == 552 and alive.seen > 3 * len(order)


@pytest.mark.parametrize("form", ["junit", "parquet"])
def test_tests_are_exported_as_they_are_read(tmp_path: Path, form: str) -> None:
    """However many results there are: one, the next, and of Parquet the rows that are compressed together, which are no results."""
    results = crowd(900, 3)
    alive = Alive(results.results, most=3)
    path = tmp_path / "results.json"
    write_results(path, results)
    grades = read_grades(path)
    rows = Rows(len(results.results), alive)
    watched = replace(grades, students=(replace(grades.students[0], results=rows),))
    assert export(form, Order(watched, tmp_path / "out"), force=True).written == 1
    assert alive.seen == len(rows) and (tmp_path / "out").stat().st_size > 10_000


@pytest.mark.parametrize("form", ["junit", "parquet"])
def test_an_export_that_breaks_off_leaves_what_was_there(tmp_path: Path, form: str) -> None:
    """A result that turns out to be none, after thousands: the old file stays, and no half of the new one."""
    results = crowd(30)
    path = tmp_path / "results.json"
    write_results(path, results)

    def broken(number: int) -> Result:
        if number == 20:
            raise ResultsError("row 21 is none")
        return results.results[number]

    grades = read_grades(path)
    watched = replace(grades, students=(replace(grades.students[0], results=Rows(30, broken)),))
    (tmp_path / "out").write_bytes(b"old")
    with pytest.raises(ResultsError, match="row 21"):
        export(form, Order(watched, tmp_path / "out"), force=True)
    assert (tmp_path / "out").read_bytes() == b"old" and sorted(each.name for each in tmp_path.iterdir()) == ["out", "results.json"]


def apart(rows: Sequence[Result]) -> list[Result]:
    """The same rows exercise by exercise, as another program may write them, with an older one of every tenth student before them."""
    older = [replace(row, tests=tuple(replace(test, points=0.0) for test in row.tests), diagnosis=()) for row in rows[::30]]
    places = {row.student: place for place, row in reversed(list(enumerate(rows)))}
    return sorted([*older, *rows], key=lambda row: (row.exercise, places[row.student]))


@pytest.mark.parametrize("students", [30, WHOLE_STUDENTS + 30])
def test_the_order_of_rows_changes_no_page(tmp_path: Path, students: int) -> None:
    """A file that has a student's rows together, one that has them apart, and one with rows that do not count give the same pages."""
    results = crowd(students, 3)
    pages = []
    for name, rows in {"together": tuple(results.results), "apart": tuple(apart(results.results))}.items():
        path = tmp_path / f"{name}.json"
        write_results(path, replace(results, results=rows))
        with open_results(path) as opened:
            pages.append(dict(render_html(opened)))
    assert len(apart(results.results)) > len(results.results) and len(pages[0]) == students + 1
    assert pages[0] == pages[1]


def test_rows_are_found_wherever_they_stand(tmp_path: Path) -> None:
    """By number, from the end, as a slice and in turn, again and again; not after the block."""
    rows = tuple(crowd(40, 2).results)
    write_results(tmp_path / "r.json", ResultSet("c", rows))
    with open_results(tmp_path / "r.json") as opened:
        assert len(opened.results) == 80
        assert opened.results[79] == opened.results[-1] == rows[-1]
        assert opened.results[3:6] == rows[3:6]
        two = [each for pair in zip(opened.results, opened.results, strict=True) for each in pair]
        assert two[::2] == two[1::2] == list(rows)
        with pytest.raises(IndexError):
            opened.results[80]
    with pytest.raises(ValueError, match="closed"):
        opened.results._file.read()  # type: ignore[attr-defined]


def test_a_file_that_is_changed_in_its_place_is_noticed(tmp_path: Path) -> None:
    path = tmp_path / "r.json"
    write_results(path, ResultSet("c", tuple(crowd(40).results)))
    with open_results(path) as opened:
        path.write_bytes(b" " * path.stat().st_size)
        with pytest.raises(ResultsError, match="was changed while it was read"):
            list(render_csv(opened))


def test_the_keys_of_a_file_may_stand_in_any_order(tmp_path: Path) -> None:
    """The rows first, their own keys turned round, on one line, with a key of one's own."""
    results = crowd(5, 2, "ko")
    data = results.to_json()
    rows = [dict(reversed(row.items())) for row in data.pop("results")]
    path = tmp_path / "r.json"
    path.write_text(json.dumps({"results": rows, "x": [{}], **dict(reversed(data.items()))}), "utf-8")
    with open_results(path) as opened:
        assert replace(opened, results=tuple(opened.results)) == replace(results, results=tuple(results.results))


# --- JSON piece by piece ------------------------------------------------------------------------------------------------------

JSON = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats(allow_nan=False, allow_infinity=False) | st.text(st.characters(codec="utf-8")),
    lambda inner: st.lists(inner, max_size=4) | st.dictionaries(st.text(st.characters(codec="utf-8")), inner, max_size=4),
    max_leaves=12,
)


@pytest.fixture(params=[1, 2, 7, 1 << 18])
def chunk(request: pytest.FixtureRequest, monkeypatch: pytest.MonkeyPatch) -> int:
    monkeypatch.setattr(json_reader, "_CHUNK", request.param)
    return int(request.param)


def walked(reader: JsonReader) -> Any:
    """A value, its objects and arrays in pieces."""
    sign = reader.sign()
    if sign == "{":
        return {key: walked(reader) for key in reader.members()}
    return [walked(reader) for _ in reader.items()] if sign == "[" else reader.value()


def whole_of(raw: bytes) -> Any:
    reader = JsonReader(io.BytesIO(raw))
    value = walked(reader)
    reader.end()
    return value


@pytest.mark.usefixtures("chunk")
@given(JSON, st.sampled_from([None, 0, 2]), st.booleans())
def test_pieces_are_the_whole(value: Any, indent: int | None, plain: bool) -> None:
    """Whatever is cut where, a text read in pieces is what the module json reads."""
    raw = f" {json.dumps(value, indent=indent, ensure_ascii=plain)}\n".encode()
    for read in (walked, JsonReader.value):
        reader = JsonReader(io.BytesIO(raw))
        assert read(reader) == value
        reader.end()
        assert reader.offset == len(raw)


@pytest.mark.usefixtures("chunk")
@given(st.text('{}[],:"\\ 01.eE-+tru가\x00', max_size=12))
@example(" 00")
@example(" 1 01")
@example("[0, 00]")
def test_what_is_no_json_is_refused_in_pieces_too(text: str) -> None:
    raw = text.encode()
    try:
        whole = json.loads(text, parse_constant=json_reader.no_constant)
    except ValueError:
        with pytest.raises(ValueError):
            whole_of(raw)
    else:
        assert whole_of(raw) == whole


def test_a_reader_holds_a_piece_and_not_the_file() -> None:
    """Of a long array of small items it has read no more than a few pieces ahead of what was asked for."""
    raw = io.BytesIO(b"[" + b",".join(b'{"a": 1}' for _ in range(400_000)) + b"]")
    reader = JsonReader(raw)
    ahead = []
    for _ in reader.items():
        reader.value()
        ahead.append(raw.tell() - reader.offset)
        assert len(reader._text) < 1 << 20
    assert max(ahead) < 1 << 20 and len(ahead) == 400_000


# --- Imports ------------------------------------------------------------------------------------------------------------------


def notebook(number: int) -> str:
    cells = [
        {"cell_type": "code", "metadata": {}, "outputs": [], "source": f"x{at} = {number}\n" + "# " + "work " * 200} for at in range(12)
    ]
    return json.dumps({"nbformat": 4, "nbformat_minor": 5, "metadata": {}, "cells": cells})


def collected(folder: Path, students: int) -> Path:
    """What nbgrader collects."""
    for number in range(students):
        place = folder / "submitted" / f"s{number:04}" / "softmax"
        place.mkdir(parents=True)
        (place / "softmax.ipynb").write_text(notebook(number), "utf-8")
        (place / "timestamp.txt").write_text("2025-02-02 15:58:23 UTC", "utf-8")
    return folder


def test_an_import_keeps_little_of_an_entry(tmp_path: Path) -> None:
    """Of a notebook of 12 KB, its program and its cells, a kilobyte stays in memory; import.json says all of it, a line an entry."""
    course = load_course(Path(__file__).parents[1])
    out = tmp_path / "out"
    source = collected(tmp_path / "in", 40)
    summary = import_download("nbgrader", source, out, course)
    assert summary.counts["written"] == 40 and (source / "submitted/s0000/softmax/softmax.ipynb").stat().st_size > 12_000
    with Record(out) as record:
        assert len(pickle.dumps(summary.rows)) / 40 < 2000 and len(pickle.dumps(record.files)) / 40 < 2000
    lines = (out / "import.json").read_text("utf-8").splitlines()
    assert sum('"cells"' in line for line in lines) == 80, "of each file once as an entry and once as a file"
    data = json.loads("\n".join(lines))
    assert len(data["entries"]) == 80 and len(data["files"]["s0000/softmax.py"]["cells"]) == 12
    assert list(data["files"]) == sorted(data["files"])


def test_the_record_is_written_as_it_was_read(tmp_path: Path) -> None:
    """What an import of today keeps of one of yesterday, whatever the order of its keys; and halves of characters survive."""
    held = {"student": "a\udcff", "sha256": "1" * 64, "cells": [{"cell": 1, "first": 2, "last": 3}], "order": [1, 2]}
    old = {"files": {"a/softmax.py": held}, "entries": [{"path": "x"}], "schema": "gradekit.import/1"}
    (tmp_path / "import.json").write_text(json.dumps(old, indent=1), "utf-8")
    with Record(tmp_path) as record:
        assert record.wrote("a/softmax.py", "1" * 64) and not record.wrote("b/softmax.py", "1" * 64)
        record.save({"platform": "canvas"}, iter([{"path": "p\udcff"}, {"path": "q"}]))
    data = json.loads((tmp_path / "import.json").read_text("utf-8"))
    assert data == {
        "schema": "gradekit.import/1",
        "platform": "canvas",
        "entries": [{"path": "p\udcff"}, {"path": "q"}],
        "files": {"a/softmax.py": held},
    }
    with Record(tmp_path) as record:
        record.save({}, iter(()))
    assert json.loads((tmp_path / "import.json").read_text("utf-8"))["entries"] == []


def bulk_export(path: Path, output: str, submissions: int = 3) -> Path:
    """What Gradescope exports, its metadata with what tests printed."""
    told = "".join(
        f"submission_{number}:\n  :submitters:\n  - :name: Kim\n    :sid: s{number}\n  :results:\n    :output: {output}\n"
        for number in range(submissions)
    )
    with zipfile.ZipFile(path, "w") as archive:
        archive.writestr("assignment_1_export/submission_metadata.yml", told)
        for number in range(submissions):
            archive.writestr(f"assignment_1_export/submission_{number}/softmax.py", "x = 1\n")
    return path


def test_metadata_of_gradescope_are_read_in_pieces(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """They grow with every test's output, and are never in memory as a whole."""
    pieces: list[int] = []
    read = Stream.read

    def watched(self: Stream, size: int) -> bytes:
        piece = read(self, size)
        pieces.append(len(piece))
        return piece

    path = bulk_export(tmp_path / "x.zip", "word " * 100_000)
    with Download(path) as download, monkeypatch.context() as patch:
        patch.setattr(Stream, "read", watched)
        handed_in = [each for each in gradescope.read(download) if isinstance(each, HandIn)]
    assert [each.people[0].sid for each in handed_in] == ["s0", "s1", "s2"]
    assert sum(pieces) > 1_500_000 and max(pieces) < 100_000


@pytest.mark.parametrize("fault", ["larger", "damaged"])
def test_metadata_that_cannot_be_read_tell_nothing(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, fault: str) -> None:
    """Half of what says who they are is not believed: the folders' names stand in for everyone."""
    path = bulk_export(tmp_path / "x.zip", "word " * 100_000)
    if fault == "larger":
        monkeypatch.setattr(gradescope, "_METADATA_BYTES", 1_200_000)
    else:
        raw = path.read_bytes()
        path.write_bytes(raw[:1_400_000] + b"x" + raw[1_400_001:])
    with Download(path) as download:
        found = list(gradescope.read(download))
    [aside] = [each for each in found if isinstance(each, Aside)]
    assert aside.outcome is Outcome.REFUSED and fault in aside.why.en
    assert [each.people[0].sid for each in found if isinstance(each, HandIn)] == ["", "", ""]
