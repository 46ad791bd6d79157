"""Results survive their file: what is written is read back the same, and a file that is anything else is refused in one line."""

import errno
import json
import math
import os
import subprocess
import sys
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from gradekit.course.places import SECRET_FILE
from gradekit.demo import MARK
from gradekit.errors import ResultsError
from gradekit.exam import SITTING_FOLDER
from gradekit.results import (
    SCHEMA,
    Diagnosis,
    Result,
    ResultSet,
    Status,
    TestOutcome,
    Verdict,
    atomic_file,
    clear_half_written,
    clip,
    read_results,
    write_atomically,
    write_results,
)
from gradekit.results_file import open_results

TEXT = st.text(st.characters(codec="utf-8"), max_size=20)


@st.composite
def outcomes(draw: st.DrawFn) -> TestOutcome:
    most = draw(st.floats(0, 1000))
    return TestOutcome(draw(TEXT), draw(st.floats(0, 1)) * most, most, draw(st.sampled_from(Verdict)), draw(TEXT), draw(TEXT))


JSON = st.recursive(
    st.none() | st.booleans() | st.integers(-(2**60), 2**60) | st.floats(allow_nan=False, allow_infinity=False) | TEXT,
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(TEXT, inner, max_size=3),
    max_leaves=5,
)
RESULTS = st.builds(
    Result,
    student=TEXT,
    exercise=TEXT,
    status=st.sampled_from(Status),
    tests=st.lists(outcomes(), max_size=4).map(tuple),
    seconds=st.floats(0, 1e4).map(lambda seconds: round(seconds, 3)),
    diagnosis=st.lists(st.builds(Diagnosis, TEXT, TEXT), max_size=2).map(tuple),
    output=TEXT,
    fingerprint=st.dictionaries(TEXT, TEXT, max_size=2),
    evidence=st.lists(st.dictionaries(TEXT, JSON, max_size=2), max_size=2).map(tuple),
)
SETS = st.builds(
    ResultSet,
    course=TEXT,
    results=st.lists(RESULTS, max_size=3).map(tuple),
    lang=st.sampled_from(["en", "ko"]),
    titles=st.dictionaries(TEXT, st.fixed_dictionaries({"en": TEXT, "ko": TEXT}), max_size=2),
)


@given(SETS)
def test_a_file_of_results_is_read_as_it_was_written(tmp_path_factory: pytest.TempPathFactory, results: ResultSet) -> None:
    path = tmp_path_factory.getbasetemp() / "results.json"
    write_results(path, results)
    assert read_results(path) == results
    with open_results(path) as opened:
        assert replace(opened, results=tuple(opened.results)) == results
    assert json.loads(path.read_text("utf-8"))["schema"] == SCHEMA


@given(RESULTS)
def test_a_score_is_within_its_bounds_and_the_sum_of_its_points(result: Result) -> None:
    assert 0 <= result.score <= result.max_score
    assert math.isclose(result.score, sum(test.points for test in result.tests), abs_tol=1e-4)
    row = result.to_json()
    assert (row["score"], row["max_score"]) == (result.score, result.max_score)


@pytest.mark.parametrize(("points", "most"), [(-1, 1), (2, 1), (math.nan, 1), (1, math.nan), (math.inf, math.inf), (0, -1), (0, math.inf)])
def test_an_impossible_score_cannot_be_made(points: float, most: float) -> None:
    with pytest.raises(ValueError, match="is not a score"):
        TestOutcome("test", points, most, Verdict.PASSED)


ROW = Result("kim", "softmax", Status.GRADED, (TestOutcome("test_a", 1.0, 2.0, Verdict.FAILED, "m", "h"),)).to_json()


def changed(path: list[Any], value: Any) -> dict[str, Any]:
    row = json.loads(json.dumps(ROW))
    inner = row
    for key in path[:-1]:
        inner = inner[key]
    inner[path[-1]] = value
    return row


def refusal(path: Path) -> str:
    """What is said of a file, whether it is read as a whole or row by row: the same."""
    with pytest.raises(ResultsError) as caught:
        read_results(path)
    with pytest.raises(ResultsError) as opening, open_results(path):
        pass
    assert str(opening.value) == str(caught.value)
    return str(caught.value)


def saved(path: Path, rows: Any) -> Path:
    path.write_text(json.dumps({"schema": SCHEMA, "course": "c", "results": rows}), "utf-8")
    return path


@pytest.mark.parametrize(
    "row",
    [
        {}, [], "row", None, changed(["student"], 1), changed(["status"], "fine"), changed(["seconds"], "1"), changed(["seconds"], None),
        changed(["seconds"], True),
        changed(["seconds"], 10**400), changed(["tests"], {"a": 1}), changed(["tests"], [1]), changed(["tests"], "ab"),
        changed(["tests", 0, "points"], 3),
        changed(["tests", 0, "points"], "nan"), changed(["tests", 0, "points"], -1), changed(["tests", 0, "max_points"], 10**400),
        changed(["tests", 0, "outcome"], "won"), changed(["tests", 0, "message"], None), changed(["tests", 0, "name"], ["x"]),
        changed(["diagnosis"], [{}]),
        changed(["diagnosis"], 5), changed(["output"], 5), changed(["fingerprint"], []), changed(["fingerprint"], {"a": 1}),
        changed(["evidence"], 5),
        changed(["evidence"], [5]),
    ],
    ids=lambda row: str(row)[:60],
)  # fmt: skip
def test_a_malformed_row_is_refused_by_its_number(tmp_path: Path, row: Any) -> None:
    assert "results[1]" in refusal(saved(tmp_path / "r.json", [ROW, row]))


@pytest.mark.parametrize(
    ("content", "words"),
    [
        ("", "no JSON"), ("{", "no JSON"), ("[" * 200_000, "no JSON"), ("[]", "schema None"), ('"a"', "schema None"), ("{}", "schema None"),
        ('{"schema": "gradekit.results/2", "results": []}', "gradekit.results/2"), (f'{{"schema": "{SCHEMA}"}}', "must be a list"),
        (f'{{"schema": "{SCHEMA}", "results": {{}}}}', "must be a list"),
        (f'{{"schema": "{SCHEMA}", "results": [], "exercises": []}}', "'exercises'"),
        (f'{{"schema": "{SCHEMA}", "results": [], "exercises": {{"a": 1}}}}', "'exercises'"),
        (f'{{"schema": "{SCHEMA}", "results": [NaN]}}', "NaN"),
        (f'{{"schema": "{SCHEMA}", "results": [Infinity]}}', "Infinity"),
        (f'{{"schema": "{SCHEMA}", "results": []}} x', "no JSON"), (f'{{"schema": "{SCHEMA}", "results": [1, ]}}', "no JSON"),
        (f'{{"schema": "{SCHEMA}", "results": [], }}', "no JSON"), (f'{{"schema": "{SCHEMA}" "results": []}}', "no JSON"),
        (f'{{"schema": "{SCHEMA}", 5: []}}', "no JSON"), (f'{{"results": [], "schema": "{SCHEMA}", "results": 5}}', "must be a list"),
        (f'\ufeff{{"schema": "{SCHEMA}", "results": []}}', "no JSON"), (f'{{"schema": "{SCHEMA}", "results": [[[', "no JSON"),
        (f'{{"schema": "{SCHEMA}", "results": [], "points": {{"a": -1}}}}', "'points'"),
    ],
    ids=lambda value: str(value)[:30],
)  # fmt: skip
def test_another_file_is_refused_in_one_line_that_names_it(tmp_path: Path, content: str, words: str) -> None:
    path = tmp_path / "r.json"
    path.write_text(content, "utf-8")
    said = refusal(path)
    assert words in said and str(path) in said and "\n" not in said


def test_bytes_that_are_no_text_and_files_that_are_none(tmp_path: Path) -> None:
    (tmp_path / "r.json").write_bytes(b"\xff\xfe{}")
    for path in (tmp_path / "r.json", tmp_path / "absent.json", tmp_path):
        assert str(path) in refusal(path)


def test_an_unknown_language_is_english(tmp_path: Path) -> None:
    path = tmp_path / "r.json"
    path.write_text(json.dumps({"schema": SCHEMA, "lang": ["fr"], "results": []}), "utf-8")
    assert read_results(path).lang == "en"


@given(st.text(max_size=60), st.integers(0, 80), st.sampled_from(["…", "", "…(more)"]))
def test_a_clipped_text_is_whole_characters_within_its_bytes(text: str, limit: int, note: str) -> None:
    got = clip(text, limit, note)
    assert len(got.encode("utf-8")) <= limit
    clean = text.encode("utf-8", "replace").decode("utf-8")
    assert got == clean or clean.startswith(got.removesuffix(note))


@pytest.mark.parametrize(("limit", "shown"), [(9, "가나다"), (8, "가…"), (6, "가…"), (5, "…"), (3, "…"), (2, "")])
def test_korean_is_cut_between_its_syllables(limit: int, shown: str) -> None:
    assert clip("가나다", limit) == shown


def full_disk(*args: Any) -> None:
    raise OSError(errno.ENOSPC, "No space left on device")


@pytest.mark.parametrize("function", ["fsync", "replace", "chmod"])
def test_a_full_disk_leaves_what_stood_there_and_nothing_else(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, function: str) -> None:
    path = tmp_path / "results.json"
    path.write_text("before")
    monkeypatch.setattr(os, function, full_disk)
    with pytest.raises(OSError, match="No space left"):
        write_atomically(path, "after")
    monkeypatch.undo()
    assert path.read_text() == "before" and list(tmp_path.iterdir()) == [path]


@pytest.mark.skipif(not os.path.exists("/dev/full"), reason="a device that is always full is Linux's")
def test_a_disk_that_is_really_full(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """The write itself fails, as on a full disk, in whatever call the bytes leave in."""
    path = tmp_path / "results.json"
    path.write_text("before")
    monkeypatch.setattr("tempfile.mkstemp", lambda **options: (os.open("/dev/full", os.O_WRONLY), str(tmp_path / "temporary")))
    with pytest.raises(OSError, match="No space left"):
        write_atomically(path, "after")
    assert path.read_text() == "before"


def test_what_a_killed_process_left_is_cleared_and_what_one_writes_is_not(tmp_path: Path) -> None:
    """Two processes that write into one folder at once: neither takes the other's half-written file for a leftover."""
    (tmp_path / ".gradekit-half-left").write_bytes(b"half")
    with atomic_file(tmp_path / "report.html") as file:
        file.write(b"half")
        other = (
            "import sys; from pathlib import Path; from gradekit.results import clear_half_written; clear_half_written(Path(sys.argv[1]))"
        )
        subprocess.run([sys.executable, "-c", other, tmp_path], check=True)
        [only] = tmp_path.iterdir()
        assert only.name != ".gradekit-half-left"
        file.write(b" and half")
    assert [(each.name, each.read_bytes()) for each in tmp_path.iterdir()] == [("report.html", b"half and half")]


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="Windows has no such files")
def test_nothing_of_others_is_cleared(tmp_path: Path) -> None:
    """A folder, a pipe that nobody writes into, whose opening would wait for ever, and what of ours has a name that begins alike."""
    (tmp_path / ".gradekit-half-folder").mkdir()
    os.mkfifo(tmp_path / ".gradekit-half-pipe")
    for name in (SECRET_FILE, SITTING_FOLDER, MARK):  # in the folder of a course, of an exam, of a demo
        (tmp_path / name).write_text("dear")
    clear_half_written(tmp_path)
    assert len(list(tmp_path.iterdir())) == 5


def test_text_that_cannot_be_encoded_leaves_what_stood_there(tmp_path: Path) -> None:
    path = tmp_path / "results.json"
    path.write_text("before")
    with pytest.raises(UnicodeEncodeError):
        write_atomically(path, "\ud800")
    assert path.read_text() == "before" and list(tmp_path.iterdir()) == [path]


def test_a_name_as_long_as_a_file_system_allows(tmp_path: Path) -> None:
    path = tmp_path / ("가" * 83 + ".json")
    write_atomically(path, b"x")
    assert path.read_bytes() == b"x"


def test_numbers_that_json_cannot_hold_are_not_written(tmp_path: Path) -> None:
    path = tmp_path / "r.json"
    result = Result("kim", "softmax", Status.GRADED, (), evidence=({"kind": "bars", "got": [math.nan]},))
    with pytest.raises(ValueError):
        write_results(path, ResultSet("c", (result,)))
    assert list(tmp_path.iterdir()) == []
