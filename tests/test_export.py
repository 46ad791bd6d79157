"""Exports: each form on files that are built here from the columns that its platform documents, and read back."""

import base64
import csv
import io
import json
import os
import re
import subprocess
import sys
from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path
from typing import Any
from xml.etree import ElementTree

import pytest
import yaml
from click.testing import CliRunner
from hypothesis import given
from hypothesis import strategies as st
from markdown_it import MarkdownIt

from gradekit.cli import cli
from gradekit.cli.gradebook_options import open_gradebook
from gradekit.cli.options import open_course
from gradekit.errors import GradekitError, ResultsError, UsageError, WouldOverwrite
from gradekit.exam.record import AttemptRecord, Both, ExamRecord, MarkRecord, PartRecord, StudentRecord, write_record
from gradekit.exam.roster import read_roster
from gradekit.export.formats import FORMATS, export
from gradekit.export.from_gradebook import gradebook_grades
from gradekit.export.grades import Grades, read_grades, with_names
from gradekit.export.markdown import BODY_BYTES, MARK, code, fenced
from gradekit.export.order import Exported, Order
from gradekit.export.sheet import decimal_comma, number, read_sheet
from gradekit.results import Diagnosis, Result, ResultSet, Status, TestOutcome, Verdict, write_results

ROOT = Path(__file__).resolve().parents[1]
SHELLCHECK = str(Path(sys.executable).parent / "shellcheck")
HOSTILE = (
    '=HYPERLINK("http://x")',
    "@everyone fixes #1 closes #2",
    "</testcase><x>&amp;]]>",
    "a\x00b\x1b[31m\ufffe\uffff",
    "\u202egpj.exe",
    "`` ` ``` <script>alert(1)</script> ``` @team",
    "line\r\nDELETE,1;2|3",
    "가" * 5000,
)


def row(
    student: str, points: float, *, exercise: str = "softmax", most: float = 100.0, status: Status = Status.GRADED, **more: Any
) -> Result:
    verdict = Verdict.PASSED if points == most else Verdict.FAILED
    tests = (TestOutcome("test_a", points, most, verdict, "got 1, expected 2", "think"), TestOutcome("test_b", 0.0, 0.0, Verdict.SKIPPED))
    return Result(student, exercise, status, tests, 1.5, **more)


def graded(folder: Path, *rows: Result, **more: Any) -> Path:
    folder.mkdir(exist_ok=True)
    titles = {"softmax": {"en": "Softmax", "ko": "소프트맥스"}, "relu": {"en": "ReLU", "ko": "렐루"}}
    write_results(folder / "results.json", ResultSet("course", rows, "en", titles, **more))
    return folder


def made(name: str, results: Path, out: Path, **more: Any) -> Exported:
    reading = {each: more.pop(each) for each in ("exercise", "roster", "lang") if each in more}
    return export(name, Order(read_grades(results, **reading), out, **more), force=True)


def reasons(done: Exported) -> dict[str, str]:
    return {each.student: each.text.en for each in done.remarks if each.left_out}


def table(content: bytes, delimiter: str = ",") -> list[list[str]]:
    return list(csv.reader(io.StringIO(content.decode("utf-8-sig"), newline=""), delimiter=delimiter))


@pytest.fixture
def results(tmp_path: Path) -> Path:
    return graded(tmp_path / "graded", row("1001", 48.25), row("s-2", 100), row("login3", 99.996), row("Kim, Mina", 0))


CANVAS = (
    "\ufeffStudent,ID,SIS User ID,SIS Login ID,Section,Softmax (42),Old work (7),Softmax Final Score\r\n"
    "    Points Possible,,,,,100.00,10,(read only)\r\n"
    '"Lee, ""Jo"" A",71,1001,jo@u.example,"One, and two",,7,88\r\n'
    "Park Mia,72,s-2,mia@u.example,One,12.5,,88\r\n"
    "Choi,73,x-3,LOGIN3,One,EX,,88\r\n"
    '"Kim, Mina",74,x-4,kim@u.example,One,"3",,88\r\n'
    "Test Student,79,,zz,One,,,\r\n"
)


# --- Canvas ------------------------------------------------------------------------------------------------------------------


def test_canvas_fills_one_column_and_nothing_else(tmp_path: Path, results: Path) -> None:
    """By SIS User ID, SIS Login ID and name; EX stays; every other byte is as it was."""
    template = tmp_path / "canvas.csv"
    template.write_bytes(CANVAS.encode())
    done = made("canvas", results, tmp_path / "up.csv", template=template, column="Softmax")
    expected = CANVAS.replace('two",,7', 'two",48.25,7').replace("One,12.5", "One,100").replace('"3"', '"0"')
    assert (tmp_path / "up.csv").read_bytes() == expected.encode()
    assert done.written == 3
    assert reasons(done) == {"login3": "is excused (EX), and stays so"}
    assert [each.text.en for each in done.remarks if not each.left_out] == ["falls from 3 to 0"]


def test_canvas_semicolons_and_decimal_commas(tmp_path: Path, results: Path) -> None:
    """As Canvas exports where numbers have a comma."""
    text = "Student;ID;SIS User ID;SIS Login ID;Section;Softmax (42)\nPoints Possible;;;;;100,00\nA;8;1001;;;\nB;9;s-2;;;12,5\n"
    (tmp_path / "c.csv").write_text(text, "utf-8")
    done = made("canvas", results, tmp_path / "up.csv", template=tmp_path / "c.csv", column="42")
    assert (tmp_path / "up.csv").read_text("utf-8") == text.replace("A;8;1001;;;", "A;8;1001;;;48,25").replace("12,5", "100")
    assert set(reasons(done)) == {"login3", "Kim, Mina"}


def test_canvas_filled_twice_is_the_same(tmp_path: Path, results: Path) -> None:
    (tmp_path / "c.csv").write_bytes(CANVAS.encode())
    made("canvas", results, tmp_path / "one.csv", template=tmp_path / "c.csv", column="Softmax")
    done = made("canvas", results, tmp_path / "two.csv", template=tmp_path / "one.csv", column="Softmax (42)")
    assert (tmp_path / "two.csv").read_bytes() == (tmp_path / "one.csv").read_bytes()
    assert [each for each in done.remarks if not each.left_out] == []


def test_canvas_new_gradebook(tmp_path: Path) -> None:
    """The documented columns; a roster gives names and addresses; it can be filled again as a template."""
    results = graded(tmp_path / "g", row("20250001", 50), row("=1+1", 60))
    (tmp_path / "roster.csv").write_text("학번,이름,이메일\n20250001,김미나,mina@u.example\n=1+1,@x,\n", "utf-8")
    made("canvas", results, tmp_path / "new.csv", roster=tmp_path / "roster.csv", column="Week 1")
    rows = table((tmp_path / "new.csv").read_bytes())
    assert rows[0] == ["Student", "ID", "SIS User ID", "SIS Login ID", "Section", "Week 1"]
    assert rows[1][0].strip() == "Points Possible" and rows[1][5] == "100"
    assert rows[2] == ["김미나", "", "20250001", "mina@u.example", "", "50"]
    assert rows[3][0] == "'@x" and rows[3][2] == "'=1+1"
    again = made("canvas", results, tmp_path / "again.csv", template=tmp_path / "new.csv", column="Week 1")
    assert again.written == 2 and (tmp_path / "again.csv").read_bytes() == (tmp_path / "new.csv").read_bytes()


def test_canvas_scales_only_when_asked(tmp_path: Path, results: Path) -> None:
    (tmp_path / "c.csv").write_text(CANVAS.replace("100.00", "10"), "utf-8")
    with pytest.raises(UsageError, match=r"10 points and the results 100; add --scale"):
        made("canvas", results, tmp_path / "up.csv", template=tmp_path / "c.csv", column="Softmax")
    made("canvas", results, tmp_path / "up.csv", template=tmp_path / "c.csv", column="Softmax", scale=True)
    assert [each[5] for each in table((tmp_path / "up.csv").read_bytes())[2:6]] == ["4.83", "10", "EX", "0"]


@pytest.mark.parametrize(
    ("text", "column", "words"),
    [
        (CANVAS, "Softmax Final Score", "read only; there are: Softmax"),
        (CANVAS, "", "say which assignment with --column; there are: Softmax (42), Old work (7)"),
        (CANVAS, "Nothing", "no assignment is called Nothing"),
        (CANVAS.replace("Old work (7)", "Softmax (8)"), "Softmax", "several assignments are called Softmax"),
        (CANVAS.replace("Old work", "Older"), "ID", "no assignment is called ID"),
        (CANVAS.replace("    Points Possible", "Points"), "Softmax", "no row 'Points Possible'"),
        (CANVAS.replace("Student,ID", "Name,Number"), "Softmax", "no gradebook of Canvas"),
        (CANVAS + '"open', "Softmax", "a quote is never closed"),
        ("", "Softmax", "is empty"),
        ("a\0b", "Softmax", "neither UTF-8"),
    ],
)
def test_canvas_refuses(tmp_path: Path, results: Path, text: str, column: str, words: str) -> None:
    """In one line, and no file is written."""
    (tmp_path / "c.csv").write_text(text, "utf-8")
    with pytest.raises(UsageError, match=re.escape(words)):
        made("canvas", results, tmp_path / "up.csv", template=tmp_path / "c.csv", column=column)
    assert not (tmp_path / "up.csv").exists()


def test_nobody_is_guessed(tmp_path: Path) -> None:
    """Two of one name, one who fits two rows, two who fit one row, and one who fits none: all listed, none written."""
    text = (
        "Student,ID,SIS User ID,SIS Login ID,Section,Softmax (42)\nPoints Possible,,,,,100\n"
        "김 하나,1,a,,,\n김하나,2,b,,,\nOne,7,c,,,\nTwo,8,7,,,\nFour,9,d,four@u.example,,\n"
    )
    (tmp_path / "c.csv").write_text(text, "utf-8")
    students = ("김하나", "7", "d", "FOUR@u.example", "nobody")
    results = graded(tmp_path / "g", *(row(each, 50) for each in students))
    done = made("canvas", results, tmp_path / "up.csv", template=tmp_path / "c.csv")
    assert set(reasons(done)) == set(students) and done.written == 0
    assert not (tmp_path / "up.csv").exists()
    assert reasons(done)["김하나"] == "fits several rows: 3, 4"
    assert reasons(done)["d"] == "fits row 7, and so does FOUR@u.example"


def test_a_number_of_canvas_is_no_id_of_ours(tmp_path: Path) -> None:
    """Where students have SIS ids, who has another student's own number of Canvas for an id gets no row, unless the names agree."""
    head = "Student,ID,SIS User ID,SIS Login ID,Section,Softmax (42)\nPoints Possible,,,,,100\n"
    text = head + '"Kim, Mina",1002,1001,,,\n"Lee, Jo",1003,1002,,,\n'
    (tmp_path / "c.csv").write_text(text, "utf-8")

    def written(student: str, *lines: str) -> tuple[list[str], list[str]]:
        (tmp_path / "r.csv").write_text("\n".join(("id,name,canvas id", *lines)) + "\n", "utf-8")
        more: dict[str, Any] = {"roster": tmp_path / "r.csv"} if lines else {}
        (tmp_path / "up.csv").unlink(missing_ok=True)
        done = made("canvas", graded(tmp_path / "g", row(student, 50)), tmp_path / "up.csv", template=tmp_path / "c.csv", **more)
        rows = table((tmp_path / "up.csv").read_bytes())[2:] if done.written else []
        return [each[0] for each in rows if each[5]], list(reasons(done).values())

    found, [why] = written("1003")
    assert found == [] and why.startswith("has the number that the platform itself gave the student of row 4") and "'canvas id'" in why
    assert written("1003", "1003,Han Sol,")[0] == []
    assert written("1003", "1003,Jo Lee,") == (["Lee, Jo"], [])
    assert written("1003", "1003,이조,1003") == (["Lee, Jo"], [])
    assert written("1003", "1003,한솔,1004") == ([], ["is in no row"])
    assert written("1001") == (["Kim, Mina"], [])
    # One's SIS id is another's number of Canvas: by the id alone it may be either.
    assert written("1002") == ([], ["fits several rows: 3, 4"])
    assert written("1002", "1002,Jo Lee,") == written("1002", "1002,이조,1003") == (["Lee, Jo"], [])
    assert written("1002", "1002,이조,1002") == ([], ["fits several rows: 3, 4"])
    # Without SIS ids there is nothing else to go by.
    (tmp_path / "c.csv").write_text(text.replace(",1001,", ",,").replace(",1002,,,\n", ",,,,\n"), "utf-8")
    assert written("1003") == (["Lee, Jo"], [])


def named(folder: Path, source: str, roster: str) -> Grades:
    """Two students' grades, 50 and 60, with what the roster says of them: from results, or from a gradebook that it was imported into."""
    (folder / "r.csv").write_text(roster, "utf-8")
    if source == "roster":
        return read_grades(graded(folder / "g", row("2025001", 50), row("2025002", 60)), roster=folder / "r.csv")
    book = str(folder / "class.sqlite")
    for command in (["init"], ["import-roster", str(folder / "r.csv")]):
        assert CliRunner().invoke(cli, ["gradebook", *command, "--gradebook", book]).exit_code == 0
    course = open_course(None)
    with open_gradebook(course, book, to_write=False) as database:
        grades = gradebook_grades(database, course, lang="en")
    points = zip(grades.students, (50.0, 60.0), strict=True)
    return replace(grades, most=100.0, students=tuple(replace(each, points=given, why=None) for each, given in points))


@pytest.mark.parametrize("source", ["roster", "gradebook"])
def test_students_go_by_what_platforms_call_them(tmp_path: Path, source: str) -> None:
    """Two of one name: by Canvas's own number, by login, and by Moodle's participant in whichever language."""
    roster = "id,name,canvas id,login,identifier\n2025001,김민수,901,minsu,Participant 501\n2025002,김민수,902,,참여자 502\n"
    grades = named(tmp_path, source, roster)
    head = "Student,ID,SIS User ID,SIS Login ID,Section,Softmax (42)\nPoints Possible,,,,,100\n"
    blind = "{0},Status,Grade,Last modified (grade)\n{1} 501,,,-\n{1} 502,,,-\n"
    for form, text in (
        ("canvas", head + "김민수,901,,,,\n김민수,902,,,,\n"),
        ("canvas", head + "김민수,1,,MINSU,,\n김민수,902,,,,\n"),
        ("moodle", blind.format("Identifier", "Participant")),
        ("moodle", blind.format("식별자", "참여자")),
    ):
        (tmp_path / "t.csv").write_text(text, "utf-8")
        headers = {"Identifier": "식별자"} if "식별자" in text else {}
        done = export(form, Order(grades, tmp_path / "up.csv", template=tmp_path / "t.csv", headers=headers), force=True)
        assert done.written == 2 and done.remarks == ()
        read = table((tmp_path / "up.csv").read_bytes())[-2:]
        assert [each[5] if form == "canvas" else each[2] for each in read] == ["50", "60"]


def test_a_roster_leaves_what_it_does_not_tell(tmp_path: Path) -> None:
    """A second roster with one more column takes away neither names nor addresses nor accounts."""
    grades = named(tmp_path, "gradebook", "id,name,email,login\n2025001,김민수,m@u.example,minsu\n2025002,이솔,,\n")
    (tmp_path / "r2.csv").write_text("id,canvas id\n2025001,901\n", "utf-8")
    first = with_names(grades, tmp_path / "r2.csv").students[0]
    assert (first.name, first.email, first.accounts["login"], first.accounts["canvas"]) == ("김민수", "m@u.example", "minsu", "901")


@given(
    st.lists(st.lists(st.text(st.characters(blacklist_categories=["Cs"], blacklist_characters="\0"), max_size=6), min_size=2, max_size=4))
)
def test_a_sheet_that_is_not_changed_is_the_same(tmp_path_factory: pytest.TempPathFactory, rows: list[list[str]]) -> None:
    """Whatever cells hold, they are read as the module csv reads them, and written back to the byte."""
    buffer = io.StringIO(newline="")
    csv.writer(buffer, lineterminator="\r\n").writerows([["a", "b"], *rows])
    path = tmp_path_factory.getbasetemp() / "sheet.csv"
    path.write_bytes(buffer.getvalue().encode())
    sheet = read_sheet(path)
    assert sheet.changed({}) == path.read_bytes()
    read = [each for each in csv.reader(io.StringIO(buffer.getvalue(), newline="")) if any(cell.strip() for cell in each)]
    assert [[cell.value for cell in each] for each in sheet.rows] == read
    marked = sheet.changed({(0, 1): 'x,"y"'})
    path.write_bytes(marked)
    assert read_sheet(path).rows[0][1].value == 'x,"y"' and len(read_sheet(path).rows) == len(sheet.rows)


@pytest.mark.parametrize(
    ("cells", "comma"),
    [(["100.00", "85,5"], False), (["85,5", "100"], True), (["100", "", "EX", "3,4,5"], None), (["1,000", "0,125"], True),
     (["1,000", "950.5"], False), (["1.000,50"], True), (["1,000.50"], False), (["1,000"], None), ([], None)],
)  # fmt: skip
def test_what_a_comma_is(cells: list[str], comma: bool | None) -> None:
    assert decimal_comma(cells) is comma


@pytest.mark.parametrize(
    ("text", "comma", "value"),
    [("1,000", None, None), ("1,000", False, 1000.0), ("100,000", True, 100.0), ("1,000.5", None, 1000.5), ("1.000,5", None, 1000.5),
     ("0,125", None, 0.125), ("85,50", False, 85.5), (" -3.5 ", True, -3.5), ("1,000,000", False, 1e6), ("EX", False, None),
     ("", None, None)],
)  # fmt: skip
def test_numbers_as_platforms_write_them(text: str, comma: bool | None, value: float | None) -> None:
    assert number(text, comma) == value


def test_only_grades_tell_what_a_comma_is(tmp_path: Path) -> None:
    """A list in a section, a note or a comment is no number."""
    results = graded(tmp_path / "g", row("1001", 18.25, most=37.5), row("s-2", 37.5, most=37.5))
    text = (
        "Student,ID,SIS User ID,SIS Login ID,Section,Notes,Softmax (42),Old (7)\nPoints Possible,,,,,,37{}5,10\n"
        'A,8,1001,,"001,002","3,4",,\nB,9,s-2,,"001,002","3,4",,\n'
    )
    for point, value in ((".", "18.25"), (",", "18,25")):
        (tmp_path / "c.csv").write_text(text.replace("37{}5", f'"37{point}5"'), "utf-8")
        made("canvas", results, tmp_path / "up.csv", template=tmp_path / "c.csv", column="Softmax")
        assert table((tmp_path / "up.csv").read_bytes())[2][6] == value
    moodle = (
        'Identifier,ID number,Group,Grade,Maximum grade,Last modified (grade),Feedback comments\nParticipant 5,1001,"1,2",,37.50,-,"3,4"\n'
    )
    (tmp_path / "m.csv").write_text(moodle, "utf-8")
    made("moodle", results, tmp_path / "up.csv", template=tmp_path / "m.csv")
    assert table((tmp_path / "up.csv").read_bytes())[1][3] == "18.25"


def test_a_thousand_is_not_one(tmp_path: Path) -> None:
    """1,000 is refused where nothing shows what its comma is, with --scale or without."""
    results = graded(tmp_path / "g", row("1001", 500, most=1000))
    canvas = 'Student,ID,SIS User ID,Section,Softmax (42),Old (7)\nPoints Possible,,,,"1,000",{}\nA,8,1001,,"1,000",\n'
    moodle = 'Identifier,ID number,Grade,Maximum grade,Last modified (grade)\nParticipant 5,1001,,"1,000",-\n'
    for scale in (False, True):
        (tmp_path / "c.csv").write_text(canvas.format("10"), "utf-8")
        with pytest.raises(UsageError, match=r"row 2: how many points '1,000' are cannot be told; write it there as 1000"):
            made("canvas", results, tmp_path / "up.csv", template=tmp_path / "c.csv", column="Softmax", scale=scale)
        (tmp_path / "m.csv").write_text(moodle, "utf-8")
        done = made("moodle", results, tmp_path / "up.csv", template=tmp_path / "m.csv", scale=scale)
        assert done.written == 0 and "maximum '1,000' is cannot be told" in reasons(done)["1001"]
    (tmp_path / "c.csv").write_text(canvas.format("10.00"), "utf-8")
    done = made("canvas", results, tmp_path / "up.csv", template=tmp_path / "c.csv", column="Softmax")
    assert table((tmp_path / "up.csv").read_bytes())[2][4] == "500" and [each.text.en for each in done.remarks] == [
        "falls from 1,000 to 500"
    ]


# --- Moodle ------------------------------------------------------------------------------------------------------------------

MOODLE = (
    "\ufeffIdentifier,Full name,ID number,Email address,Status,Group,Grade,Maximum grade,Grade can be changed,"
    "Last modified (submission),Last modified (grade),Feedback comments\n"
    'Participant 501,Jo Lee,1001,jo@u.example,"Submitted for grading - ",A,,100.00,Yes,"Monday, 3 March 2025, 10:00 AM",-,"<p>hi</p>"\n'
    "Participant 502,Mia Park,,s-2,No submission,A,55.00,100.00,Yes,-,-,\n"
    "Participant 503,Third,login3,,No submission,A,,100.00,No,-,-,\n"
    "Participant 504,Mina Kim,,,No submission,A,,50.00,Yes,-,-,\n"
)


def test_moodle_fills_grades_and_nothing_else(tmp_path: Path, results: Path) -> None:
    """A locked grade and one out of range stay, by name; the byte order mark and all else too."""
    (tmp_path / "m.csv").write_text(MOODLE, "utf-8")
    done = made("moodle", results, tmp_path / "up.csv", template=tmp_path / "m.csv")
    expected = MOODLE.replace(",A,,100.00,Yes", ",A,48.25,100.00,Yes").replace("55.00", "100")
    assert (tmp_path / "up.csv").read_text("utf-8") == expected
    assert reasons(done) == {
        "login3": "the grade cannot be changed in Moodle",
        "Kim, Mina": "the worksheet's maximum is 50 and that of the results 100; add --scale to convert",
    }
    scaled = made("moodle", results, tmp_path / "up.csv", template=tmp_path / "m.csv", scale=True)
    assert scaled.written == 3


def test_moodle_blind_participants(tmp_path: Path) -> None:
    """Where only Moodle knows names, students are called Participant_501 in its download."""
    (tmp_path / "m.csv").write_text(
        "Identifier,Grade,Maximum Grade,Last modified (grade)\nParticipant 501,,100,-\nParticipant 502,,100,-\n"
    )
    done = made(
        "moodle", graded(tmp_path / "g", row("Participant_501", 5), row("502", 6)), tmp_path / "up.csv", template=tmp_path / "m.csv"
    )
    assert [each[1] for each in table((tmp_path / "up.csv").read_bytes())[1:]] == ["5", "6"] and done.written == 2


def test_moodle_blind_in_another_language(tmp_path: Path) -> None:
    """A download calls students Participant 501 whatever the language of the worksheet is."""
    (tmp_path / "m.csv").write_text("Identifier,Grade,Last modified (grade)\n참여자 501,,-\n참여자 502,,-\n참여자 503,,-\n", "utf-8")
    results = graded(tmp_path / "g", row("Participant 501", 5), row("참여자_502", 6), row("참여자 503", 7))
    done = made("moodle", results, tmp_path / "up.csv", template=tmp_path / "m.csv")
    assert [each[1] for each in table((tmp_path / "up.csv").read_bytes())[1:]] == ["5", "6", "7"] and done.written == 3


def test_worksheets_of_moodle_are_rosters(tmp_path: Path) -> None:
    """Where no student has an ID number they go by Identifier; Korean headings and participants are known."""

    def read(text: str) -> list[tuple[str, str, str, str]]:
        (tmp_path / "r.csv").write_text(text, "utf-8-sig")
        return [(each.id, each.name, each.email, each.participant) for each in read_roster(tmp_path / "r.csv").students]

    head = "Identifier,Full name,ID number,Email address,Status,Grade\n"
    blank = head + "Participant 501,김민수,,m1@u.kr,s,\nParticipant 502,이서연, ,m2@u.kr,s,\n"
    assert read(blank) == [
        ("Participant 501", "김민수", "m1@u.kr", "Participant 501"), ("Participant 502", "이서연", "m2@u.kr", "Participant 502"),
    ]  # fmt: skip
    with pytest.raises(UsageError, match="row 3: has no id"):
        read(blank.replace("김민수,,", "김민수,1,"))
    korean = "식별자,성명,학번,이메일 주소,상태,성적\n참여자 501,김민수,20240001,m1@u.kr,s,\n"
    assert read(korean) == [("20240001", "김민수", "m1@u.kr", "Participant 501")]
    assert read(korean.replace("20240001", "")) == [("참여자 501", "김민수", "m1@u.kr", "Participant 501")]
    # A new gradebook for Canvas has a column ID without any, and names in the column Student.
    canvas = "Student,ID,SIS User ID,Section,Softmax\n    Points Possible,,,,100\n김민수,,20240001,,5\n"
    assert read(canvas) == [("20240001", "김민수", "", "")]


def test_moodle_in_another_language(tmp_path: Path, results: Path) -> None:
    """Headings by a mapping, decimal commas as they are there."""
    text = "ID;Bewertung;Bestwertung;Zuletzt geändert (Bewertung);ID-Nummer\nTeilnehmer/in 501;12,00;100,00;-;1001\n"
    (tmp_path / "m.csv").write_text(text, "utf-8")
    with pytest.raises(UsageError, match="has no column Identifier, only ID, Bewertung"):
        made("moodle", results, tmp_path / "up.csv", template=tmp_path / "m.csv")
    names = {"Identifier": "ID", "Grade": "Bewertung", "Maximum grade": "Bestwertung", "ID number": "ID-Nummer"}
    names["Last modified (grade)"] = "Zuletzt geändert (Bewertung)"
    made("moodle", results, tmp_path / "up.csv", template=tmp_path / "m.csv", headers=names)
    assert (tmp_path / "up.csv").read_text("utf-8") == text.replace("12,00", "48,25")
    with pytest.raises(UsageError, match="is no column of a worksheet"):
        made("moodle", results, tmp_path / "up.csv", template=tmp_path / "m.csv", headers={"Points": "Bewertung"})


def test_moodle_needs_its_worksheet(tmp_path: Path, results: Path) -> None:
    with pytest.raises(UsageError, match="--template: give the grading worksheet"):
        made("moodle", results, tmp_path / "up.csv")


# --- Gradescope, JUnit, tables -----------------------------------------------------------------------------------------------


def hostile(folder: Path) -> Path:
    """A class in which every text is hostile."""
    rows = [
        Result(
            text,
            "softmax",
            Status.GRADED,
            (TestOutcome(text, 0.0, 5.0, Verdict.FAILED, text, text), TestOutcome("ok", 5.0, 5.0, Verdict.PASSED)),
            output=text,
            diagnosis=(Diagnosis("m", text),),
        )
        for text in HOSTILE
    ]
    return graded(folder, *rows)


def test_gradescope_results_of_one_student(tmp_path: Path, results: Path) -> None:
    made("gradescope", results, tmp_path / "r.json", student="1001", visibility="after_published")
    read = json.loads((tmp_path / "r.json").read_text("utf-8"))
    assert read["score"] == 48.25 and read["stdout_visibility"] == "hidden"
    assert {read[f"{each}output_format"] for each in ("", "test_")} == {"text"}
    first = read["tests"][0]
    assert (first["score"], first["max_score"], first["status"], first["visibility"]) == (48.25, 100.0, "failed", "after_published")
    assert first["output"] == "failed\ngot 1, expected 2\nHint: think"
    with pytest.raises(UsageError, match="give one of: 1001, s-2"):
        made("gradescope", results, tmp_path / "r.json")
    with pytest.raises(UsageError, match=r"call the file \*\.json"):
        made("gradescope", results, tmp_path / "r.txt", student="1001")


def test_gradescope_holds_no_controls(tmp_path: Path) -> None:
    for text in HOSTILE:
        made("gradescope", hostile(tmp_path / "g"), tmp_path / "r.json", student=text)
        read = json.loads((tmp_path / "r.json").read_text("utf-8"))
        shown = read["output"] + "".join(each["name"] + each["output"] for each in read["tests"])
        assert not re.search("[\x00-\x09\x0b-\x1f\x7f\u202e]", shown)
        assert len(shown.encode()) < 100_000


def test_gradescope_scores(tmp_path: Path, results: Path) -> None:
    done = made("gradescope", results, tmp_path / "scores.csv")
    rows = table((tmp_path / "scores.csv").read_bytes())
    assert ",".join(rows[0]) == (
        "First Name,Last Name,SID,Email,Sections,Total Score,Max Points,Status,Submission ID,Submission Time,Lateness (H:M:S),View Count,"
        "Submission Count"
    )
    assert [each[5] for each in rows[1:]] == ["48.25", "100", "99.996", "0"] and done.written == 4
    assert {each[7] for each in rows[1:]} == {"Graded"} and rows[1][2] == "1001"


def test_junit_reads_back(tmp_path: Path, results: Path) -> None:
    """A suite a result, a case a test, points as properties, counts that agree."""
    made("junit", results, tmp_path / "r.xml")
    suites = ElementTree.parse(tmp_path / "r.xml").getroot().findall("testsuite")
    first = next(each for each in suites if each.get("name") == "1001 softmax")
    assert {name: first.get(name) for name in ("tests", "failures", "errors", "skipped", "time")} == {
        "tests": "2", "failures": "1", "errors": "0", "skipped": "1", "time": "1.500",
    }  # fmt: skip
    assert datetime.fromisoformat(first.get("timestamp") or "") <= datetime.now(UTC)
    case = first.findall("testcase")[0]
    assert (case.get("classname"), case.get("name")) == ("softmax.1001", "test_a")
    points = {each.get("name"): each.get("value") for each in case.findall("properties/property")}
    assert points == {"points": "48.25", "max_points": "100"}
    failure = case.find("failure")
    assert failure is not None and failure.get("message") == "got 1, expected 2"


def test_junit_is_xml_whatever_it_holds(tmp_path: Path) -> None:
    made("junit", hostile(tmp_path / "g"), tmp_path / "r.xml")
    root = ElementTree.fromstring((tmp_path / "r.xml").read_bytes())
    assert len(root.findall("testsuite")) == len(HOSTILE) and not root.findall(".//x")
    assert all(len(each.get("name", "").encode()) <= 4000 for each in root.iter("testcase"))


@pytest.mark.parametrize("name", ["csv", "canvas", "gradescope"])
def test_no_cell_is_a_formula(tmp_path: Path, name: str) -> None:
    done = made(name, hostile(tmp_path / "g"), tmp_path / "t.csv")
    rows = table((tmp_path / "t.csv").read_bytes())
    assert len({len(each) for each in rows}) == 1 and len(rows) >= len(HOSTILE) + 1
    assert set(reasons(done).values()) == ({"the id is too long for a gradebook"} if name == "canvas" else set())
    assert not [cell for each in rows for cell in each if re.match(r"\s*[=+@-]", cell) or "\x1b" in cell or len(cell) > 4000]


def test_csv_has_a_column_an_exercise(tmp_path: Path) -> None:
    """Worth of the course's own; what the grader failed at is empty, and says so."""
    rows = (
        row("a", 50),
        row("a", 10, exercise="relu", most=10),
        row("b", 0, status=Status.GRADER_ERROR),
        row("c", 0, status=Status.MISSING),
    )
    results = graded(tmp_path / "g", *rows, worth={"relu": 20.0})
    (tmp_path / "roster.csv").write_text("id,name,email\na,Ann,a@x\n", "utf-8")
    done = made("csv", results, tmp_path / "t.csv", roster=tmp_path / "roster.csv", lang="ko")
    read = table((tmp_path / "t.csv").read_bytes())
    assert read[0] == ["student", "name", "email", "softmax", "relu", "total", "max_total", "letter", "note"]
    assert read[1] == ["a", "Ann", "a@x", "50", "10", "70", "120", "", ""]
    assert read[2][3:7] == ["", "", "", "120"] and "the grader failed at softmax" in read[2][8]
    assert read[3][3:6] == ["0", "", "0"]
    assert list(reasons(done)) == ["b"]
    only = made("csv", results, tmp_path / "t.csv", exercise="relu")
    assert only.written == 1 and table((tmp_path / "t.csv").read_bytes())[1][3:6] == ["10", "10", "10"]


def test_parquet_reads_back(tmp_path: Path) -> None:
    """Every test of every result, texts as they are."""
    from pyarrow import parquet

    results = hostile(tmp_path / "g")
    made("parquet", results, tmp_path / "t.parquet")
    read = parquet.read_table(tmp_path / "t.parquet")
    assert read.num_rows == 2 * len(HOSTILE) and read.schema.metadata[b"gradekit"] == b"gradekit.results/1"
    assert sorted({each["student"] for each in read.to_pylist()}) == sorted(HOSTILE)
    assert {(each["test"], each["points"]) for each in read.to_pylist() if each["number"] == 2} == {("ok", 5.0)}


# --- GitHub ------------------------------------------------------------------------------------------------------------------


def without_code(text: str) -> str:
    """What GitHub reads as Markdown: a fence ends at one as long, a span at as many accents."""
    text = re.sub(r"^(`{3,})text\n.*?^\1$", "", text, flags=re.MULTILINE | re.DOTALL)
    return re.sub(r"(?<!`)`[^`\n]+`(?!`)", "", text)


def parsed(text: str) -> list[tuple[str, str]]:
    """What a parser of CommonMark makes of it, without code: kind and content of every text, link and piece of HTML."""
    found = []
    for token in MarkdownIt("commonmark").enable("table").enable("strikethrough").parse(text):
        for each in (token, *(token.children or ())):
            if each.type in ("text", "image", "link_open", "html_inline", "html_block"):
                found.append((each.type, each.content))
    return found


def test_markdown_notifies_nobody(tmp_path: Path) -> None:
    """All that is hostile stands in code: outside of it is nothing but the report's own words."""
    made("markdown", hostile(tmp_path / "g"), tmp_path / "r.md", lang="ko")
    text = (tmp_path / "r.md").read_text("utf-8")
    assert text.startswith(MARK + "\n") and len(text.encode()) < 65_000
    rest = without_code(text).replace(MARK, "")
    assert not re.search(r"[@<&\[\]`]|#\d|http|fixes|script", rest), rest
    assert re.fullmatch(r"[\s\w◆✗:/().#…-]*", rest)
    assert [each for each in parsed(text) if each[0] != "text"] == [("html_block", f"{MARK}\n")]


@given(st.text(max_size=200))
def test_no_text_ends_its_code(text: str) -> None:
    span = code(text)
    assert span == "" or (re.fullmatch(r"`[^`\n\r]+`", span) and without_code(span) == "")
    assert {each for _, each in parsed(f"- ✗ {span} failed\n  - {span}\n")} == ({"✗ ", " failed"} if span else {"✗  failed"})
    assert parsed(fenced(text)) == []
    block = fenced(text)
    fence = block.partition("text\n")[0]
    assert fence not in block.split("\n", 1)[1].rsplit("\n", 1)[0]


def test_markdown_is_no_longer_than_a_comment(tmp_path: Path) -> None:
    rows = [Result(f"s{n}", "softmax", Status.GRADED, (), output="x\n" * 5000) for n in range(100)]
    made("markdown", graded(tmp_path / "g", *rows), tmp_path / "r.md")
    written = (tmp_path / "r.md").read_bytes()
    assert len(written) <= BODY_BYTES + 1000 and b"too long" in written


def test_classroom_points(tmp_path: Path) -> None:
    """base64 JSON on one line, from what 'gradekit check --json' prints; tests without points count one each."""
    tests = tuple(TestOutcome(f"test_{n}\n", 0.0, 0.0, Verdict.PASSED if n else Verdict.FAILED, "no\x1b") for n in range(3))
    (tmp_path / "check.json").write_text(json.dumps([Result("", "softmax", Status.GRADED, tests).to_json()]), "utf-8")
    made("classroom", tmp_path / "check.json", tmp_path / "r.txt")
    written = (tmp_path / "r.txt").read_bytes()
    assert written.count(b"\n") == 1
    read = json.loads(base64.b64decode(written, validate=False))
    assert (read["version"], read["status"], read["max_score"]) == (1, "fail", 3)
    assert [(each["status"], each["score"]) for each in read["tests"]] == [("fail", 0), ("pass", 1), ("pass", 1)]
    assert list(read["tests"][0]) == ["name", "status", "message", "line_no", "execution_time", "score"]
    assert read["tests"][0]["message"] == "no\\x1b"
    many = tuple(TestOutcome(f"t{n}", 1.0, 1.0, Verdict.PASSED) for n in range(2000))
    made("classroom", graded(tmp_path / "g", Result("a", "softmax", Status.GRADED, many)), tmp_path / "r.txt")
    read = json.loads(base64.b64decode((tmp_path / "r.txt").read_bytes()))
    assert read["max_score"] == sum(each["score"] for each in read["tests"]) == 2000 and read["status"] == "pass"


def test_classroom_holds_one_repository(tmp_path: Path, results: Path) -> None:
    """Points of several students are never added up: whose they are is asked for."""
    for more in ({}, {"student": "nobody"}):
        with pytest.raises(UsageError, match="--student: the line holds the points of one student's repository; give one of: 1001, s-2"):
            made("classroom", results, tmp_path / "r.txt", **more)
    done = made("classroom", results, tmp_path / "r.txt", student="1001")
    read = json.loads(base64.b64decode((tmp_path / "r.txt").read_bytes()))
    assert done.written == 1 and read["max_score"] == 100 and sum(each["score"] for each in read["tests"]) == 48.25
    out = ["--out", str(tmp_path / "r2.txt")]
    assert CliRunner().invoke(cli, ["export", "classroom", str(results), "--student", "s-2", *out]).exit_code == 0


ACTIONS = sorted((ROOT / ".github/actions").glob("*/action.yml"))


@pytest.mark.parametrize("path", ACTIONS, ids=lambda path: path.parent.name)
def test_actions_are_sound(path: Path) -> None:
    """YAML, shell that bash and shellcheck accept, and no expression inside a script, where a branch's name could be a program."""
    action = yaml.safe_load(path.read_text("utf-8"))
    assert action["runs"]["using"] == "composite" and action["name"] and action["description"]
    for step in action["runs"]["steps"]:
        assert step["shell"] == "bash" and "${{" not in step["run"]
        assert step["run"].startswith("set -euo pipefail\n")
        subprocess.run(["bash", "-n"], input=step["run"], text=True, check=True)
        found = subprocess.run(
            [SHELLCHECK, "-s", "bash", "-"], input="#!/bin/bash\n" + step["run"], text=True, capture_output=True, check=False
        )
        assert found.returncode == 0, found.stdout
    scripts = "".join(step["run"] for step in action["runs"]["steps"])
    for line in re.findall(r'gradekit" (.+)$', scripts, re.MULTILINE):
        name, *rest = line.split()
        assert name in ("check", "export") and (name == "check" or rest[0] in FORMATS)


def step(action: str, name: str) -> str:
    """The script of one step."""
    read = yaml.safe_load((ROOT / ".github/actions" / action / "action.yml").read_text("utf-8"))
    return next(each["run"] for each in read["runs"]["steps"] if each["name"] == name)


def runner(folder: Path) -> dict[str, str]:
    """What a runner of GitHub's gives a step, with this gradekit where the action installs its own, and a gh that only writes down."""
    (folder / "gradekit" / "bin").mkdir(parents=True)
    (folder / "gradekit" / "bin" / "gradekit").symlink_to(Path(sys.executable).parent / "gradekit")
    (folder / "bin").mkdir()
    gh = folder / "bin" / "gh"
    gh.write_text(f'#!/bin/bash\nprintf "%s\\n" "$*" >>{folder}/calls\n[[ "$*" != *--jq* ]] || cat {folder}/found\n')
    gh.chmod(0o755)
    (folder / "found").write_text("")
    files = {name: str(folder / name) for name in ("GITHUB_OUTPUT", "GITHUB_STEP_SUMMARY")}
    path = f"{folder / 'bin'}:{os.environ['PATH']}"
    return files | {"PATH": path, "LANG": "C.UTF-8", "RUNNER_TEMP": str(folder), "GITHUB_REPOSITORY": "o/r", "OMP_NUM_THREADS": "1"}


@pytest.mark.parametrize(("solved", "strict", "code"), [(True, "true", 0), (False, "true", 1), (False, "false", 0)])
def test_the_check_action_runs(tmp_path: Path, solved: bool, strict: str, code: int) -> None:
    """The summary, the points and the outcome; a folder's name with blanks and quotes is a name."""
    work = tmp_path / "my 'work' $(false)"
    work.mkdir()
    source = ROOT / ("solutions/softmax/solution.py" if solved else "exercises/softmax/softmax.py")
    (work / "softmax.py").write_bytes(source.read_bytes())
    environment = runner(tmp_path) | {"WORK": str(work), "REPORT_LANG": "ko", "COURSE": "", "STRICT": strict}
    done = subprocess.run(["bash", "-c", step("gradekit-check", "Check")], env=environment, capture_output=True, text=True, check=False)
    assert done.returncode == code, done.stderr
    told = dict(line.split("=", 1) for line in (tmp_path / "GITHUB_OUTPUT").read_text().splitlines())
    assert told["passed"] == str(solved).lower() and Path(told["report"]).is_file()
    points = json.loads(base64.b64decode(told["result"]))
    assert points["status"] == ("pass" if solved else "fail") and points["max_score"] == len(points["tests"])
    assert (sum(each["score"] for each in points["tests"]) == points["max_score"]) == solved
    assert "채점 보고서" in (tmp_path / "GITHUB_STEP_SUMMARY").read_text("utf-8")


def test_the_check_action_fails_where_there_is_no_work(tmp_path: Path) -> None:
    environment = runner(tmp_path) | {"WORK": str(tmp_path / "nowhere"), "REPORT_LANG": "en", "COURSE": "", "STRICT": "false"}
    done = subprocess.run(["bash", "-c", step("gradekit-check", "Check")], env=environment, capture_output=True, text=True, check=False)
    assert done.returncode == 2 and "no such file or folder" in done.stderr and not (tmp_path / "GITHUB_OUTPUT").exists()


def test_the_comment_action_keeps_one_comment(tmp_path: Path) -> None:
    """A new one where there is none, else the old one; what it reads is data, and a number that is none is refused."""
    environment = runner(tmp_path) | {"REPORT": str(tmp_path / "check.json"), "NUMBER": "7", "REPORT_LANG": "en", "GH_TOKEN": "t"}
    (tmp_path / "check.json").write_text(json.dumps([row("", 1, output="@team fixes #1").to_json()]), "utf-8")

    def comment(**more: str) -> subprocess.CompletedProcess[str]:
        line = ["bash", "-c", step("gradekit-comment", "Comment")]
        return subprocess.run(line, env=environment | more, capture_output=True, text=True, check=False)

    assert comment().returncode == 0
    body = (tmp_path / "gradekit-comment.md").read_text("utf-8")
    assert body.startswith(MARK) and "@team" in body and "@team" not in without_code(body)
    assert "--method POST repos/o/r/issues/7/comments -F body=@" in (tmp_path / "calls").read_text()
    (tmp_path / "found").write_text("55\n66\n")
    assert comment().returncode == 0
    assert "--method PATCH repos/o/r/issues/comments/55 -F body=@" in (tmp_path / "calls").read_text()
    (tmp_path / "calls").unlink()
    assert comment(NUMBER="7/../../x").returncode == 1 and not (tmp_path / "calls").exists()
    (tmp_path / "check.json").write_text("[{}]")
    assert comment().returncode != 0 and not (tmp_path / "calls").exists()


@pytest.mark.parametrize("name", ["github.md", "github.ko.md"])
def test_workflow_examples_are_sound(name: str) -> None:
    """They are YAML and JSON; what runs a student's program can write nothing, and what writes runs nothing of theirs."""
    text = (ROOT / "docs" / name).read_text("utf-8")
    workflow, classroom = (yaml.safe_load(each) for each in re.findall(r"```yaml\n(.*?)```", text, re.DOTALL))
    jobs = workflow["jobs"]
    assert workflow["permissions"] == {} and jobs["check"]["permissions"] == {"contents": "read"}
    assert jobs["comment"]["permissions"] == {"pull-requests": "write"}
    assert not any("checkout" in step.get("uses", "") or "gradekit-check" in step.get("uses", "") for step in jobs["comment"]["steps"])
    known = {path.parent.name: yaml.safe_load(path.read_text("utf-8")) for path in ACTIONS}
    for job in (*jobs.values(), *classroom["jobs"].values()):
        for step in job["steps"]:
            if "/.github/actions/" in step.get("uses", ""):
                action = known[step["uses"].rpartition("/")[2].partition("@")[0]]
                assert set(step.get("with", {})) <= set(action["inputs"])
            assert step.get("uses", "").count("@") == 1
    [tests] = (json.loads(each)["tests"] for each in re.findall(r"```json\n(.*?)```", text, re.DOTALL))
    assert [list(each) for each in tests] == [["name", "setup", "run", "input", "output", "comparison", "timeout", "points"]]


def test_the_two_languages_show_the_same_files() -> None:
    one, two = (
        re.findall(r"```(?:yaml|json)\n.*?```", (ROOT / "docs" / each).read_text("utf-8"), re.DOTALL)
        for each in ("github.md", "github.ko.md")
    )
    assert [re.sub("lang: ..", "", each) for each in one] == [re.sub("lang: ..", "", each) for each in two]


# --- Sources -----------------------------------------------------------------------------------------------------------------


def exam(folder: Path) -> Path:
    """Three who sat it, of whom one waits for a person's mark, and one who was absent."""
    at = datetime(2025, 3, 3, 10, tzinfo=UTC)
    both = Both(en="T", ko="티")
    parts = (PartRecord(name="code", kind="code", title=both, points=60), PartRecord(name="why", kind="written", title=both, points=40))

    def student(name: str, grade: float, *, sat: bool = True, waits: bool = False) -> StudentRecord:
        attempt = AttemptRecord(
            number=1, file="f", digest="d", at=at, known=True, started=at, due=at, late_seconds=0, factor=1, past_cutoff=False, counts=True,
            remarks=(), points={"code": 30.0}, rows=(row("?", 30, exercise="code", most=60).to_json(),), written={},
        )  # fmt: skip
        mark = MarkRecord(chosen=(0,) if sat else (), before=30, after=30, written=0, adjusted=0, total=30, grade=grade, letter="C")
        return StudentRecord(
            id=name, name=f"Name {name}", pseudonym="p", parts=parts, opens=at, closes=at, duration_seconds=None,
            attempts=(attempt,) if sat else (), mark=mark, manual=(), to_mark=("why",) if waits else (),
        )  # fmt: skip

    students = (student("1001", 6.5), student("s-2", 3.0, waits=True), student("away", 0, sat=False))
    folder.mkdir()
    write_record(
        folder,
        ExamRecord(
            course="c", exam="midterm", title=both, lang="ko", most=100, scale_to=10, counts="best", blind=False, during="received",
            after="full", students=students, rejected=(), remarks=(), faults={},
        ),
    )  # fmt: skip
    return folder


def test_an_exam_gives_its_grades(tmp_path: Path) -> None:
    """On the exam's own scale; who was absent or waits for a mark has none; that nothing is released yet is said."""
    results = exam(tmp_path / "e")
    grades = read_grades(results, lang="en")
    assert grades.most == 10 and [each.points for each in grades.students] == [6.5, None, None]
    assert "3 students are not released yet" in grades.remarks[0].en
    (tmp_path / "c.csv").write_text(CANVAS.replace("100.00", "10"), "utf-8")
    done = made("canvas", results, tmp_path / "up.csv", template=tmp_path / "c.csv", column="42")
    assert table((tmp_path / "up.csv").read_bytes())[2][5] == "6.5" and done.written == 1
    assert reasons(done) == {"s-2": "written parts are not marked yet: why"}
    made("csv", results, tmp_path / "t.csv")
    assert table((tmp_path / "t.csv").read_bytes())[1] == ["1001", "Name 1001", "", "30", "", "6.5", "10", "C", ""]
    with pytest.raises(UsageError, match="gradekit exam release"):
        made("gradescope", results, tmp_path / "r.json", student="1001")
    with pytest.raises(UsageError, match="an exam gives one grade"):
        read_grades(results, exercise="code")


def test_what_is_no_source_is_refused(tmp_path: Path) -> None:
    with pytest.raises(UsageError, match="holds neither"):
        read_grades(tmp_path)
    exam(tmp_path / "both")
    graded(tmp_path / "both", row("a", 1))
    with pytest.raises(UsageError, match="name the one that is meant"):
        read_grades(tmp_path / "both")
    for content in (b"[1]", b"[" * 100_000, b"{}", b"", b"\xff\xfe", b'[{"student": 1}]'):
        (tmp_path / "x.json").write_bytes(content)
        with pytest.raises(ResultsError):
            read_grades(tmp_path / "x.json")
    with pytest.raises(GradekitError):
        read_grades(tmp_path / "nowhere.json")
    with pytest.raises(UsageError, match="is not among the results; there are: softmax"):
        read_grades(graded(tmp_path / "g", row("a", 1)), exercise="relu")


def test_a_file_that_is_there_stays_without_force(tmp_path: Path, results: Path) -> None:
    """And after a failure what stood there still does."""
    out = tmp_path / "t.csv"
    out.write_text("mine")
    order = Order(read_grades(results), out)
    with pytest.raises(WouldOverwrite, match="add --force"):
        export("csv", order)
    with pytest.raises(UsageError):
        export("moodle", order, force=True)
    assert out.read_text() == "mine"
    export("csv", order, force=True)
    assert out.read_text("utf-8-sig").startswith("student,") and list(tmp_path.glob(".gradekit-*")) == []


def test_the_command(tmp_path: Path, results: Path) -> None:
    """Exit code 1 where somebody is left out, who is named in the user's language; JSON on request."""
    (tmp_path / "c.csv").write_text(CANVAS, "utf-8")
    arguments = [
        "export",
        "canvas",
        str(results),
        "--template",
        str(tmp_path / "c.csv"),
        "--out",
        str(tmp_path / "up.csv"),
        "--column",
        "Softmax",
    ]
    done = CliRunner().invoke(cli, [*arguments, "--lang", "ko"])
    assert done.exit_code == 1 and "학생 3명" in done.stdout and "면제(EX)" in done.stderr
    again = CliRunner().invoke(cli, arguments)
    assert again.exit_code == 1 and "add --force" in again.stderr
    told = CliRunner().invoke(cli, [*arguments, "--force", "--json"])
    assert json.loads(told.stdout)["written"] == 3
    for source in (tmp_path / "c.csv", results / "results.json"):
        before = source.read_bytes()
        given = [arguments[0], arguments[1], str(results / "results.json"), *arguments[3:5], "--out", str(source), "--force"]
        assert CliRunner().invoke(cli, given).exit_code == 2 and source.read_bytes() == before
    wrong = CliRunner().invoke(cli, ["export", "moodle", str(results), "--out", "x", "--header", "Grade"])
    assert wrong.exit_code == 2 and "OURS=THEIRS" in wrong.stderr
    assert CliRunner().invoke(cli, ["export", "csv", str(results), "--out", str(tmp_path / "all.csv")]).exit_code == 0
    assert "did you mean 'canvas'" in CliRunner().invoke(cli, ["export", "canvs"]).stderr


@pytest.mark.parametrize("name", FORMATS)
def test_every_form_of_the_table(name: str, tmp_path: Path, results: Path) -> None:
    """Each entry can be loaded, has a help and an example, and writes or says in one line why not."""
    form = FORMATS[name]
    assert form.line.endswith(".") and form.example.startswith(f"gradekit export {name} ")
    if name == "moodle":
        with pytest.raises(UsageError, match="--template"):
            made(name, results, tmp_path / "f.csv")
    else:
        assert made(name, results, tmp_path / "f.csv", student="1001").written
