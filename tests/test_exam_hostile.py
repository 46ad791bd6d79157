"""What students and accidents do to an exam: work files that were made up, papers from strangers, tables as spreadsheets save them."""

from __future__ import annotations

import csv
import importlib.util
import io
import json
import os
import shutil
import sys
import tracemalloc
import zipfile
from collections.abc import Callable
from datetime import timedelta
from pathlib import Path
from typing import Any

import pytest

from gradekit.errors import CourseError, Refusal, UsageError
from gradekit.exam.archive import packed, unpacked
from gradekit.exam.check import static_problems
from gradekit.exam.collect import Collected, collect, read_arrivals
from gradekit.exam.draw import drawn_parts, pseudonym, student_key
from gradekit.exam.grading import grade_exam
from gradekit.exam.hand_out import hand_out, papers_of, read_ledger
from gradekit.exam.manual import begin_manual, read_manual
from gradekit.exam.models import Exam, load_exam
from gradekit.exam.pack import pack_work, read_work, work_name
from gradekit.exam.pages import render_exam, write_pages
from gradekit.exam.paper import _identity, open_paper
from gradekit.exam.record import ExamRecord, write_record
from gradekit.exam.release import Released, read_released, release
from gradekit.exam.roster import Roster, Student
from gradekit.exam.sheets import sheets
from gradekit.exam.sitting import find_sitting, pack, start, status


def _helpers() -> Any:
    """The small exam of test_exam.py, and its steps."""
    spec = importlib.util.spec_from_file_location("exam_helpers", Path(__file__).with_name("test_exam.py"))
    assert spec is not None and spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    sys.modules["exam_helpers"] = module
    spec.loader.exec_module(module)
    return module


H = _helpers()
root, exam = H.root, H.exam  # fixtures
OPENS, KEY, ROSTER, MINA = H.OPENS, H.KEY, H.ROSTER, H.MINA
SOL = ROSTER.students[1]


def gathered(exam: Exam, folder: Path, received: dict[str, Any] | None = None) -> Collected:
    return collect(folder / "in", exam, KEY, ROSTER, H.ids(exam), received or {})


def said_by(exam: Exam, folder: Path, who: Student = MINA, **more: Any) -> dict[str, Any]:
    """work.json of an honest student, with what the student would rather have said."""
    said: dict[str, Any] = json.loads(unpacked(H.hand_in(exam, folder / "honest", who, 30).read_bytes(), "w")["work.json"])
    shutil.rmtree(folder / "honest")
    return said | more


def forged(exam: Exam, folder: Path, name: str, who: Student = MINA, **more: Any) -> Path:
    """A file with a right signature, by a student who has read gradekit's source and says what is not so."""
    said = said_by(exam, folder, who, **more)
    said.pop("schema")
    files = {each["name"]: b"" for each in said["files"]}
    said["files"] = [each | {"sha256": "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855"} for each in said["files"]]
    path = folder / "in" / name
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(pack_work(said, files, student_key(KEY, who.id)))
    return path


# --- archives ---


def lzma_bomb() -> bytes:
    """An entry that asks for a dictionary of four gigabytes, and one that is no LZMA at all."""
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w") as archive:
        archive.writestr(zipfile.ZipInfo("work.json"), b"\x09\x04\x05\x00\x5d\xff\xff\xff\xff" + b"\0" * 64)
    return buffer.getvalue().replace(b"\x00\x00\x00\x00\x00\x00!\x00", b"\x00\x00\x0e\x00\x00\x00!\x00")


def lzma_broken() -> bytes:
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w", zipfile.ZIP_LZMA) as archive:
        archive.writestr("work.json", b"x" * 2000)
    content = bytearray(buffer.getvalue())
    content[39 + 9 + 2 : 39 + 30] = b"\xa5" * 19
    return bytes(content)


@pytest.mark.parametrize("content", [lzma_bomb(), lzma_broken()])
def test_other_compressions_are_not_even_begun(content: bytes) -> None:
    with pytest.raises(UsageError):
        unpacked(content, "x")


def test_a_long_list_is_not_read() -> None:
    """A list of half a million entries is as many objects before any of them is looked at."""
    entry = b"PK\x01\x02" + b"\x14\x00" * 2 + bytes(38)
    many = entry * 200_000
    end = b"PK\x05\x06" + bytes(4) + b"\xff\xff\xff\xff" + len(many).to_bytes(4, "little") + bytes(4) + bytes(2)
    tracemalloc.start()
    try:
        with pytest.raises(UsageError, match="more than 2000 files"):
            unpacked(many + end, "x")
        assert tracemalloc.get_traced_memory()[1] < 20_000_000
    finally:
        tracemalloc.stop()


def test_an_archive_inside_a_paper_is_no_long_list() -> None:
    inner = packed({f"f{number}": b"" for number in range(1500)})
    assert unpacked(packed({"a": inner}), "x")["a"] == inner


# --- work that was made up ---


def test_a_signature_of_odd_bytes(exam: Exam, tmp_path: Path) -> None:
    path = H.hand_in(exam, tmp_path, MINA, 30)
    files = unpacked(path.read_bytes(), "w")
    for number, signature in enumerate((b"\xff\xfe", "서명".encode(), b"", b"\0" * 64)):
        (tmp_path / f"in/{number}.work").write_bytes(packed(files | {"signature": signature}))
    found = gathered(exam, tmp_path)
    assert len(found.arrivals) == 1 and len(found.rejected) == 4
    assert all("signature is wrong" in each.reason.en for each in found.rejected)


@pytest.mark.parametrize(
    "more",
    [
        {"started": "9999-12-31T23:59:59+00:00"},
        {"started": "0001-01-01T00:00:00+14:00"},
        {"packed": "0001-01-01T00:00:00+23:59"},
        {"packed": "9999-12-31T23:59:59-23:59"},
        {"packed": 1e300},
        {"packed": 253402300799},
        {"log": [{"what": "start", "at": "9999-12-31T23:59:59+00:00"}]},
        {"attempt": 10**30},
        {"attempt": 0},
        {"student": "s1\0"},
        {"missing": ["\x1b[2J"] * 1001},
    ],
)
def test_values_that_nobody_can_reckon_with(exam: Exam, tmp_path: Path, more: dict[str, Any]) -> None:
    """Each has a right signature. None stops the grading of the others."""
    forged(exam, tmp_path, "x.work", **more)
    H.hand_in(exam, tmp_path, SOL, 30)
    record = grade_exam(H.grading(exam, tmp_path))
    assert [each.id for each in record.students if not each.absent] == ["s2"] and len(record.rejected) == 1
    pages = dict(render_exam(record, Released(True)))
    assert "\x1b" not in "".join(map(str, pages.values()))


def test_a_name_spelt_in_pieces_is_the_same_student(root: Path, tmp_path: Path) -> None:
    """Whoever signs for their own id in decomposed Hangul was accepted, and then nowhere."""
    loaded = load_exam(root / "exams/final", root)
    student = Student("김민아", "김민아")
    path = H.hand_in(loaded, tmp_path, student, 30)
    files = unpacked(path.read_bytes(), "w")
    said = json.loads(files["work.json"]) | {"student": "\u1100\u1175\u11b7\u1106\u1175\u11ab\u110b\u1161"}
    said.pop("schema")
    bodies = {name.removeprefix("files/"): body for name, body in files.items() if name.startswith("files/")}
    path.write_bytes(pack_work(said, bodies, student_key(KEY, student.id)))
    roster = Roster((student,))
    found = collect(tmp_path / "in", loaded, KEY, roster, {student.id: (said["paper"],)}, {})
    assert [each.student for each in found.arrivals] == [student.id]


def test_nothing_else_lies_in_a_work_file(exam: Exam, tmp_path: Path) -> None:
    path = H.hand_in(exam, tmp_path, MINA, 30)
    files = unpacked(path.read_bytes(), "w")
    path.write_bytes(packed(files | {"files/extra.bin": bytes(1000)}))
    big = json.loads(files["work.json"])
    assert read_work(packed(files), "w").as_packed
    for content, words in (
        (path.read_bytes(), "extra.bin"),
        (packed({"work.json": b'{"schema": "gradekit.work/1", "a": "' + b"a" * 5_000_000 + b'"}'}), "larger than"),
        (packed({"work.json": b"[" * 100_000}), "no JSON"),
        (packed({"a": bytes(40_000_000)}), "unpacks to more"),
    ):
        with pytest.raises(UsageError, match=words):
            read_work(content, "w")
    assert big["student"] == "s1"


def test_answers_are_as_large_as_answers(exam: Exam, tmp_path: Path) -> None:
    """A zip of zeros is small; what is in it is kept for the whole class at once."""
    said = said_by(exam, tmp_path)
    said.pop("schema")
    body = bytes(20_000_000)
    said["files"] = [
        {"name": "x.py", "part": "tiny_array", "bytes": 1, "sha256": __import__("hashlib").sha256(body).hexdigest(), "changed": True}
    ]
    with pytest.raises(UsageError, match="not as it was packed"):
        read_work(pack_work(said, {"x.py": body}, student_key(KEY, "s1")), "w")


def test_parts_of_no_paper_are_left_out(exam: Exam, tmp_path: Path) -> None:
    names = ["tiny_array", "own_a", "own_b", "own_c", "essay", "tiny_model", "../../x", "__proto__"]
    said = said_by(exam, tmp_path)
    said.pop("schema")
    sha = __import__("hashlib").sha256(b"x").hexdigest()
    said["files"] = [{"name": f"f{n}", "part": name, "bytes": 1, "sha256": sha, "changed": True} for n, name in enumerate(names)]
    (tmp_path / "in").mkdir(parents=True, exist_ok=True)
    (tmp_path / "in/x.work").write_bytes(pack_work(said, {f"f{n}": b"x" for n in range(len(names))}, student_key(KEY, "s1")))
    [arrival] = gathered(exam, tmp_path).arrivals
    assert set(arrival.handed.files) == {"tiny_array", "own_a", "own_b", "own_c", "essay"}
    record = grade_exam(H.grading(exam, tmp_path))
    drawn = {each.name for each in drawn_parts(exam, KEY, "s1")}
    assert {row["exercise"] for row in record.students[0].attempts[0].rows} == drawn
    assert {path.name for path in (tmp_path / "out/work").rglob("*.py")} == {f"{name}.py" for name in drawn}


def test_made_up_times_make_up_no_attempts(exam: Exam, tmp_path: Path) -> None:
    """A token bucket that fills with the years, and a clock that says them."""
    policy = exam.file.attempts.model_copy(update={"every_minutes": 30.0, "most": 1, "counts": "best"})
    generous = Exam(exam.folder, exam.file.model_copy(update={"attempts": policy}), exam.course)
    for year in range(2001, 2012):
        forged(generous, tmp_path, f"{year}.work", packed=f"{year}-01-01T00:00:00+00:00", started=f"{year}-01-01T00:00:00+00:00")
    record = grade_exam(H.grading(generous, tmp_path))
    assert sum(each.counts for each in record.students[0].attempts) == 1
    assert all(each.at >= OPENS for each in record.students[0].attempts)


def test_work_over_the_limit_is_listed_and_not_judged(exam: Exam, tmp_path: Path) -> None:
    for number in range(70):
        forged(exam, tmp_path, f"{number}.work", attempt=number + 1)
    record = grade_exam(H.grading(exam, tmp_path))
    mina = record.students[0]
    assert len(mina.attempts) == 54 and sum(each.counts for each in mina.attempts) == 2
    assert len(record.rejected) == 16 and "too many" in record.rejected[0].reason.en
    assert sum(bool(each.rows) for each in mina.attempts) == 2
    assert len(list((tmp_path / "out/work").iterdir())) == 1


# --- somebody else's row ---


def rewrapped(content: bytes) -> bytes:
    """The same work in another archive: other hash, same signature."""
    files = unpacked(content, "w")
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w", zipfile.ZIP_STORED) as archive:
        for name, body in files.items():
            archive.writestr(name, body)
    return buffer.getvalue()


@pytest.mark.parametrize("copied", [bytes, rewrapped, lambda content: content + b"junk"])
@pytest.mark.parametrize("arrivals", [False, True])
def test_a_copy_of_another_s_work_changes_nothing(exam: Exam, tmp_path: Path, copied: Callable[[bytes], bytes], arrivals: bool) -> None:
    """Whoever finds Mina's file in the shared folder hands it in again: late, early in the alphabet, many times."""
    path = H.hand_in(exam, tmp_path, MINA, 30)
    times = {"s1/" + path.name: OPENS + timedelta(minutes=31)}
    honest = grade_exam(H.grading(exam, tmp_path, received=times if arrivals else {}))
    for number in range(3):
        copy = tmp_path / f"in/a{number}/{path.name}"
        copy.parent.mkdir()
        copy.write_bytes(copied(path.read_bytes()))
        times[f"a{number}/{path.name}"] = OPENS + timedelta(minutes=200)
    attacked = grade_exam(H.grading(exam, tmp_path, received=times if arrivals else {}))
    if copied is bytes:  # then nothing tells them apart but where they lie
        honest = honest.model_copy(deep=True)
        for record in (honest, attacked):
            for each in record.students[0].attempts:
                object.__setattr__(each, "file", "")
    assert attacked.students == honest.students
    assert len(attacked.rejected) == 3 and all("same file as" in each.reason.en for each in attacked.rejected)


def test_nobody_takes_the_time_of_another_s_file(exam: Exam, tmp_path: Path) -> None:
    """The list names files without folders, and a name can be chosen."""
    mina = H.hand_in(exam, tmp_path, MINA, 30)
    late = H.hand_in(exam, tmp_path, SOL, 100)
    late.rename(late.with_name(mina.name))
    found = gathered(exam, tmp_path, {mina.name: OPENS + timedelta(minutes=31)})
    at = {each.student: (each.known, each.at) for each in found.arrivals}
    assert at == {"s1": (True, OPENS + timedelta(minutes=31)), "s2": (False, OPENS + timedelta(minutes=100))}


def test_a_file_that_arrived_twice_in_the_list(tmp_path: Path) -> None:
    (tmp_path / "a.csv").write_text("file;received\nx.work;2026-10-20T10:20:00+09:00\nx.work;2026-10-20T12:20:00+09:00\n", "utf-8")
    with pytest.raises(UsageError, match=r"row 3: x\.work was received at another time above"):
        read_arrivals(tmp_path / "a.csv")


def test_a_list_of_arrivals_as_excel_saves_it(exam: Exam, tmp_path: Path) -> None:
    path = H.hand_in(exam, tmp_path, MINA, 50)
    (tmp_path / "in/s1").rename(tmp_path / "in/\u1100\u1175\u11b7")  # as a Mac spells a folder
    (tmp_path / "a.csv").write_bytes(f"file;received\r\n김\\{path.name};2026-10-20T10:20:00+09:00\r\n".encode("cp949"))
    [arrival] = gathered(exam, tmp_path, read_arrivals(tmp_path / "a.csv")).arrivals
    assert arrival.known
    (tmp_path / "a.csv").write_text(f"file,received\n{path.name},0001-01-01T00:00:00+09:00\n", "utf-8")
    with pytest.raises(UsageError, match="row 2"):
        read_arrivals(tmp_path / "a.csv")


def test_a_clock_that_is_behind_is_remarked_on(exam: Exam, tmp_path: Path) -> None:
    """An honest student whose clock is slow is late by arrival alone, and somebody should look."""
    path = H.hand_in(exam, tmp_path, MINA, 50)
    [arrival] = gathered(exam, tmp_path, {path.name: OPENS + timedelta(minutes=125)}).arrivals
    assert [each.en for each in arrival.remarks] == [
        "arrived 1 h 15 min after it was packed: handed in late, or the student's clock is behind"
    ]
    assert gathered(exam, tmp_path, {path.name: OPENS + timedelta(minutes=55)}).arrivals[0].remarks == ()


def test_no_two_students_files_have_one_name() -> None:
    ids = ["컴공-001", "전자-001", "001", "a.b", "a-b", "A-B", "a b", "é", "e", "x" * 41, "x" * 42, "김", "이"]
    names = {work_name("final", each, 1).lower() for each in ids}
    assert len(names) == len(ids) and work_name("final", "20260001", 2) == "final-20260001-2.work"


def test_whatever_became_of_the_name(exam: Exam, tmp_path: Path) -> None:
    """A work file is found whatever was added to its name, and what cannot be read is named."""
    path = H.hand_in(exam, tmp_path, MINA, 30)
    files = [H.hand_in(exam, tmp_path, student, 30) for student in ROSTER.students[1:5]]
    for each, name in zip(files, ("A.WORK", "b.work.zip", "c.work.txt", "d (1).work"), strict=True):
        each.rename(tmp_path / "in" / name)
    deep = tmp_path / "in/1/2/3/4/5"
    deep.mkdir(parents=True)
    shutil.copy(path, deep)
    (tmp_path / "in/folder.work").mkdir()
    (tmp_path / "in/link.work").symlink_to(tmp_path / "in/s1")
    (tmp_path / "in/s1/loop.work").symlink_to("loop.work")
    os.mkfifo(tmp_path / "in/pipe.work")
    (tmp_path / "in/my.workbook.xlsx").write_bytes(b"PK")
    (tmp_path / "in/final-s1-1.receipt.txt").write_text("a receipt", "utf-8")
    (tmp_path / "in/s1/final-s1-1.bin").write_bytes(b"PK")
    (tmp_path / "in/.DS_Store").write_bytes(b"")
    found = gathered(exam, tmp_path)
    assert [each.student for each in found.arrivals] == ["s1", "s2", "s3", "s4", "s5"]
    reasons = {each.file: each.reason for each in found.rejected}
    no_work = {"my.workbook.xlsx", "final-s1-1.receipt.txt", "s1/final-s1-1.bin"}
    assert set(reasons) == {"folder.work", "link.work", "s1/loop.work", "pipe.work", "1/2/3/4/5"} | no_work
    assert "no .work in its name" in reasons["s1/final-s1-1.bin"].en and "접수증" in reasons["final-s1-1.receipt.txt"].ko
    assert "4 folders down" in reasons["1/2/3/4/5"].en and "폴더" in reasons["folder.work"].ko


def test_reasons_are_in_both_languages(exam: Exam, tmp_path: Path) -> None:
    path = H.hand_in(exam, tmp_path, MINA, 30)
    files = unpacked(path.read_bytes(), "w")
    for number, content in enumerate((b"", b"PK", packed({"a": b""}), packed(files | {"files/essay/answer.md": b"other"}))):
        (tmp_path / f"in/{number}.work").write_bytes(content)
    for each in gathered(exam, tmp_path).rejected:
        assert any("가" <= character <= "힣" for character in each.reason.ko), each
        assert "\n" not in each.reason.en + each.reason.ko


def test_a_blind_report_names_no_copy(exam: Exam, tmp_path: Path) -> None:
    path = H.hand_in(exam, tmp_path, Student("s1", "김민아"), 30)
    (tmp_path / "in/zz").mkdir()
    shutil.copy(path, tmp_path / "in/zz/copy.work")
    roster = Roster((Student("s1", "김민아"), SOL))
    record = grade_exam(H.grading(exam, tmp_path, roster=roster)).model_copy(update={"blind": True})
    before = str(dict(render_exam(record, Released()))["report.html"])
    assert "s1" not in before.split("</style>")[1] and path.name not in before and pseudonym(KEY, "s1") in before
    assert path.name in str(dict(render_exam(record, Released(True)))["report.html"])


HOSTILE = ("<script>alert(1)</script>", "\x1b[31mred\x1b[0m", "\u202eevil", '=HYPERLINK("http://x")', "a\0b", "💥" * 200, "'\"><img src=x>")


@pytest.mark.parametrize("name", HOSTILE)
def test_hostile_names_reach_nothing(exam: Exam, tmp_path: Path, name: str) -> None:
    """Of students, of files and in answers, through every page and table."""
    student = Student("s1", name)
    sitting = H.begin(exam, tmp_path / "sit", student)
    (sitting.folder / "tiny_array/tiny_array.py").write_text(f"print({name!r})\nraise ValueError({name!r})\n", "utf-8")
    (sitting.folder / "essay/answer.md").write_text(name, "utf-8")
    done = pack(sitting, OPENS + timedelta(minutes=20), tmp_path / "in")
    assert not any(sign in (sitting.folder / "README.md").read_text("utf-8") for sign in ("\x1b", "\u202e", "\0"))
    shutil.copy(done.path, tmp_path / "in" / (name.replace("/", "∕").replace("\0", "")[:40] + ".work"))
    (tmp_path / "in/\udcff\x1b[2J.work").write_bytes(b"")
    roster = Roster((student, SOL))
    record = grade_exam(H.grading(exam, tmp_path, roster=roster))
    begin_manual(tmp_path / "m.csv", exam, roster)
    write_record(tmp_path / "out", record)
    for released in (Released(), Released(True)):
        write_pages(tmp_path / "out", record, released, None)
        for path in [tmp_path / "m.csv", *(each for each in (tmp_path / "out").rglob("*") if each.suffix in (".html", ".csv", ".json"))]:
            text = path.read_bytes().decode("utf-8")
            assert not any(sign in text for sign in ("\x1b", "\u202e", "\0")) or path.suffix == ".json", path
            body = text.split("</style>")[-1]
            assert path.suffix != ".html" or ("<script>alert" not in body and "<img src=x" not in body)
            if path.suffix == ".csv":
                cells = [cell for row in csv.reader(io.StringIO(text.removeprefix("\ufeff"))) for cell in row]
                assert not [cell for cell in cells if cell[:1] in ("=", "@") or (cell[:1] in "+-" and not cell[1:2].isdigit() and cell[:1])]


# --- papers from strangers ---


def edited(exam: Exam, change: Callable[[dict[str, Any]], None]) -> bytes:
    """A paper that somebody who knows how made for somebody else to open."""
    files = unpacked(H.paper_of(exam), "p")
    manifest = json.loads(files["paper.json"])
    change(manifest)
    manifest["id"] = _identity(manifest)
    return packed(files | {"paper.json": json.dumps(manifest).encode()})


@pytest.mark.parametrize(
    "more",
    [
        {"exam": "../../escaped"},
        {"exam": "/tmp/escaped"},
        {"exam": "con\x1b[2J"},
        {"exam": ".."},
        {"duration_seconds": 1e300},
        {"duration_seconds": -5},
        {"opens": "0001-01-01T00:00:00+14:00"},
        {"key": "0"},
        {"parts": []},
        {"attempts": {"most": 2, "every_minutes": 1e-300, "counts": "last"}},
        {"late": {"grace_minutes": 1e300}},
    ],
)
def test_a_paper_that_leads_elsewhere_is_not_opened(exam: Exam, tmp_path: Path, more: dict[str, Any]) -> None:
    body = edited(exam, lambda manifest: manifest.update(more))
    with pytest.raises(UsageError) as caught:
        start(body, "p", tmp_path / "desk/deep", OPENS, "en")
    assert "\n" not in str(caught.value)
    assert not (tmp_path / "desk").exists() and not list(tmp_path.glob("*escaped*"))


def test_a_paper_s_words_steer_no_terminal(exam: Exam, tmp_path: Path) -> None:
    evil = {"en": "\x1b]0;x\x07a\u202e", "ko": "\x1b[2J"}
    body = edited(exam, lambda manifest: manifest.update(title=evil, honour=evil, name="\x1b[2J"))
    sitting = start(body, "p", tmp_path, OPENS, "en")
    text = (sitting.folder / "README.md").read_text("utf-8") + sitting.manifest.title.text.en
    assert "\x1b" not in text and "\u202e" not in text and "\\x1b" in text
    done = pack(sitting, OPENS, tmp_path / "out")
    assert "\x1b" not in H.receipt(sitting.manifest, done, "ko")


# --- exam.toml ---


@pytest.mark.parametrize(
    ("old", "new", "words"),
    [
        ("duration_minutes = 60", "duration_minutes = inf", "duration_minutes: got inf"),
        ("duration_minutes = 60", "duration_minutes = 1e300", "duration_minutes: got 1e+300"),
        ("duration_minutes = 60", "duration_minutes = nan", "duration_minutes: got nan"),
        ("per_minutes = 10", "per_minutes = 1e-9", "late.per_minutes: got 1e-09"),
        ("per_minutes = 10", "grace_minutes = inf", "late.grace_minutes: got inf"),
        ("most = 2", "most = 2\nevery_minutes = 1e-12", "attempts.every_minutes: got 1e-12"),
        ("[attempts]", "[grades]\nround_to = 1e-30\n[attempts]", "grades.round_to: got 1e-30"),
        ("[attempts]", "[grades]\nscale_to = inf\n[attempts]", "grades.scale_to: got inf"),
        ("[attempts]", "[grades]\nletters = { A = nan }\n[attempts]", "grades.letters.A: got nan"),
        ("2026-10-20T12:00:00+09:00", "9999-12-31T23:59:59-09:00", "2000 to 2199"),
    ],
)
def test_numbers_that_no_clock_can_reckon_with(root: Path, old: str, new: str, words: str) -> None:
    path = root / "exams/final/exam.toml"
    assert old in H.EXAM
    path.write_text(H.EXAM.replace(old, new, 1), "utf-8")
    with pytest.raises(CourseError) as caught:
        load_exam(path.parent, root)
    assert words in str(caught.value) and "\n" not in str(caught.value)


def test_an_exam_as_windows_saves_it(root: Path, exam: Exam, tmp_path: Path) -> None:
    """Neither a byte order mark nor other line ends make another paper of it."""
    before = {student: paper.manifest.id for student, paper in papers_of(exam, KEY, ROSTER).items()}
    path = root / "exams/final/exam.toml"
    path.write_bytes(b"\xef\xbb\xbf" + path.read_text("utf-8").replace("\n", "\r\n").encode())
    again = load_exam(path.parent, root)
    assert {student: paper.manifest.id for student, paper in papers_of(again, KEY, ROSTER).items()} == before


def test_an_accommodation_finds_its_student_however_it_is_composed(root: Path) -> None:
    path = root / "exams/final/exam.toml"
    path.write_text(H.EXAM + '\n[[accommodations]]\nstudent = "\u1100\u1161"\nextra_time = 2\n', "utf-8")
    loaded = load_exam(path.parent, root)
    assert loaded.accommodation("가") is not None
    assert not list(static_problems(loaded, Roster((Student("가", "가"),))))


# --- one folder, two exams; people who come and go ---


@pytest.fixture
def record(exam: Exam, tmp_path: Path) -> ExamRecord:
    H.hand_in(exam, tmp_path, MINA, 30)
    H.hand_in(exam, tmp_path, SOL, 40)
    return grade_exam(H.grading(exam, tmp_path))


def test_another_exam_s_release_releases_nothing(exam: Exam, record: ExamRecord, tmp_path: Path) -> None:
    write_record(tmp_path / "out", record.model_copy(update={"exam": "quiz1"}))
    release(tmp_path / "out", record, (), unmarked=True)
    with pytest.raises(UsageError, match="holds the exam 'quiz1'"):
        grade_exam(H.grading(exam, tmp_path))
    (tmp_path / "out/exam.json").write_text("damaged", "utf-8")
    grade_exam(H.grading(exam, tmp_path))


def test_who_leaves_leaves_no_page(exam: Exam, record: ExamRecord, tmp_path: Path) -> None:
    out = tmp_path / "out"
    (out / "students").mkdir()
    (out / "students/notes.html").write_text("mine", "utf-8")
    write_pages(out, record, Released(True), None)
    assert len(list((out / "students").glob("s1-*"))) == 1
    fewer = grade_exam(H.grading(exam, tmp_path, roster=Roster(ROSTER.students[1:])))
    assert [each.reason.en for each in fewer.rejected] == ["is by s1, who is not on the roster"]
    write_pages(out, fewer, Released(True), None)
    assert not list((out / "students").glob("s1-*")) and (out / "students/notes.html").exists()
    more = Roster((*ROSTER.students, Student("late", "전학생")))
    hand_out(exam, papers_of(exam, KEY, ROSTER), tmp_path / "papers", None)
    H.hand_in(exam, tmp_path, more.students[-1], 50)
    joined = grade_exam(H.grading(exam, tmp_path, roster=more, ledger=read_ledger(tmp_path / "papers")))
    assert not joined.students[-1].absent and joined.students[-1].mark.before == 70


def test_an_extension_after_the_release_shows_at_once(root: Path, exam: Exam, tmp_path: Path) -> None:
    H.hand_in(exam, tmp_path, MINA, 75)
    first = grade_exam(H.grading(exam, tmp_path))
    release(tmp_path / "out", first, (), unmarked=True)
    path = root / "exams/final/exam.toml"
    path.write_text(H.EXAM + '\n[[accommodations]]\nstudent = "s1"\nextra_time = 1.5\n', "utf-8")
    later = grade_exam(H.grading(load_exam(path.parent, root), tmp_path))
    write_pages(tmp_path / "out", later, read_released(tmp_path / "out"), None)
    assert (first.students[0].mark.after, later.students[0].mark.after) == (35, 70)
    assert "on time" in next((tmp_path / "out/students").glob("s1-*")).read_text("utf-8")


def test_one_wrong_clock_is_not_the_class_s_time(exam: Exam, tmp_path: Path) -> None:
    forged(exam, tmp_path, "x.work", started="2001-01-01T00:00:00+00:00")
    forged(exam, tmp_path, "y.work", SOL, packed="2150-01-01T00:00:00+00:00")
    record = grade_exam(H.grading(exam, tmp_path))
    _, taken = sheets(record)
    assert {each.student: each.seconds for each in taken} == {"s1": 1800, "s2": None}


# --- the instructor's file ---


@pytest.mark.parametrize(
    "encode",
    [lambda text: text.encode("cp949"), lambda text: text.encode("utf-16"), lambda text: text.replace(",", ";").encode("utf-8-sig")],
)
def test_a_manual_file_as_excel_saves_it(exam: Exam, tmp_path: Path, encode: Callable[[str], bytes]) -> None:
    (tmp_path / "m.csv").write_bytes(encode("student,part,points,comment,by,when,why\r\ns1,essay,7,좋습니다,박 교수,,\r\n"))
    [line] = read_manual(tmp_path / "m.csv", exam, ROSTER)
    assert (line.student, line.points, line.comment) == ("s1", 7, "좋습니다")


def test_a_manual_file_of_those_who_left(exam: Exam, tmp_path: Path) -> None:
    """Lines that nobody filled in say nothing; one that somebody did must not be lost without a word."""
    begin_manual(tmp_path / "m.csv", exam, Roster((*ROSTER.students, Student("gone", "x"))))
    assert read_manual(tmp_path / "m.csv", exam, ROSTER) == ()
    with (tmp_path / "m.csv").open("a", encoding="utf-8") as file:
        file.write("gone,essay,3,,,,\r\n")
    with pytest.raises(UsageError, match="'gone' is not on the roster; remove the row"):
        read_manual(tmp_path / "m.csv", exam, ROSTER)
    (tmp_path / "m.csv").write_text("학생,과제,점수\ns1,essay,3\n", "utf-8")
    with pytest.raises(UsageError, match="no columns student, part and points"):
        read_manual(tmp_path / "m.csv", exam, ROSTER)


def test_who_grades_blind_marks_by_pseudonym(exam: Exam, tmp_path: Path) -> None:
    blind = Exam(exam.folder, exam.file.model_copy(update={"blind": True}), exam.course)
    begin_manual(tmp_path / "m.csv", blind, ROSTER, KEY)
    text = (tmp_path / "m.csv").read_text("utf-8-sig")
    names = [row.split(",")[0] for row in text.splitlines()[1:]]
    assert names == sorted(pseudonym(KEY, each.id) for each in ROSTER.students)
    (tmp_path / "m.csv").write_text(text.replace(f"{pseudonym(KEY, 's1')},essay,", f"{pseudonym(KEY, 's1')},essay,9"), "utf-8")
    assert [(each.student, each.points) for each in read_manual(tmp_path / "m.csv", blind, ROSTER, KEY)] == [("s1", 9)]


# --- a student's machine ---


def test_a_log_that_was_cut_short(exam: Exam, tmp_path: Path) -> None:
    """The machine died while it wrote: the next line does not become part of the ruin."""
    sitting = H.begin(exam, tmp_path)
    log = sitting.folder / ".gradekit-exam/log.jsonl"
    with log.open("a", encoding="utf-8") as file:
        file.write('{"what": "submi')
    again = find_sitting(sitting.folder)
    assert again is not None
    pack(again, OPENS + timedelta(minutes=5), tmp_path / "out")
    third = find_sitting(sitting.folder)
    assert third is not None and len(third.attempts) == 1 and third.edited
    log.write_text(log.read_text("utf-8") + '{"what": "submit", "at": "2026-10-20T03:00:00Z", "seal": "\\ud800"}\n', "utf-8")
    fourth = find_sitting(sitting.folder)
    assert fourth is not None and fourth.edited


def test_a_file_from_the_year_40000(exam: Exam, tmp_path: Path) -> None:
    sitting = H.begin(exam, tmp_path)
    os.utime(sitting.folder / "tiny_array/tiny_array.py", (1.2e12, 1.2e12))
    assert all(each.problem is None for each in status(sitting, OPENS).parts)


def test_problems_are_told_in_korean(exam: Exam, tmp_path: Path) -> None:
    sitting = H.begin(exam, tmp_path)
    (sitting.folder / "essay/answer.md").unlink()
    H.run("exam", "status", sitting.folder, "--lang", "ko")
    assert "파일이 없습니다" in H.run("exam", "status", sitting.folder, "--lang", "ko")
    assert "is not there" in H.run("exam", "status", sitting.folder, "--json")


def test_a_korean_user_with_blanks(exam: Exam, tmp_path: Path) -> None:
    """Starts in a folder with blanks, starts again, moves it away, deletes a file, submits from below it, after the end."""
    desk = tmp_path / "내 문서/중간 시험 (1)"
    sitting = H.begin(exam, desk)
    assert H.begin(exam, desk, after=30).started == sitting.started
    moved = tmp_path / "바탕 화면/옮긴 것"
    moved.parent.mkdir()
    sitting.folder.rename(moved)
    (moved / "README.md").unlink()
    shutil.rmtree(moved / "essay")
    again = find_sitting(moved / "tiny_array/nothing/here")
    assert again is not None
    done = pack(again, OPENS + timedelta(hours=30), moved)
    assert done.missing == ("essay",) and done.late_by > timedelta(hours=20)
    assert open_paper((moved / ".gradekit-exam/paper.zip").read_bytes(), "p").manifest.student == "s1"


# --- what an instructor is told ---


def test_written_answers_can_be_read_and_marked(exam: Exam, record: ExamRecord, tmp_path: Path) -> None:
    """On a page of their own, by the names of manual.csv; blind by pseudonym, and nothing of it on a student's page."""
    write_pages(tmp_path / "out", record, Released(), None)
    page = (tmp_path / "out/marking.html").read_text("utf-8")
    assert page.count("Because.") == 2 and "s1 · 학생 1" in page and "2 of 2 not marked yet" in page
    blind = str(dict(render_exam(record.model_copy(update={"blind": True}), Released()))["marking.html"]).split("</style>")[1]
    assert pseudonym(KEY, "s1") in blind and "s1" not in blind and "학생 1" not in blind
    assert blind.index(min(pseudonym(KEY, each) for each in ("s1", "s2"))) < blind.index(max(pseudonym(KEY, each) for each in ("s1", "s2")))
    (tmp_path / "m.csv").write_text("student,part,points,comment,by,when,why\ns1,essay,7.5,,,,\n", "utf-8")
    marked = grade_exam(H.grading(exam, tmp_path, manual=read_manual(tmp_path / "m.csv", exam, ROSTER)))
    assert "7.5 / 10" in str(dict(render_exam(marked, Released()))["marking.html"]).replace("\n", "")


def test_commands_say_what_is_likely_wrong(root: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A slip in an accommodation, no ledger, an empty folder, another secret: each would pass for a class that handed in nothing."""
    monkeypatch.setenv("GRADEKIT_SECRET", "a secret")
    path = root / "exams/final/exam.toml"
    path.write_text(H.EXAM + '\n[[accommodations]]\nstudent = "mnia"\nextra_time = 2\n', "utf-8")
    (tmp_path / "r.csv").write_text("id\nmina\n", "utf-8")
    common = ("--course", root, "--roster", tmp_path / "r.csv")
    assert "'mnia' is named in exam.toml" in H.run("exam", "hand-out", "final", *common, "--out", tmp_path / "papers")
    [paper] = (tmp_path / "papers").glob("*.paper")
    (tmp_path / "in").mkdir()
    said = H.run("exam", "grade", "final", tmp_path / "in", *common, "--out", tmp_path / "out", "--lang", "ko")
    assert "'mnia'" in said and "배포 기록이 없어" in said and "답안 파일(*.work)이 없습니다" in said
    (tmp_path / "in/readme.txt").write_text("no work", "utf-8")
    said = H.run("exam", "grade", "final", tmp_path / "in", *common, "--out", tmp_path / "out", "--lang", "ko")
    assert "채점하지 않음: readme.txt" in said and "답안 파일(*.work)이 없습니다" in said
    (tmp_path / "in/readme.txt").unlink()
    sitting = start(paper.read_bytes(), "p", tmp_path / "내 방", OPENS, "en")
    pack(sitting, OPENS, tmp_path / "in")
    assert "채점하지 않음" not in H.run("exam", "grade", "final", tmp_path / "in", *common, "--out", tmp_path / "out", "--lang", "ko")
    monkeypatch.setenv("GRADEKIT_SECRET", "another secret")
    assert "course's secret" in H.run("exam", "grade", "final", tmp_path / "in", *common, "--out", tmp_path / "out")
    said = H.run("exam", "grade", "final", tmp_path / "in", *common, "--out", tmp_path / "out", "--papers", tmp_path / "papers", code=1)
    assert "secret has changed since papers were handed out" in said


def test_a_path_with_blanks_can_be_typed(root: Path, tmp_path: Path) -> None:
    path = root / "exams/final/exam.toml"
    path.write_text(H.EXAM.replace("2026-10-20T10", "2001-10-20T10").replace("2026-10-20T12", "2100-10-20T12"), "utf-8")
    (tmp_path / "x.paper").write_bytes(H.paper_of(load_exam(path.parent, root)))
    said = H.run("exam", "start", tmp_path / "x.paper", "--to", tmp_path / "내 문서", "--accept")
    assert f'gradekit submit "{tmp_path}/내 문서/final"' in said


def test_another_secret_is_another_exam(root: Path, tmp_path: Path) -> None:
    """Also where nothing is drawn: else every signature would be wrong, and nobody would know why."""
    path = root / "exams/final/exam.toml"
    plain = H.EXAM[: H.EXAM.index("[[parts]]\npool")] + H.EXAM[H.EXAM.index("[[written]]") :]
    path.write_text(plain, "utf-8")
    loaded = load_exam(path.parent, root)
    hand_out(loaded, papers_of(loaded, KEY, ROSTER), tmp_path / "papers", None)
    (tmp_path / "in").mkdir()
    other = H.exam_key(b"another", "minicourse", "final")
    with pytest.raises(Refusal, match="6 would differ"):
        grade_exam(H.grading(loaded, tmp_path, key=other, ledger=read_ledger(tmp_path / "papers")))
