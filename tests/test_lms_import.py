"""Work comes in from learning platforms as their downloads name it, whatever else lies there, and nothing is guessed or overwritten."""

import json
import os
import struct
import sys
import zipfile
from collections.abc import Mapping
from pathlib import Path
from typing import Any

import pytest
from click.testing import CliRunner, Result
from hypothesis import given
from hypothesis import strategies as st

from gradekit.cli import cli
from gradekit.course import load_course
from gradekit.errors import UnknownExercise, UsageError
from gradekit.exam.roster import read_roster
from gradekit.intake import scan
from gradekit.intake.download import Download
from gradekit.intake.files import SOURCE_BYTES
from gradekit.lms import READERS, gradescope
from gradekit.lms.importing import Row, Summary, import_download
from gradekit.lms.models import Person, moment, utc
from gradekit.lms.naming import recognise
from gradekit.lms.people import People, folder_of
from gradekit.text import Text

ROOT = Path(__file__).resolve().parents[1]
COURSE = load_course(ROOT)
WORK = "def softmax(x):\n    return x\n"
NOTEBOOK = json.dumps({"cells": [{"cell_type": "code", "source": "%pylab\nx = 1"}], "nbformat": 4, "nbformat_minor": 5, "metadata": {}})
ROSTER = """학번,이름,email,SIS Login ID,Canvas ID,github_username,Identifier
20240001,"Kim, Mina",mina@uni.example,mkim,1001,mina-gh,Participant 501
20240002,이서연,seoyeon@uni.example,slee,1002,seoyeon,Participant 502
20240003,Jo Park,jo@uni.example,jpark,1003,jo,Participant 503
20240004,Jo Park,jo2@uni.example,jpark2,1004,,Participant 504
"""
posix = pytest.mark.skipif(sys.platform == "win32", reason="links and pipes")


def zipped(path: Path, files: Mapping[str, str | bytes]) -> Path:
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in files.items():
            archive.writestr(zipfile.ZipInfo(name, (2024, 3, 1, 12, 0, 0)), content)
    return path


def unpacked(path: Path, files: Mapping[str, str | bytes]) -> Path:
    for name, content in files.items():
        place = path / name
        place.parent.mkdir(parents=True, exist_ok=True)
        place.write_bytes(content.encode() if isinstance(content, str) else content)
    return path


@pytest.fixture(params=["zip", "folder"])
def made(request: pytest.FixtureRequest, tmp_path: Path) -> Any:
    """Makes a download of files, as a zip and as a folder."""
    return lambda files, name="download": (
        zipped(tmp_path / f"{name}.zip", files) if request.param == "zip" else unpacked(tmp_path / name, files)
    )


@pytest.fixture
def out(tmp_path: Path) -> Path:
    return tmp_path / "submissions"


@pytest.fixture
def roster(tmp_path: Path) -> Path:
    path = tmp_path / "class.csv"
    path.write_text(ROSTER, "utf-8")
    return path


def bring(platform: str, source: Path, out: Path, roster: Path | None = None, exercise: str | None = None) -> Summary:
    return import_download(platform, source, out, COURSE, exercise=exercise, students=read_roster(roster).students if roster else ())


def tree(out: Path) -> dict[str, str]:
    return {
        path.relative_to(out).as_posix(): path.read_text("utf-8")
        for path in sorted(out.rglob("*.*"))
        if path.name != "import.json" and path.is_file()
    }


def outcomes(summary: Summary) -> dict[str, str]:
    return {row.path: row.outcome.value for row in summary.rows}


def row(summary: Summary, end: str) -> Row:
    [found] = [each for each in summary.rows if each.path.endswith(end)]
    return found


def record(out: Path) -> dict[str, Any]:
    data = json.loads((out / "import.json").read_text("utf-8"))
    assert data["schema"] == "gradekit.import/1"
    return data


# --- Each platform -----------------------------------------------------------------------------------------------------------

CANVAS = {
    "kimmina_1001_900_softmax.py": "old = 1\n",
    "kimmina_1001_905_softmax-1.py": WORK,
    "kimmina_1001_904_one_hot.py": "x = 1\n",
    "이서연_LATE_1002_910_Softmax.PY": WORK,
    "jopark_1003_911_softmax.ipynb": NOTEBOOK,
    "jopark_1003_912_text.html": "<p>hello",
    "nobody_7777_913_softmax (2).py": WORK,
    "LATE_anon_Ab3dE_914_softmax.py": WORK,
    "anon_Zz9_915_softmax.py": WORK,
    "kimmina_1001_906_notes.pdf": "%PDF",
    "readme.txt": "x",
}


def test_canvas(made: Any, out: Path, roster: Path) -> None:
    summary = bring("canvas", made(CANVAS), out, roster)
    assert tree(out) == {
        "20240001/softmax.py": WORK,
        "20240001/one_hot.py": "x = 1\n",
        "20240002/softmax.py": WORK,
        "20240003/softmax.py": "# --- cell 1\n# %pylab\nx = 1\n",
        "7777/softmax.py": WORK,
        "anon_Ab3dE/softmax.py": WORK,
        "anon_Zz9/softmax.py": WORK,
    }
    assert outcomes(summary)["kimmina_1001_900_softmax.py"] == "superseded"
    assert outcomes(summary)["readme.txt"] == "unmatched"
    assert outcomes(summary)["jopark_1003_912_text.html"] == outcomes(summary)["kimmina_1001_906_notes.pdf"] == "ignored"
    assert row(summary, "Softmax.PY").more["late"] is True and row(summary, "905_softmax-1.py").more["late"] is False
    assert row(summary, "Softmax.PY").more["matched_by"] == "canvas"
    assert summary.absent == ("20240004",)
    data = record(out)
    assert len(data["entries"]) == len(CANVAS) and data["counts"]["written"] == 7
    assert data["files"]["20240003/softmax.py"]["cells"] == [{"cell": 1, "first": 2, "last": 3}]
    assert "20240003/softmax.py" not in {row.path for row in summary.rows}
    found = scan(out, COURSE, ["softmax"])
    assert len(found.submissions) == 6 and found.ignored == ()


def test_canvas_without_a_roster_goes_by_its_own_ids(made: Any, out: Path) -> None:
    bring("canvas", made(CANVAS), out)
    assert sorted(path.name for path in out.iterdir() if path.is_dir()) == ["1001", "1002", "1003", "7777", "anon_Ab3dE", "anon_Zz9"]


MOODLE = {
    "Mina Kim_501_assignsubmission_file/softmax.py": WORK,
    "Mina Kim_501_assignsubmission_file/src/one_hot.py": "x = 1\n",
    "Mina Kim_501_assignsubmission_onlinetext/onlinetext.html": "hi",
    "slee_이서연_502_assignsubmission_file_softmax(2).py": WORK,
    "Participant_503_assignsubmission_file_softmax.py": WORK,
    "Team A_12_assignsubmission_file/softmax.ipynb": NOTEBOOK,
    "Jun Lee_504_assignsubmission_file_/softmax.py": WORK,
    "Jun Lee_504_assignsubmission_file_/_old/one_hot.py": "x = 1\n",
    "Jun Lee_504_assignsubmission_onlinetext_/onlinetext.html": "hi",
    "grades.txt": "x",
}


def test_moodle(made: Any, out: Path, roster: Path) -> None:
    """Folders as Moodle names them since 3.1 and before, flat, blind, teams, and a user name before the rest."""
    roster.write_text(ROSTER.replace("Jo Park,jo2@", "Jun Lee,jo2@"), "utf-8")
    summary = bring("moodle", made(MOODLE), out, roster)
    assert set(tree(out)) == {
        "20240001/softmax.py",
        "20240001/one_hot.py",
        "20240002/softmax.py",
        "20240003/softmax.py",
        "20240004/softmax.py",
        "20240004/one_hot.py",
        "Participant 12/softmax.py",
    }
    assert outcomes(summary)["grades.txt"] == "unmatched"
    assert row(summary, "onlinetext/onlinetext.html").outcome.value == "ignored"
    assert row(summary, "onlinetext_/onlinetext.html").outcome.value == "ignored"
    without = bring("moodle", made(MOODLE, "again"), out.parent / "other")
    assert {each.student for each in without.rows if each.file} == {f"Participant {number}" for number in (501, 502, 503, 504, 12)}


MOODLE_TEAMS = {
    "Team A-Mina Kim_501_assignsubmission_file_/softmax.py": WORK,
    "Team-B-이서연_777_assignsubmission_file_/softmax.py": WORK,
    "Team-B-Participant_503_assignsubmission_file_/softmax.py": WORK,
}


def test_moodle_names_a_team_before_its_members(made: Any, out: Path, roster: Path) -> None:
    bring("moodle", made(MOODLE_TEAMS), out, roster)
    assert set(tree(out)) == {f"{student}/softmax.py" for student in (20240001, 20240002, 20240003)}
    one = bring("moodle", made({**MOODLE_TEAMS, "Stranger_9_assignsubmission_file_/softmax.py": WORK}, "mixed"), out.parent / "o", roster)
    assert row(one, "이서연_777_assignsubmission_file_/softmax.py").outcome.value == "ambiguous", (
        "not all have a team: a hyphen may be a name's"
    )


def test_a_team_of_moodle_does_not_become_the_student_of_its_number(made: Any, out: Path, roster: Path) -> None:
    """Names that do not agree are listed; a middle name, another order, or the user name of the roster's student is no other name."""
    files = {
        "Team A_501_assignsubmission_file_/softmax.py": WORK,
        "slee_Seoyeon Lee_502_assignsubmission_file_/softmax.py": WORK,
        "Park Jo_503_assignsubmission_file_/softmax.py": WORK,
        "Jo Jun Park_504_assignsubmission_file_/softmax.py": WORK,
    }
    summary = bring("moodle", made(files), out, roster)
    assert set(tree(out)) == {f"{student}/softmax.py" for student in (20240002, 20240003, 20240004)}
    team = row(summary, "Team A_501_assignsubmission_file_/softmax.py")
    assert team.outcome.value == "ambiguous" and team.why is not None
    assert "20240001" in team.why.en and "another name" in team.why.en and "이름이 다릅니다" in team.why.ko


def metadata(**submissions: str) -> str:
    return "---\n" + "".join(f"{folder}:\n{text}" for folder, text in submissions.items())


GRADESCOPE = {
    "assignment_7_export/submission_metadata.yml": metadata(
        submission_11="""  :submitters:
  - :name: Mina Kim
    :sid: '20240001'
    :email: mina@uni.example
  - :name: &who 이서연
    :sid:
    :email: SEOYEON@uni.example
  :created_at: 2024-03-01 21:00:00.123456000 +09:00
  :score: 3.0
  :status: processed
  :results:
    tests:
    - name: a
      :submitters:
      - :name: nobody
  :history:
  - :id: 10
    :created_at: 2024-02-01 00:00:00 Z
    :submitters: []
""",
        submission_12="""  :submitters:
  - :name: Stranger
    :sid: ~
    :email: stranger@other.example
  :created_at: !ruby/object:Time 2024-03-02 00:00:00 Z
""",
        submission_13="""  :submitters:
  - :name: Mina Kim
    :sid: '20240001'
    :email: mina@uni.example
  :created_at: 2024-02-01 00:00:00 Z
""",
    ),
    "assignment_7_export/submission_11/softmax.py": WORK,
    "assignment_7_export/submission_12/work/softmax.ipynb": NOTEBOOK,
    "assignment_7_export/submission_13/softmax.py": "old = 1\n",
    "assignment_7_export/submission_14/softmax.py": WORK,
    "assignment_7_export/stray.py": WORK,
}


def test_gradescope(made: Any, out: Path, roster: Path) -> None:
    """A group's file is each member's; the newest by its time counts; a folder that the metadata lacks goes by its name."""
    summary = bring("gradescope", made(GRADESCOPE), out, roster)
    assert set(tree(out)) == {f"{each}/softmax.py" for each in ("20240001", "20240002", "stranger@other.example", "submission_14")}
    assert tree(out)["20240001/softmax.py"] == WORK
    mina, seoyeon = (each for each in summary.rows if each.path.endswith("submission_11/softmax.py"))
    assert mina.more["submitted"] == "2024-03-01T12:00:00Z" and mina.more["group"] == "submission_11"
    assert (mina.student, seoyeon.student, seoyeon.more["matched_by"]) == ("20240001", "20240002", "email")
    assert row(summary, "submission_13/softmax.py").outcome.value == "superseded"
    assert row(summary, "stray.py").outcome.value == "unmatched"


def test_gradescope_goes_by_numbers_where_a_time_is_missing(tmp_path: Path, out: Path) -> None:
    """A time that one submission lacks orders nothing: not in one download, and not against what an earlier one brought."""
    who = "  :submitters:\n  - :sid: a\n"
    told = metadata(submission_11=f"{who}  :created_at: 2024-03-01 00:00:00 Z\n", submission_12=who)
    files = {"x/submission_metadata.yml": told, "x/submission_11/softmax.py": "old = 1\n", "x/submission_12/softmax.py": WORK}
    assert outcomes(bring("gradescope", zipped(tmp_path / "a.zip", files), out))["x/submission_12/softmax.py"] == "written"
    del files["x/submission_12/softmax.py"]
    again = bring("gradescope", zipped(tmp_path / "b.zip", files), out)
    assert outcomes(again)["x/submission_11/softmax.py"] == "superseded" and tree(out) == {"a/softmax.py": WORK}


NBGRADER = {
    "submitted/20240001/softmax/softmax.ipynb": NOTEBOOK,
    "submitted/20240001/softmax/timestamp.txt": "2015-02-02 15:58:23.948203 America/Los_Angeles",
    "submitted/slee/softmax/problem1.ipynb": NOTEBOOK,
    "submitted/slee/softmax/timestamp.txt": "../../etc",
    "submitted/stranger/hw1/softmax.ipynb": NOTEBOOK,
    "submitted/stranger/hw1/.ipynb_checkpoints/softmax-checkpoint.ipynb": NOTEBOOK,
    "autograded/20240001/softmax/softmax.ipynb": "{}",
    "nbgrader_config.py": "import os; os.abort()",
}


def test_nbgrader(made: Any, out: Path, roster: Path) -> None:
    """Also where the assignment's name, not the notebook's, is the exercise's."""
    summary = bring("nbgrader", made(NBGRADER), out, roster)
    assert set(tree(out)) == {"20240001/softmax.py", "20240002/softmax.py", "stranger/softmax.py"}
    assert row(summary, "submitted/20240001/softmax/softmax.ipynb").more["submitted"] == "2015-02-02T23:58:23Z"
    assert "submitted" not in row(summary, "problem1.ipynb").more
    assert (
        row(summary, "nbgrader_config.py").outcome.value
        == row(summary, "autograded/20240001/softmax/softmax.ipynb").outcome.value
        == "unmatched"
    )


def test_nbgrader_from_its_submitted_folder(made: Any, out: Path) -> None:
    bring(
        "nbgrader", made({name.removeprefix("submitted/"): each for name, each in NBGRADER.items() if name.startswith("submitted/")}), out
    )
    assert set(tree(out)) == {"20240001/softmax.py", "slee/softmax.py", "stranger/softmax.py"}


GRADES = (
    "assignment_name,assignment_url,starter_code_url,github_username,roster_identifier,student_repository_name,"
    "student_repository_url,submission_timestamp,points_awarded,points_available\n"
    "softmax,u,u,mina-gh,20240001,hw1-mina-gh,u,2024-03-01 12:00:00 UTC,1,2\n"
    "softmax,u,u,seoyeon,,hw1-seoyeon,u,,1,2\n"
)
CLONES = {
    "hw1-submissions/hw1-mina-gh/softmax.py": WORK,
    "hw1-submissions/hw1-mina-gh/test_public.py": "import os; os.abort()",
    "hw1-submissions/hw1-mina-gh/.git/config": "[core]\nfsmonitor = touch /tmp/x",
    "hw1-submissions/hw1-mina-gh/.github/workflows/x.py": "x",
    "hw1-submissions/hw1-seoyeon/softmax/softmax.py": WORK,
    "hw1-submissions/hw1-jo/softmax.py": WORK,
    "hw1-submissions/other/softmax.py": WORK,
}


def test_github_with_the_grades_table(made: Any, out: Path, roster: Path) -> None:
    summary = bring("github", made({**CLONES, "grades.csv": GRADES}), out, roster)
    assert set(tree(out)) == {f"{each}/softmax.py" for each in ("20240001", "20240002", "20240003", "other")}
    assert row(summary, "hw1-mina-gh/softmax.py").more["submitted"] == "2024-03-01T12:00:00Z"
    assert not any(".git/" in each.path for each in summary.rows)
    assert row(summary, "test_public.py").outcome.value == "misnamed"


def test_github_without_one(made: Any, out: Path) -> None:
    """The user name is what follows the assignment's, which the folder above is called after."""
    bring("github", made(CLONES), out)
    assert set(tree(out)) == {f"{each}/softmax.py" for each in ("mina-gh", "seoyeon", "jo", "other")}
    assert set(READERS) == {"canvas", "moodle", "gradescope", "nbgrader", "github"}


TABLE = GRADES.splitlines(keepends=True)[0] + "softmax,u,u,mina-gh,20240001,hw1-mina-gh,u,,1,2\n"
REPOSITORIES = {"hw1-mina-gh/softmax.py": WORK, "hw1-seoyeon/softmax.py": WORK}


def below(folder: str, files: Mapping[str, str]) -> dict[str, str | bytes]:
    return {f"{folder}/{name}": content for name, content in files.items()}


GITHUB = below("hw1-submissions", REPOSITORIES)


@pytest.mark.parametrize(
    ("files", "students"),
    [
        (GITHUB | {"__MACOSX/hw1-submissions/._hw1-mina-gh": "x"}, {"mina-gh", "seoyeon"}),
        (GITHUB | {"notes/softmax.py": "x = 1\n", "notes.txt": "x"}, {"mina-gh", "seoyeon"}),
        (GITHUB | {"one_hot-submissions/one_hot-jo/one_hot.py": "x = 1\n"}, {"mina-gh", "seoyeon", "jo"}),
        (GITHUB | {"hw1-submissions/grades.csv": TABLE}, {"20240001", "seoyeon"}),
        (below("hw", GITHUB), {"mina-gh", "seoyeon"}),
        (below("hw", GITHUB | {"hw1-submissions/grades.csv": TABLE}), {"20240001", "seoyeon"}),
        (below("hw", GITHUB | {"grades.csv": TABLE}), {"20240001", "seoyeon"}),
        (below("hw", REPOSITORIES | {"grades.csv": TABLE}), {"20240001", "hw1-seoyeon"}),
        (REPOSITORIES | {"grades.csv": TABLE}, {"20240001", "hw1-seoyeon"}),
        (below("hw", GITHUB) | {"notes/readme.txt": "x"}, set()),
        (below("hw", REPOSITORIES | {"grades.csv": TABLE}) | {"notes/readme.txt": "x"}, set()),
    ],
)
def test_github_finds_the_repositories_in_what_else_lies_there(
    files: dict[str, str | bytes], students: set[str], made: Any, out: Path
) -> None:
    """Beside a Mac's folder, beside others, two assignments, in one folder more; where that cannot be told, no class becomes a student."""
    summary = bring("github", made(files), out)
    assert {row.student for row in summary.rows if row.file} == students
    if not students:
        assert {row.outcome.value for row in summary.rows if row.path.endswith(".py")} == {"unmatched"}


@pytest.mark.parametrize("where", ["", "hw1-submissions", "hw/hw1-submissions"])
@pytest.mark.parametrize("table", [True, False])
@pytest.mark.parametrize(
    "forged",
    [
        {"hw1-mina-gh/softmax.py": "forged\n"},
        {"hw1-submissions/hw1-mina-gh/softmax.py": "forged\n"},
        {"hw1-mina-gh/softmax.py": "forged\n", "grades.csv": TABLE},
        {"softmax.py": "forged\n", "grades.csv": TABLE.replace("hw1-mina-gh", "hw1-eve")},
        {"softmax.py": "forged\n", "x-submissions/grades.csv": TABLE.replace("hw1-mina-gh", "hw1-eve")},
    ],
)
def test_what_lies_in_a_repository_is_nobody_elses(
    forged: dict[str, str], table: bool, where: str, tmp_path: Path, out: Path, roster: Path
) -> None:
    """Folders called like repositories and a table of grades of the student's own make nothing of it somebody else's work."""
    files = dict(REPOSITORIES) | below("hw1-eve", forged) | ({"grades.csv": TABLE} if table else {})
    source = unpacked(tmp_path / "hw1-submissions", below(where, files) if where else files)
    bring("github", source, out, roster)
    assert "20240001/softmax.py" in tree(out)
    assert all(content == WORK for file, content in tree(out).items() if "mina" in file or file.startswith("20240001")), tree(out)


# --- Which exercise, whose, which one ----------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("file", "exercise"),
    [
        ("softmax.py", "softmax"),
        ("softmax-1.py", "softmax"),
        ("softmax(2).py", "softmax"),
        ("softmax (10).py", "softmax"),
        ("Softmax.PY", "softmax"),
        ("softmax - Copy.py", "softmax"),
        ("softmax - Copy (2).py", "softmax"),
        ("softmax - 복사본.py", "softmax"),
        ("softmax의 사본.ipynb", "softmax"),
        ("Copy of softmax.ipynb", "softmax"),
        ("softmax.py.txt", "softmax"),
        ("Softmax Regression.py", "softmax_regression"),
        ("softmax-regression-2.ipynb", "softmax_regression"),
        ("deep/down/softmax.py", "softmax"),
        ("quiz_mlp.toml", "quiz_mlp"),
        ("quiz_mlp-1.toml", "quiz_mlp"),
        ("quiz_mlp/answers.toml", "quiz_mlp"),
        ("answers.toml", None),
        ("quiz_mlp.py", None),
        ("softmax.toml", None),
        ("mysoftmax.py", None),
        ("softmax.pyc", None),
        ("softmax", None),
        (".softmax.py", None),
        ("__MACOSX/softmax.py", None),
        ("softmax" + "(1)" * 100 + ".py", None),
        ("", None),
    ],
)
def test_what_a_file_is_for(file: str, exercise: str | None) -> None:
    found = recognise(file, COURSE)
    assert (found.exercise if found else None) == exercise


@given(st.text("softmax -_()12.pyt의사본Cof/", max_size=60))
def test_any_name_is_recognised_or_not(name: str) -> None:
    found = recognise(name, COURSE)
    assert found is None or found.exercise in COURSE.names


def test_with_an_exercise_a_students_only_file_counts(tmp_path: Path, out: Path) -> None:
    files = {
        "a_1_1_my work.py": WORK,
        "b_2_2_first.py": WORK,
        "b_2_3_second.py": WORK,
        "c_3_4_one_hot.py": WORK,
        "d_4_5_softmax.py": WORK,
        "d_4_6_helper.py": WORK,
        "e_5_7_answers.toml": "x = 1",
        "f_6_8_test_public.py": WORK,
        "f_6_9_lab.ipynb": NOTEBOOK,
        "b_2_1_test_more.py": WORK,
    }
    summary = bring("canvas", zipped(tmp_path / "x.zip", files), out, exercise="softmax")
    assert set(tree(out)) == {"1/softmax.py", "4/softmax.py", "6/softmax.py"}
    assert {path for path, outcome in outcomes(summary).items() if outcome == "misnamed"} == {
        *(
            "b_2_2_first.py",
            "b_2_3_second.py",
            "c_3_4_one_hot.py",
            "d_4_6_helper.py",
            "e_5_7_answers.toml",
            "f_6_8_test_public.py",
            "b_2_1_test_more.py",
        )
    }
    reasons = {each.path: each.why.en for each in summary.rows if each.why}
    assert reasons["b_2_2_first.py"].startswith("is one of 2 files") and "another file is" in reasons["d_4_6_helper.py"]
    quiz = bring("canvas", tmp_path / "x.zip", tmp_path / "quiz", exercise="quiz_mlp")
    assert set(tree(tmp_path / "quiz")) == {"5/quiz_mlp.toml"} and quiz.students == 1
    with pytest.raises(UnknownExercise):
        bring("canvas", tmp_path / "x.zip", out, exercise="softmex")


def test_the_newest_attempt_that_can_be_read_counts(tmp_path: Path, out: Path) -> None:
    """In one download as in two, and whatever cannot be read is listed with what counts instead of it."""
    unreadable = WORK.encode("utf-16")
    files = {"a_1_5_softmax.py": WORK, "a_1_4_softmax.py": "old = 1\n", "a_1_6_softmax-1.py": unreadable, "b_2_7_softmax.py": unreadable}
    summary = bring("canvas", zipped(tmp_path / "x.zip", files), out)
    assert tree(out) == {"1/softmax.py": WORK}
    assert list(outcomes(summary).values()) == ["superseded", "written", "refused", "refused"]
    why = row(summary, "a_1_6_softmax-1.py").why
    assert why is not None and "UTF-8" in why.en and "a_1_5_softmax.py counts" in why.en and "a_1_5_softmax.py 파일을 채점" in why.ko
    only = row(summary, "b_2_7_softmax.py").why
    assert only is not None and "counts" not in only.en
    later = bring("canvas", zipped(tmp_path / "y.zip", {"a_1_8_softmax-2.py": unreadable}), out)
    assert list(outcomes(later).values()) == ["refused"] and tree(out) == {"1/softmax.py": WORK}
    assert record(out)["files"]["1/softmax.py"]["from"] == "a_1_5_softmax.py"


def test_what_is_named_for_an_exercise_but_of_another_kind_is_heard_of(tmp_path: Path, out: Path) -> None:
    """Not where the work came as well: then it is a report, or a printout."""
    files = {
        **{"a_1_1_softmax.txt": WORK, "b_2_2_Softmax-1.html": "x", "c_3_3_softmax.docx": "x", "d_4_4_softmax": WORK},
        **{
            "e_5_5_quiz_mlp.txt": "x",
            "f_6_6_softmax.pdf": "x",
            "f_6_7_softmax.py": WORK,
            "g_7_8_report.docx": "x",
            "h_8_9_.softmax.txt": "x",
        },
    }
    found = outcomes(summary := bring("canvas", zipped(tmp_path / "x.zip", files), out))
    assert {path for path, outcome in found.items() if outcome == "misnamed"} == set(list(files)[:5])
    assert found["f_6_6_softmax.pdf"] == found["g_7_8_report.docx"] == found["h_8_9_.softmax.txt"] == "ignored"
    why = row(summary, "a_1_1_softmax.txt").why
    assert why is not None and "softmax" in why.en and "파이썬" in why.ko


def test_what_a_mac_lays_beside_files_is_no_fault(made: Any, out: Path) -> None:
    noise = {"__MACOSX/._a_1_1_softmax.py": "x", "._a_1_1_softmax.py": "x", ".DS_Store": "x", "x/.DS_Store": "x"}
    for platform in READERS:
        summary = bring(platform, made({**noise, "x/submitted/a/softmax/softmax.py": WORK}, platform), out / platform)
        told = {path: outcome for path, outcome in outcomes(summary).items() if path in noise}
        assert told == dict.fromkeys(noise, "ignored") and all("Mac" in row.why.en for row in summary.rows if row.path in noise and row.why)


def test_a_group_of_canvas_that_is_called_a_number_is_no_student(tmp_path: Path, out: Path, roster: Path) -> None:
    """What stands before the user's id may be a number, and so may what follows the attachment's: only the roster can tell."""
    roster.write_text(ROSTER.replace(",1004,", ",7,"), "utf-8")
    files = {
        "8_1001_905_softmax.py": WORK,  # nobody has 8
        "7_1002_906_softmax.py": "x = 1\n",  # two of the roster
        "9_9999_907_softmax.py": "x = 2\n",  # nobody of the roster
        "team_1003_1002_908_softmax.py": "x = 3\n",
        "jopark_1003_909_20240002_1_softmax.py": "x = 4\n",  # the number is the file's: of one of the roster, but not as Canvas has it
    }
    summary = bring("canvas", zipped(tmp_path / "x.zip", files), out, roster, "softmax")
    assert tree(out) == {"20240001/softmax.py": WORK, "20240003/softmax.py": "x = 4\n"}
    assert sorted(outcomes(summary).values()) == ["ambiguous"] * 3 + ["written"] * 2
    without = bring("canvas", tmp_path / "x.zip", out.parent / "other", None, "softmax")
    assert list(outcomes(without).values()).count("ambiguous") == 3 and tree(out.parent / "other") == {}


def test_nobody_is_guessed(tmp_path: Path, out: Path, roster: Path) -> None:
    """Two of one name, a platform's number that is another's in the roster, two accounts of one student: listed with who it could be."""
    files = {
        "jopark_8888_1_softmax.py": WORK,  # two are called Jo Park
        "stranger_20240002_2_softmax.py": WORK,  # a user id that happens to be a student's number
        "kimmina_1001_3_softmax.py": WORK,
        "minakim_9999_4_softmax.py": "x = 1\n",  # less sure than the account that the roster names
    }
    summary = bring("canvas", zipped(tmp_path / "x.zip", files), out, roster)
    assert tree(out) == {"20240001/softmax.py": WORK}
    assert sorted(outcomes(summary).values()) == ["ambiguous", "ambiguous", "ambiguous", "written"]
    why = row(summary, "8888_1_softmax.py").why
    assert why is not None and "20240003, 20240004" in why.en and "20240003, 20240004" in why.ko


def test_nobody_becomes_another_by_what_they_call_themselves(tmp_path: Path, out: Path, roster: Path) -> None:
    """A GitHub name like a student's number; a file named like somebody else's hand-in."""
    summary = bring(
        "github", unpacked(tmp_path / "hw1-submissions", {"hw1-20240002/softmax.py": WORK, "hw1-mkim/softmax.py": WORK}), out, roster
    )
    assert outcomes(summary) == {"hw1-20240002/softmax.py": "ambiguous", "hw1-mkim/softmax.py": "written"}
    assert set(tree(out)) == {"mkim/softmax.py"}
    moodle = {"Eve_9_assignsubmission_file_Mina Kim_501_assignsubmission_file_softmax.py": WORK}
    assert row(bring("moodle", zipped(tmp_path / "m.zip", moodle), out, roster, "softmax"), ".py").student == "Participant 9"
    canvas = {"eve_9_1_kimmina_1001_2_softmax.py": WORK}
    assert row(bring("canvas", zipped(tmp_path / "c.zip", canvas), out, roster, "softmax"), ".py").student == "9"


def test_names_in_any_order_are_one() -> None:
    class One:
        id, name, email, login, canvas, github, participant = "7", "van der Berg, Anna Maria", "", "", "", "", ""

    people = People([One()])
    for name in ("vanderberganna maria", "annamariavanderberg", "Anna Maria van der Berg", "VAN DER BERG ANNA MARIA"):
        assert people.match(Person("x", name=name)).student == "7"
    assert people.match(Person("x", name="Berg")).student == "x"


@given(st.text(max_size=200))
def test_any_student_gets_a_safe_folder(student: str) -> None:
    folder = folder_of(student)
    assert folder not in ("", ".", "..", "import.json") and not set(folder) & set('/\\:\0\n*?"<>|') and not folder.startswith(".")
    assert len(os.fsencode(folder)) <= 120 and folder == folder_of(student)


def test_folders_are_the_students_own_names_where_they_can_be() -> None:
    assert [folder_of(each) for each in ("20240001", "이서연", "a@b.example", "Kim, Mina")] == [
        "20240001",
        "이서연",
        "a@b.example",
        "Kim, Mina",
    ]
    assert len({folder_of(each) for each in ("a/b", "a\\b", "a_b", "a:b", "../a", ".a", "CON", "import.json", "", " ")}) == 10


# --- Again, and over what stands there ---------------------------------------------------------------------------------------


def test_a_newer_download_replaces_only_what_an_import_wrote(tmp_path: Path, out: Path) -> None:
    first = zipped(tmp_path / "a.zip", {"a_1_1_softmax.py": "a = 1\n", "b_2_2_softmax.py": "b = 1\n", "c_3_3_softmax.py": "c = 1\n"})
    unpacked(out, {"3/softmax.py": "mine\n", "1/notes.txt": "mine\n"})
    assert outcomes(bring("canvas", first, out)) == {
        "a_1_1_softmax.py": "written",
        "b_2_2_softmax.py": "written",
        "c_3_3_softmax.py": "kept",
    }
    assert set(outcomes(bring("canvas", first, out)).values()) == {"unchanged", "kept"}
    (out / "2" / "softmax.py").write_text("edited\n", "utf-8")
    second = zipped(tmp_path / "b.zip", {"a_1_9_softmax-1.py": "a = 2\n", "b_2_8_softmax-1.py": "b = 2\n", "c_3_7_softmax-1.py": "c = 2\n"})
    assert list(outcomes(bring("canvas", second, out)).values()) == ["written", "kept", "kept"]
    assert tree(out) == {"1/softmax.py": "a = 2\n", "1/notes.txt": "mine\n", "2/softmax.py": "edited\n", "3/softmax.py": "mine\n"}
    older = bring("canvas", first, out)
    assert outcomes(older)["a_1_1_softmax.py"] == "superseded" and tree(out)["1/softmax.py"] == "a = 2\n"
    assert set(record(out)["files"]) == {"1/softmax.py", "2/softmax.py"}


def test_a_roster_that_comes_later_doubles_nobody(tmp_path: Path, out: Path, roster: Path) -> None:
    """What an import without it wrote goes, wherever the same work is the roster's student's now; unless somebody changed it."""
    names = ("kimmina_1001_1", "이서연_1002_2", "jopark_1003_3", "jopark_1004_4")
    source = zipped(tmp_path / "a.zip", {f"{name}_softmax.py": f"# {name}\n" for name in names} | {"x_9_9_softmax.py": WORK})
    bring("canvas", source, out)
    unpacked(out, {"1002/softmax.py": "edited\n", "1003/notes.txt": "mine\n"})
    (out / "1004" / "softmax.py").unlink()
    newer = {"kimmina_1001_5_softmax-1.py": WORK} | {f"{name}_softmax.py": f"# {name}\n" for name in names[1:]} | {"x_9_9_softmax.py": WORK}
    summary = bring("canvas", zipped(tmp_path / "b.zip", newer), out, roster)
    assert tree(out) == {
        "20240001/softmax.py": WORK,
        "20240002/softmax.py": "# 이서연_1002_2\n",
        "20240003/softmax.py": "# jopark_1003_3\n",
        "20240004/softmax.py": "# jopark_1004_4\n",
        "1002/softmax.py": "edited\n",
        "1003/notes.txt": "mine\n",
        "9/softmax.py": WORK,
    }
    assert not (out / "1001").exists() and outcomes(summary)["1001/softmax.py"] == "superseded"
    kept = row(summary, "1002/softmax.py")
    assert kept.outcome.value == "kept" and kept.why is not None and "changed" in kept.why.en and "20240002/softmax.py" in kept.why.ko
    assert "1001/softmax.py" not in record(out)["files"] and "1002/softmax.py" in record(out)["files"]
    assert outcomes(bring("canvas", tmp_path / "b.zip", out, roster))["1002/softmax.py"] == "kept"


def test_newer_work_is_not_given_up_for_older_of_the_same_student(tmp_path: Path, out: Path, roster: Path) -> None:
    bring("canvas", zipped(tmp_path / "b.zip", {"kimmina_1001_5_softmax-1.py": WORK}), out)
    summary = bring("canvas", zipped(tmp_path / "a.zip", {"kimmina_1001_1_softmax.py": "old = 1\n"}), out, roster)
    assert tree(out)["1001/softmax.py"] == WORK and outcomes(summary)["1001/softmax.py"] == "kept"


def test_a_group_keeps_its_work_when_a_roster_comes_later(tmp_path: Path, out: Path, roster: Path) -> None:
    """One of the group cannot be told any longer: their file is not another's of the group."""
    source = zipped(tmp_path / "x.zip", {name: each for name, each in GRADESCOPE.items() if "13" not in name})
    bring("gradescope", source, out)
    before = set(tree(out))
    assert {"20240001/softmax.py", "SEOYEON@uni.example/softmax.py"} <= before
    roster.write_text(ROSTER.replace("jo@uni", "seoyeon@uni"), "utf-8")
    bring("gradescope", source, out, roster)
    assert set(tree(out)) == before


def test_a_record_that_somebody_wrote_removes_nothing_elsewhere(tmp_path: Path, out: Path, roster: Path) -> None:
    source = zipped(tmp_path / "a.zip", {"kimmina_1001_1_softmax.py": WORK})
    bring("canvas", source, out)
    unpacked(tmp_path, {"mine/softmax.py": WORK})
    told = (out / "import.json").read_text("utf-8")
    (out / "import.json").write_text(told.replace('"1001/softmax.py": {', '"../mine/softmax.py": {'), "utf-8")
    bring("canvas", source, out, roster)
    assert (tmp_path / "mine" / "softmax.py").exists()


def test_an_import_that_was_killed_knows_its_own_files(tmp_path: Path, out: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """What was about to be written is noted before, so the next, newer download may replace it."""
    from gradekit.lms import importing

    first = zipped(tmp_path / "a.zip", {"a_1_1_softmax.py": "a = 1\n", "b_2_2_softmax.py": "b = 1\n"})

    def killed(*_: object) -> None:
        raise KeyboardInterrupt

    with monkeypatch.context() as patch:
        patch.setattr(importing.Record, "save", killed)
        with pytest.raises(KeyboardInterrupt):
            bring("canvas", first, out)
    assert tree(out)["1/softmax.py"] == "a = 1\n" and not (out / "import.json").exists()
    second = zipped(tmp_path / "b.zip", {"a_1_9_softmax.py": "a = 2\n", "b_2_2_softmax.py": "b = 1\n"})
    assert outcomes(bring("canvas", second, out)) == {"a_1_9_softmax.py": "written", "b_2_2_softmax.py": "unchanged"}
    assert set(record(out)["files"]) == {"1/softmax.py", "2/softmax.py"}
    assert not [path for path in out.iterdir() if path.name.startswith(".")]


@posix
def test_links_in_the_way_are_left_alone(tmp_path: Path, out: Path) -> None:
    """Neither a student's folder nor a file that is a link is written through."""
    unpacked(tmp_path, {"elsewhere/softmax.py": "mine\n"})
    (out / "2").mkdir(parents=True)
    (out / "1").symlink_to(tmp_path / "elsewhere")
    (out / "2" / "softmax.py").symlink_to(tmp_path / "elsewhere" / "softmax.py")
    (out / "3").write_text("a file")
    source = zipped(tmp_path / "a.zip", {f"a_{each}_{each}_softmax.py": WORK for each in (1, 2, 3)})
    assert set(outcomes(bring("canvas", source, out)).values()) == {"kept"}
    assert (tmp_path / "elsewhere" / "softmax.py").read_text("utf-8") == "mine\n"


@posix
def test_two_imports_at_once_are_refused(tmp_path: Path, out: Path) -> None:
    from gradekit.lms.record import Record

    with Record(out), pytest.raises(UsageError, match="another import"):
        Record(out)


@pytest.mark.parametrize(
    "content", ["", "[]", "{}", '{"schema": "gradekit.import/2"}', '{"schema": "gradekit.import/1", "files": 3}', "[" * 100_000]
)
def test_a_strange_record_stops_before_anything_is_written(content: str, tmp_path: Path, out: Path) -> None:
    unpacked(out, {"import.json": content})
    with pytest.raises(UsageError, match=r"import\.json"):
        bring("canvas", zipped(tmp_path / "a.zip", {"a_1_1_softmax.py": WORK}), out)
    assert tree(out) == {}


# --- Hostile downloads -------------------------------------------------------------------------------------------------------


def test_bad_entries_are_listed_and_stop_nothing(tmp_path: Path, out: Path) -> None:
    path = tmp_path / "x.zip"
    good = "good_1_1_softmax.py"
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr(good, WORK)
        for name in (
            "../evil_2_2_softmax.py",
            "/abs_2_2_softmax.py",
            "C:/evil_2_2_softmax.py",
            "a/../../evil_2_2_softmax.py",
            "..\\e_2_2_softmax.py",
        ):
            archive.writestr(name, WORK)
        archive.writestr("bomb_3_3_softmax.py", b"#" * 50_000_000)
        archive.writestr("bomb_3_4_one_hot.ipynb", b" " * 50_000_000)
        archive.writestr("cp949_4_5_softmax.py", "# 한글\n".encode("cp949"))
        archive.writestr("nul_5_6_softmax.py", "x = '\0'")
        archive.writestr("book_6_7_softmax.ipynb", "[" * 200_000)
        archive.writestr("deep/" * 40 + "d_7_8_softmax.py", WORK)
        archive.writestr("n" * 2000 + "_7_8_softmax.py", WORK)
        link = zipfile.ZipInfo("link_8_9_softmax.py")
        link.create_system, link.external_attr = 3, 0o120777 << 16
        archive.writestr(link, "/etc/passwd")
        archive.writestr("twice_9_10_softmax.py", "x = 1\n")
        with pytest.warns(UserWarning, match="Duplicate"):
            archive.writestr("twice_9_10_softmax.py", "x = 2\n")
        archive.writestr(zipfile.ZipInfo("lzma_10_11_softmax.py"), WORK, zipfile.ZIP_LZMA)
        archive.writestr("secret_11_12_softmax.py", WORK)
        archive.writestr("damaged_12_13_softmax.py", "x = 12345678901234567890\n", zipfile.ZIP_STORED)
        archive.writestr("inner_13_14_work.zip", b"PK")
        archive.writestr("\x1b[2Jesc_14_15_softmax\u202e.py", WORK)
        archive.writestr("__MACOSX/._good_1_1_softmax.py", b"\0\0")
    raw = path.read_bytes().replace(b"12345678901234567890", b"12345678901234567899")
    listed = raw.rindex(b"secret_11_12_softmax.py") - 46
    assert raw[listed : listed + 4] == b"PK\x01\x02"
    flags = struct.unpack_from("<H", raw, listed + 8)[0] | 0x1
    path.write_bytes(raw[: listed + 8] + struct.pack("<H", flags) + raw[listed + 10 :])
    summary = bring("canvas", path, out)
    assert tree(out) == {"1/softmax.py": WORK, "9/softmax.py": "x = 1\n"}
    assert all(
        each.outcome.value not in ("written", "unchanged") and each.why
        for each in summary.rows
        if each.path not in (good, "twice_9_10_softmax.py")
    )
    assert len(summary.rows) == len(zipfile.ZipFile(path).infolist()) == 22
    for end, word in {
        "3_3_softmax.py": "larger than",
        "3_4_one_hot.ipynb": "larger than",
        "4_5_softmax.py": "UTF-8",
        "5_6_softmax.py": "NUL",
        "6_7_softmax.ipynb": "nested too deep",
        "link_8_9_softmax.py": "link",
        "10_11_softmax.py": "compressed",
        "11_12_softmax.py": "encrypted",
        "12_13_softmax.py": "damaged",
        "14_work.zip": "archive",
        "/../evil_2_2_softmax.py": "outside",
    }.items():
        why = row(summary, end).why
        assert why is not None and word in why.en and why.ko, end
    assert not list(tmp_path.rglob("evil*"))
    assert json.loads((out / "import.json").read_text("utf-8"))


def test_what_claims_to_be_small_is_still_bounded(tmp_path: Path, out: Path) -> None:
    """The sizes in the archive's list are claims."""
    path = zipped(tmp_path / "x.zip", {"bomb_1_1_softmax.py": b"#" * (SOURCE_BYTES * 30), "good_2_2_softmax.py": WORK})
    raw = path.read_bytes()
    path.write_bytes(raw.replace(struct.pack("<I", SOURCE_BYTES * 30), struct.pack("<I", 10)))
    summary = bring("canvas", path, out)
    assert tree(out) == {"2/softmax.py": WORK} and outcomes(summary)["bomb_1_1_softmax.py"] == "refused"


@posix
def test_odd_things_in_a_folder_are_listed(tmp_path: Path, out: Path) -> None:
    source = unpacked(tmp_path / "x", {"a_1_1_softmax.py": WORK, "secret.txt": "x"})
    (source / "b_2_2_softmax.py").symlink_to(source / "a_1_1_softmax.py")
    (source / "c_3_3").symlink_to("/")
    os.mkfifo(source / "d_4_4_softmax.py")
    (source / "e_5_5_softmax.py").mkdir()
    (source / os.fsdecode(b"f_6_6_\xff\xfe_softmax.py")).write_text(WORK)
    (source / os.fsdecode("이_7_7_softmax.py".encode("cp949"))).write_text(WORK)
    summary = bring("canvas", source, out)
    assert set(tree(out)) == {"1/softmax.py", "7/softmax.py"}
    assert sorted(outcomes(summary).values()) == ["refused"] * 4 + ["unmatched"] + ["written"] * 2


def test_names_of_a_korean_windows_are_read(tmp_path: Path, out: Path) -> None:
    """A zip made by hand there has names in code page 949 and no flag; some tools write UTF-8 without one."""
    with Download(
        zipped_raw(
            tmp_path / "y.zip",
            ["김미나_501_assignsubmission_file_softmax.py".encode("cp949"), "이서연_5_assignsubmission_file_softmax.py".encode()],
        )
    ) as download:
        assert [entry.path[:3] for entry in download.entries] == ["김미나", "이서연"]


def zipped_raw(path: Path, names: list[bytes]) -> Path:
    """A zip whose names are these bytes, without the flag that says they are UTF-8."""
    with zipfile.ZipFile(path, "w") as archive:
        for letter, name in zip("XY", names, strict=True):
            archive.writestr(letter * len(name), WORK)
    raw = path.read_bytes()
    for letter, name in zip(b"XY", names, strict=True):
        raw = raw.replace(bytes([letter]) * len(name), name)
    path.write_bytes(raw)
    return path


@pytest.mark.parametrize("content", [b"", b"PK", b"PK\x05\x06" + b"\0" * 18, b"no zip at all", b"PK\x03\x04" * 100])
@pytest.mark.parametrize("platform", READERS)
def test_what_is_no_download_is_one_line(content: bytes, platform: str, tmp_path: Path, out: Path) -> None:
    path = tmp_path / "x.zip"
    path.write_bytes(content)
    empty = content.startswith(b"PK\x05\x06")  # an archive, of nothing
    if empty:
        assert bring(platform, path, out).students == 0
    else:
        with pytest.raises(UsageError, match=r"^[^\n]*x\.zip[^\n]*$"):
            bring(platform, path, out)
    with pytest.raises(UsageError, match="no such file"):
        bring(platform, tmp_path / "nothing", out)


def test_work_is_not_written_into_the_download(tmp_path: Path) -> None:
    with pytest.raises(UsageError, match="lies inside"):
        bring("canvas", unpacked(tmp_path / "x", {"a": "b"}), tmp_path / "x" / "out")


@pytest.mark.parametrize(
    "text",
    [
        "[" * 300_000,
        "a: &x [*x, *x]\nb: *y",
        "? [a, b]\n: c\nsubmission_1: {? {a: b} : c}",
        "!!python/object/apply:os.abort []",
        "submission_1:\n  :submitters: !!python/object/new:os.system ['exit']\n  :created_at: 9999-99-99 00:00:00",
        "submission_1: &a\n  :submitters:\n" + "  - :name: x\n" * 10_000,
        "- - - - x",
        "\0",
        "submission_1:\n  :submitters: :name\n",
    ],
)
def test_hostile_metadata_is_only_text(text: str, tmp_path: Path, out: Path) -> None:
    files = {"x/submission_metadata.yml": text, "x/submission_1/softmax.py": WORK}
    summary = bring("gradescope", zipped(tmp_path / "x.zip", files), out)
    assert summary.students >= 1 and WORK in tree(out).values()


def test_without_pyyaml_gradescope_says_what_to_install(monkeypatch: pytest.MonkeyPatch, tmp_path: Path, out: Path) -> None:
    monkeypatch.setitem(sys.modules, "yaml", None)
    with pytest.raises(UsageError, match=r"gradekit\[lms\]"):
        bring("gradescope", zipped(tmp_path / "x.zip", {"a": "b"}), out)


@given(st.text(":submitersnacd_at-19&*![]{}\n '\"?", max_size=120))
def test_any_metadata_is_read_or_refused(text: str) -> None:
    told: dict[str, Any] = {}
    fault = gradescope._read_metadata(f"submission_1:\n  :submitters:\n  - :name: a\n{text}".encode(), told)
    assert fault is None or isinstance(fault, Text)


def test_moments() -> None:
    assert utc(moment("2024-03-01 12:00:00.5 UTC")) == utc(moment("2024-03-01T21:00:00+0900")) == "2024-03-01T12:00:00Z"
    assert utc(moment("2024-03-01 21:00:00 Asia/Seoul")) == "2024-03-01T12:00:00Z"
    for text in (
        "",
        "2024-13-01 00:00:00",
        "0001-01-01 00:00:00 +1400",
        "2024-03-01 12:00:00 ../../etc/passwd",
        "2024-03-01 12:00:00 Asia",
        "x" * 9000,
    ):
        assert utc(moment(text)) == ""


# --- The command -------------------------------------------------------------------------------------------------------------


def run(*arguments: object) -> Result:
    return CliRunner().invoke(cli, ["import", *map(str, arguments)])


@pytest.mark.parametrize(("lang", "word"), [("en", "students: 7 files written"), ("ko", "파일 7개를 저장했고")])
def test_the_command_says_what_came_of_it(lang: str, word: str, tmp_path: Path, out: Path, roster: Path) -> None:
    source = zipped(tmp_path / "x.zip", {**CANVAS, "\x1b[2J": "x"})
    done = run("canvas", source, "--out", out, "--roster", roster, "--lang", lang)
    assert done.exit_code == 0 and word in done.output and "20240004" in done.output and "readme.txt" in done.output
    assert "\x1b" not in done.output
    again = run("canvas", source, "--out", out, "--roster", roster, "--json")
    assert json.loads(again.output)["counts"]["unchanged"] == 7
    assert json.loads(again.output)["absent"] == ["20240004"]


def test_the_command_fails_where_no_work_is_found(tmp_path: Path, out: Path) -> None:
    assert run("canvas", zipped(tmp_path / "x.zip", {"notes.txt": "x"}), "--out", out, "--lang", "en").exit_code == 1
    assert run("nowhere", tmp_path, "--out", out).exit_code == 2


def test_a_gradebook_from_canvas_is_a_roster(tmp_path: Path, out: Path) -> None:
    table = 'Student,ID,SIS User ID,SIS Login ID,Section,softmax (1)\n    Points Possible,,,,,100\n"Kim, Mina",1001,20240001,mkim,A,\n'
    path = tmp_path / "gradebook.csv"
    path.write_text(table, "utf-8")
    summary = bring("canvas", zipped(tmp_path / "x.zip", CANVAS), out, path)
    assert row(summary, "905_softmax-1.py").student == "1001" and row(summary, "905_softmax-1.py").more["matched_by"] == "id"
