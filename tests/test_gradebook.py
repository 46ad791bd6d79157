"""The gradebook by its commands, as a lecturer types them: record, show, adjust, regrade, export; on both databases."""

from __future__ import annotations

import csv
import io
import json
import os
import re
import shlex
import shutil
import zipfile
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from click.testing import CliRunner, Result
from sqlalchemy import func, select

from gradekit.cli import cli
from gradekit.sandbox import jail
from gradekit.store.tables import students

pytestmark = pytest.mark.skipif(jail.why_no_jail() is not None, reason="this machine cannot jail")

WRONG = """import numpy as np

LIMIT = 8.0


def scale(x, k=2.0):
    return np.asarray(x) + k


def row_sums(x):
    raise ValueError
"""
Command = Callable[..., Result]


@pytest.fixture
def course(minicourse: Path, tmp_path: Path) -> Path:
    return Path(shutil.copytree(minicourse, tmp_path / "course"))


@pytest.fixture
def work(course: Path, tmp_path: Path) -> Path:
    folder = tmp_path / "work"
    solution = (course / "solutions/tiny_array/solution.py").read_text("utf-8")
    for student, source in (("2026001", solution), ("2026002", WRONG), ("2026003", "def scale(")):
        (folder / student).mkdir(parents=True)
        (folder / student / "tiny_array.py").write_text(source, "utf-8")
    (tmp_path / "class.csv").write_text("학번,이름\n2026001,김민아\n2026002,이준\n2026003,박서연\n2026004,최도윤\n", "utf-8")
    return folder


@pytest.fixture
def gradekit(course: Path, gradebook_url: str, monkeypatch: pytest.MonkeyPatch) -> Command:
    monkeypatch.setenv("GRADEKIT_GRADEBOOK", gradebook_url)
    monkeypatch.setenv("GRADEKIT_COURSE", str(course))
    monkeypatch.setenv("GRADEKIT_WHO", "조교 A")

    def run(*arguments: object, code: int = 0) -> Result:
        done = CliRunner().invoke(cli, [str(each) for each in arguments], prog_name="gradekit")
        assert done.exit_code == code, f"{arguments}: {done.exit_code}\n{done.output}\n{done.exception!r}"
        return done

    return run


@pytest.fixture
def recorded(gradekit: Command, work: Path, tmp_path: Path) -> Command:
    """A gradebook with a roster of four and the work of three."""
    gradekit("gradebook", "init")
    gradekit("gradebook", "import-roster", tmp_path / "class.csv")
    gradekit("grade", work, "--out", tmp_path / "graded", "--record", "--jobs", 1, "--lang", "en")
    return gradekit


def shown(gradekit: Command) -> dict[str, Any]:
    rows = json.loads(gradekit("gradebook", "show", "--json").stdout)
    return {row["student"]: row["exercises"]["tiny_array"] for row in rows}


def change_suite(course: Path, line: str) -> None:
    """Put a line at the start of the first test's body."""
    path = course / "solutions/tiny_array/test_hidden.py"
    lines = path.read_text("utf-8").splitlines()
    first = next(number for number, each in enumerate(lines) if each.startswith("def test_"))
    lines.insert(first + 1, f"    {line}")
    path.write_text("\n".join(lines) + "\n", "utf-8")


def rows_of(out: Path) -> list[dict[str, Any]]:
    rows = json.loads((out / "results.json").read_text("utf-8"))["results"]
    return [{key: value for key, value in row.items() if key != "seconds"} for row in rows]


def test_what_was_judged_is_not_run_again(recorded: Command, work: Path, tmp_path: Path) -> None:
    """The second grading gives the same rows to the byte without judging; only what is new is run."""
    (work / "2026004").mkdir()
    shutil.copy(work / "2026001/tiny_array.py", work / "2026004/tiny_array.py")
    again = recorded("grade", work, "--out", tmp_path / "again", "--record", "--jobs", 1, "--lang", "en", "--json")
    assert "1 new attempts; 3 were judged before" in again.stderr
    first, second = rows_of(tmp_path / "graded"), rows_of(tmp_path / "again")
    assert second[:3] == first and second[3]["score"] == 100.0
    assert json.loads(recorded("gradebook", "check", "--json").stdout)["counts"]["results"] == 4


def test_a_new_attempt_counts_and_the_old_one_stays(recorded: Command, work: Path, tmp_path: Path) -> None:
    before = shown(recorded)["2026002"]["score"]
    shutil.copy(work / "2026001/tiny_array.py", work / "2026002/tiny_array.py")
    recorded("grade", work, "--out", tmp_path / "again", "--record", "--lang", "en")
    now = shown(recorded)["2026002"]
    assert before < 100 == now["score"] and (now["attempt"], now["attempts"]) == (2, 2)
    history = json.loads(recorded("gradebook", "show", "2026002", "--json").stdout)["exercises"]["tiny_array"]["history"]
    assert [(each["results"][0]["score"], each["counts"], each["results"][0]["by"]) for each in history] == [
        (before, False, "조교 A"),
        (100.0, True, "조교 A"),
    ]


@pytest.mark.parametrize("arguments", [["--json"], [], ["2026002"], ["2026002", "--json"]])
def test_nothing_is_printed_while_the_gradebook_is_read(
    recorded: Command, gradebook_url: str, monkeypatch: pytest.MonkeyPatch, arguments: list[str]
) -> None:
    """A pager that waits for a key must keep nobody from writing."""
    from gradekit.store.opening import open_database

    written = []

    def adjusting(*_: object, **__: object) -> None:
        with open_database(gradebook_url) as other, other.writing() as connection:
            written.append(connection.execute(select(func.count()).select_from(students)).scalar())

    monkeypatch.setattr("gradekit.store.opening._PATIENCE_SECONDS", 1)
    for place in ("gradekit.cli.gradebook_work._print_json", "rich.console.Console.print"):
        monkeypatch.setattr(place, adjusting)
    recorded("gradebook", "show", *arguments)
    assert written and set(written) == {4}


def test_show_in_both_languages(recorded: Command) -> None:
    english, korean = (recorded("gradebook", "show", "--lang", lang).stdout for lang in ("en", "ko"))
    assert "student" in english and "학번" in korean
    assert "최도윤" in korean and "–" in korean.splitlines()[-1], "whoever handed in nothing is there, without a score"
    assert "시도 1" in recorded("gradebook", "show", "2026002", "--lang", "ko").stdout


def test_a_mended_suite_is_told_before_it_is_kept(recorded: Command, course: Path, tmp_path: Path) -> None:
    """A dry run keeps nothing; what falls is only kept when it is asked for; nothing that was kept is lost."""
    before = shown(recorded)
    change_suite(course, "assert False")
    dry = recorded("regrade", "tiny_array", "--dry-run", "--out", tmp_path / "differences.csv", "--jobs", 1)
    assert "because the suite changed" in dry.stdout and "nothing was kept" in dry.stdout and shown(recorded) == before
    rows = list(csv.DictReader(io.StringIO((tmp_path / "differences.csv").read_bytes().decode("utf-8-sig"))))
    assert [(row["student"], row["why"]) for row in rows] == [("2026001", "suite"), ("2026002", "suite"), ("2026003", "suite")]
    assert float(rows[0]["after"]) < float(rows[0]["before"]) == 100.0

    kept = recorded("regrade", "tiny_array", "--yes", code=1)
    assert "would be lower and were left as they were" in kept.stderr
    assert shown(recorded)["2026001"]["score"] == 100.0
    recorded("regrade", "tiny_array", "--yes", "--lower")
    assert shown(recorded)["2026001"]["score"] == float(rows[0]["after"])
    history = json.loads(recorded("gradebook", "show", "2026001", "--json").stdout)["exercises"]["tiny_array"]["history"]
    assert [each["score"] for each in history[0]["results"]] == [100.0, float(rows[0]["after"])]
    assert "0 judged, 3 unchanged" in recorded("regrade", "tiny_array", "--dry-run").stdout
    recorded("gradebook", "check")


def test_a_dry_run_is_not_run_again(recorded: Command, course: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """What it judged is taken from where it was left: with judges that cannot start, keeping still works."""
    change_suite(course, "pass")
    recorded("regrade", "tiny_array", "--dry-run", "--jobs", 1)

    def broken(*_: object) -> None:
        raise AssertionError("judged again")

    monkeypatch.setattr("gradekit.engine.tasks.judge_chunk", broken)
    monkeypatch.setattr("gradekit.engine.grade.judge_chunk", broken)
    done = json.loads(recorded("regrade", "tiny_array", "--yes", "--json").stdout)
    assert done["kept"] == 3 and [each["why"] for each in done["differences"]] == [["suite"]] * 3


def test_each_thing_that_changed_is_named(recorded: Command, course: Path) -> None:
    for file in ("reference.py", "misconceptions/adds_instead.py"):
        path = course / "solutions/tiny_array" / file
        path.write_text(path.read_text("utf-8") + "# changed\n", "utf-8")
    path = course / "exercises/tiny_array/exercise.toml"
    path.write_text(path.read_text("utf-8") + "# changed\n", "utf-8")
    done = json.loads(recorded("regrade", "tiny_array", "--dry-run", "--json").stdout)
    assert done["differences"][0]["why"] == ["settings", "reference", "misconceptions"]
    assert "설정이 바뀜" in recorded("regrade", "tiny_array", "--dry-run", "--lang", "ko").stdout


def test_regrade_grades_what_was_only_kept(gradekit: Command, work: Path) -> None:
    gradekit("gradebook", "init", "--attempts", "best")
    assert "3 submissions: 3 new attempts" in gradekit("gradebook", "add", work, "--lang", "en").stdout
    assert "3 submissions: 0 new attempts" in gradekit("gradebook", "add", work, "--lang", "en").stdout
    assert shown(gradekit)["2026001"]["score"] is None
    done = json.loads(gradekit("regrade", "tiny_array", "--only", "2026001", "--only", "2026003", "--yes", "--json", "--lang", "ko").stdout)
    assert (done["new"], done["kept"]) == (2, 2)
    assert shown(gradekit)["2026001"]["score"] == 100.0 and shown(gradekit)["2026002"]["score"] is None


def test_nobody_is_asked_where_nobody_is(recorded: Command) -> None:
    assert "add --dry-run" in recorded("regrade", "tiny_array", code=1).stderr


def test_falls_alone_do_not_pass_unnoticed(recorded: Command, course: Path) -> None:
    """Where nothing could be kept because all of it is lower, --yes must not look like success."""
    change_suite(course, "assert False")
    done = recorded("regrade", "tiny_array", "--only", "2026001", "--yes", code=1)
    assert "nothing was kept" in done.stdout and "1 scores would be lower" in done.stderr


def test_a_longer_suite_is_shown_with_its_full_marks(recorded: Command, course: Path, tmp_path: Path, gradebook_url: str) -> None:
    """A test that nobody passes makes 100 of 100 to 100 of 110, which is less; until it is kept scores are converted."""
    path = course / "solutions/tiny_array/test_hidden.py"
    path.write_text(path.read_text("utf-8") + "\n\n@points(10)\ndef test_more():\n    assert False\n", "utf-8")
    toml = course / "exercises/tiny_array/exercise.toml"
    toml.write_text(toml.read_text("utf-8").replace("points = 100", "points = 110"), "utf-8")
    done = recorded("regrade", "tiny_array", "--yes", "--json", code=1)
    told = {row["student"]: row for row in json.loads(done.stdout)["differences"]}
    assert (told["2026001"]["before"], told["2026001"]["max_before"]) == (100.0, 100.0)
    assert (told["2026001"]["after"], told["2026001"]["max_score"]) == (100.0, 110.0)
    assert shown(recorded)["2026001"]["max_score"] == 100.0
    assert "100/100" in (text := recorded("regrade", "tiny_array", "--dry-run").stdout) and "100/110" in text and "↓" in text
    assert "tiny_array 2" in recorded("gradebook", "export", "--out", tmp_path / "final", "--lang", "en").stderr
    wide = tmp_path / "wide.csv"
    assert "other full marks" in recorded("export", "csv", gradebook_url, "--out", wide, "--lang", "en").stderr
    rows = {row["student"]: row for row in csv.DictReader(io.StringIO(wide.read_text("utf-8-sig")))}
    assert (rows["2026001"]["tiny_array"], rows["2026001"]["total"], rows["2026001"]["max_total"]) == ("110", "110", "110")
    recorded("regrade", "tiny_array", "--yes", "--lower")
    assert "converted" not in recorded("gradebook", "export", "--out", tmp_path / "final", "--lang", "en").stderr


def test_a_grading_that_goes_on_is_of_one_environment(
    recorded: Command, course: Path, work: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """What was judged before a misconception was reworded must not be kept as if it had been after."""
    change_suite(course, "pass")

    def broken(*_: object) -> None:
        raise OSError(28, "No space left on device")

    with monkeypatch.context() as patched:
        patched.setattr("gradekit.report.render_all", broken)
        recorded("grade", work, "--out", tmp_path / "again", "--record", "--lang", "en", code=1)
    path = course / "solutions/tiny_array/misconceptions/adds_instead.py"
    path.write_text(path.read_text("utf-8") + "# changed\n", "utf-8")
    done = recorded("grade", work, "--out", tmp_path / "again", "--record", "--resume", "--lang", "en", code=2)
    assert "(exercises tiny_array misconceptions differ); grade again without --resume" in done.stderr


def test_what_fell_is_told_though_the_grading_was_interrupted(
    recorded: Command, course: Path, work: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """By the grading that could not write its report, and again by the one that goes on; each fall is in the log."""
    change_suite(course, "assert False")

    def broken(*_: object) -> None:
        raise OSError(28, "No space left on device")

    with monkeypatch.context() as patched:
        patched.setattr("gradekit.report.render_all", broken)
        first = recorded("grade", work, "--out", tmp_path / "again", "--record", "--lang", "en", code=1)
    second = recorded("grade", work, "--out", tmp_path / "again", "--record", "--resume", "--lang", "en")
    for done in (first, second):
        assert "2026001, tiny_array: 100 → " in done.stderr and "lower than before for the same work" in done.stderr


def test_a_file_that_the_suite_imports_is_part_of_it(recorded: Command, course: Path) -> None:
    (course / "solutions/tiny_array/factors.py").write_text("FACTOR = 2\n", "utf-8")
    done = json.loads(recorded("regrade", "tiny_array", "--yes", "--json").stdout)
    assert {tuple(each["why"]) for each in done["differences"]} == {("suite",)}
    (course / "solutions/tiny_array/factors.py").write_text("FACTOR = 3\n", "utf-8")
    assert json.loads(recorded("regrade", "tiny_array", "--yes", "--json").stdout)["judged"] == 3
    assert json.loads(recorded("regrade", "tiny_array", "--yes", "--json").stdout)["judged"] == 0


def test_a_score_that_falls_as_a_class_is_graded_is_named(recorded: Command, course: Path, work: Path, tmp_path: Path) -> None:
    change_suite(course, "assert False")
    done = recorded("grade", work, "--out", tmp_path / "again", "--record", "--lang", "en")
    assert "2026001, tiny_array: 100 → " in done.stderr and "lower than before for the same work" in done.stderr


def test_to_a_platform_and_back(recorded: Command, gradebook_url: str, tmp_path: Path) -> None:
    """What goes into Canvas's file are the scores that count, with what people adjusted."""
    recorded("gradebook", "adjust", "2026003", "tiny_array", "--points", 12.5, "--comment", "explained it in the lab")
    template = tmp_path / "canvas.csv"
    lines = ["Student,ID,SIS User ID,SIS Login ID,Section,Tiny (77)", "    Points Possible,,,,,100"]
    lines += [f"학생,{number},{student},,," for number, student in enumerate(("2026001", "2026002", "2026003", "2026004"))]
    template.write_text("\n".join(lines) + "\n", "utf-8")
    out = tmp_path / "upload.csv"
    told = recorded(
        "export", "canvas", gradebook_url, "--exercise", "tiny_array", "--template", template, "--column", "Tiny (77)", "--out", out
    )
    figures = {row["SIS User ID"]: row["Tiny (77)"] for row in csv.DictReader(io.StringIO(out.read_text("utf-8-sig")))}
    assert (figures["2026001"], figures["2026003"], figures["2026004"]) == ("100", "12.5", "")
    assert "2026004" in told.stderr
    wide = tmp_path / "wide.csv"
    recorded("export", "csv", gradebook_url, "--out", wide)
    rows = {row["student"]: row for row in csv.DictReader(io.StringIO(wide.read_text("utf-8-sig")))}
    assert (rows["2026003"]["tiny_array"], rows["2026003"]["name"], rows["2026001"]["max_total"]) == ("12.5", "박서연", "100")


def test_reports_can_be_made_from_what_is_exported(recorded: Command, tmp_path: Path) -> None:
    recorded("gradebook", "export", "--out", tmp_path / "final", "--lang", "ko")
    recorded("report", tmp_path / "final/results.json", "--out", tmp_path / "pages")
    assert rows_of(tmp_path / "final") == rows_of(tmp_path / "graded")
    page = (tmp_path / "pages/report.html").read_text("utf-8")
    assert "작은 강좌" in page and all(student in page for student in ("2026001", "2026002", "2026003"))


def test_an_exercise_that_cannot_be_graded_keeps_nothing(recorded: Command, course: Path) -> None:
    before = shown(recorded)
    (course / "solutions/tiny_array/test_hidden.py").write_text("import nowhere\n", "utf-8")
    assert "nowhere" in recorded("regrade", "tiny_array", "--yes", code=2).stderr
    assert shown(recorded) == before


@pytest.mark.parametrize(
    ("arguments", "words", "code"),
    [
        (("gradebook", "show"), "gradebook init", 2),
        (("gradebook", "adjust", "x", "tiny_array", "--comment", "y"), "gradebook init", 2),
        (("regrade", "tiny_array", "--dry-run"), "gradebook init", 2),
        (("regrade", "nothing", "--dry-run"), "no exercise is called", 2),
        (("gradebook", "show", "--gradebook", "mysql://x/y"), "not mysql", 2),
        (("gradebook", "shwo"), "did you mean 'show'", 2),
    ],
)
def test_wrong_use_is_one_line(gradekit: Command, gradebook_url: str, arguments: tuple[str, ...], words: str, code: int) -> None:
    if "://" in gradebook_url and "init" in words:
        words = "is no gradebook"
    told = gradekit(*arguments, code=code).stderr
    assert words in told and len(told.strip().splitlines()) == 1


def test_another_courses_gradebook_is_refused(gradekit: Command, course: Path) -> None:
    gradekit("gradebook", "init")
    path = course / "course.toml"
    path.write_text(path.read_text("utf-8").replace('name = "minicourse"', 'name = "other"'), "utf-8")
    assert "is the gradebook of the course 'minicourse'" in gradekit("gradebook", "show", code=2).stderr


def test_when_it_was_handed_in(recorded: Command, work: Path, tmp_path: Path) -> None:
    """What the platform says goes before the file's own time."""
    (work / "2026002/tiny_array.py").write_text(WRONG + "# again\n", "utf-8")
    os.utime(work / "2026002/tiny_array.py", (1_770_000_000, 1_770_000_000))
    (work / "2026003/tiny_array.py").write_text(WRONG, "utf-8")
    told = {"2026003/tiny_array.py": {"submitted": "2026-03-02T18:30:00+09:00"}}
    (work / "import.json").write_text(json.dumps({"files": told}), "utf-8")
    recorded("gradebook", "add", work)
    now = shown(recorded)
    assert now["2026003"]["handed_in"] == "2026-03-02T09:30:00Z"
    assert now["2026002"]["handed_in"] == "2026-02-02T02:40:00Z"


@pytest.mark.parametrize("page", ["gradebook.md", "gradebook.ko.md"])
def test_from_a_download_to_an_upload(page: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """What the documentation says a lecturer types, typed: from Canvas's zip to the file that goes back, in the course's folder."""
    root = Path(__file__).parents[1]
    course = tmp_path / "course"
    for kind in ("exercises", "solutions"):
        shutil.copytree(root / kind / "softmax", course / kind / "softmax")
    titles = 'title = { en = "Course", ko = "강의" }\n'
    unit = f"[[units]]\nid = 1\n{titles}exercises = ['softmax']\n"
    (course / "course.toml").write_text(f"format_version = 1\nname = 'lecture'\n{titles}{unit}", "utf-8")
    right, wrong = ((root / "solutions/softmax" / name).read_bytes() for name in ("solution.py", "misconceptions/sums_over_batch.py"))
    roster = ["학번,이름,canvas id", "2026001,김민아,901", "2026002,이준,902", "2026003,박서연,903"]
    (course / "class.csv").write_bytes(("\n".join(roster) + "\n").encode("cp949"))
    with zipfile.ZipFile(course / "submissions.zip", "w") as packed:
        packed.writestr("gimmina_901_5001_softmax.py", right)
        packed.writestr("ijun_LATE_902_5002_softmax-1.py", wrong)
    template = ["Student,ID,SIS User ID,SIS Login ID,Section,Softmax (31)", "    Points Possible,,,,,100"]
    template += [f"{name},{number},{student},,1," for student, name, number in (line.split(",") for line in roster[1:])]
    (course / "canvas.csv").write_text("\n".join(template) + "\n", "utf-8")
    monkeypatch.chdir(course)
    monkeypatch.setenv("GRADEKIT_COURSE", str(course))
    block = re.findall(r"^```sh\n(.*?)^```$", (root / "docs" / page).read_text("utf-8"), re.MULTILINE | re.DOTALL)[0]
    for line in block.splitlines():
        _, *arguments = shlex.split(line)
        done = CliRunner().invoke(cli, arguments, prog_name="gradekit")
        assert done.exit_code == 0, f"{line}\n{done.output}\n{done.exception!r}"
    rows = csv.DictReader(io.StringIO((course / "upload.csv").read_text("utf-8-sig")))
    marks = {row["SIS User ID"]: row["Softmax (31)"] for row in rows if row["SIS User ID"]}
    assert marks["2026001"] == "100" and 0 < float(marks["2026002"]) < 100 and marks["2026003"] == ""
