"""Submissions are found and read without trusting any of what students hand in."""

import os
import pickle
import socket
import sys
import threading
from collections.abc import Iterator
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from gradekit.course import Course, load_course
from gradekit.errors import CourseError, UnknownExercise, UsageError
from gradekit.intake import Kind, Missing, Refused, Source, Submission, files, read, scan, single
from gradekit.intake.files import SOURCE_BYTES
from gradekit.intake.reading import decoded

posix = pytest.mark.skipif(sys.platform == "win32", reason="file names are bytes, and links and pipes are at hand, on POSIX only")

EXERCISES = ("alpha_one", "beta_two", "gamma_three")


@pytest.fixture
def course(tmp_path: Path) -> Course:
    root = tmp_path / "course"
    listed = ", ".join(f'"{name}"' for name in (*EXERCISES, "broken_one"))
    words = '{ en = "a", ko = "가" }'
    (root / "exercises" / "broken_one").mkdir(parents=True)
    (root / "course.toml").write_text(
        f'format_version = 1\nname = "mini"\ntitle = {words}\n[[units]]\nid = 1\ntitle = {words}\nexercises = [{listed}]\n', "utf-8"
    )
    for name in EXERCISES:
        folder = root / "exercises" / name
        folder.mkdir()
        (folder / "exercise.toml").write_text(
            f'format_version = 1\nname = "{name}"\nkind = "code"\nruntime = "numpy"\npoints = 1\nexports = ["f(x)"]\n'
            f"title = {words}\nsummary = {words}\npolicy = {{ by_hand = true }}\n",
            "utf-8",
        )
    return load_course(root)


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    path = tmp_path / "submissions"
    path.mkdir()
    return path


def hand_in(folder: Path, student: str, name: str, content: bytes = b"x = 1\n") -> Path:
    path = folder / student / name
    path.parent.mkdir(exist_ok=True)
    path.write_bytes(content)
    return path


def rows(found: tuple[Submission, ...]) -> list[tuple[str, str, str]]:
    return [(each.student, each.exercise, each.kind.value) for each in found]


def test_one_row_for_each_student_and_exercise_handed_in(folder: Path, course: Course) -> None:
    """Sorted by student, then in the course's order; what nobody handed in has no rows."""
    hand_in(folder, "lee", "gamma_three.py")
    hand_in(folder, "kim", "gamma_three.py")
    hand_in(folder, "kim", "alpha_one.py")
    (folder / "park").mkdir()
    found = scan(folder, course)
    assert rows(found.submissions) == [
        ("kim", "alpha_one", "file"),
        ("kim", "gamma_three", "file"),
        ("lee", "alpha_one", "missing"),
        ("lee", "gamma_three", "file"),
        ("park", "alpha_one", "missing"),
        ("park", "gamma_three", "missing"),
    ]
    assert found.ignored == ()
    assert read(found.submissions[0]) == Source("alpha_one.py", "x = 1\n")
    assert isinstance(read(found.submissions[2]), Missing)


def test_exercises_asked_for_by_name(folder: Path, course: Course) -> None:
    """Only these, whether or not anybody handed them in; the files of other exercises are left out without a word."""
    hand_in(folder, "kim", "alpha_one.py")
    found = scan(folder, course, ["gamma_three", "beta_two"])
    assert rows(found.submissions) == [("kim", "beta_two", "missing"), ("kim", "gamma_three", "missing")]
    assert found.ignored == ()
    with pytest.raises(UnknownExercise):
        scan(folder, course, ["alpha"])
    with pytest.raises(CourseError):
        scan(folder, course, ["broken_one"])


def test_names_that_are_not_graded(folder: Path, course: Course) -> None:
    hand_in(folder, "kim", "alpha_one.py")
    hand_in(folder, "kim", "notes.txt")
    hand_in(folder, "kim", "Alpha_one.py")
    hand_in(folder, "kim", "alpha_one.py.bak")
    hand_in(folder, "kim", ".hidden.py")
    hand_in(folder, ".git", "alpha_one.py")
    (folder / "kim" / "__pycache__").mkdir()
    (folder / "alpha_one.py").write_text("")
    found = scan(folder, course)
    assert rows(found.submissions) == [("kim", "alpha_one", "file")]
    assert found.ignored == ("alpha_one.py", "kim/Alpha_one.py", "kim/__pycache__/", "kim/alpha_one.py.bak", "kim/notes.txt")


def test_work_on_a_broken_exercise_is_told(folder: Path, course: Course) -> None:
    hand_in(folder, "kim", "alpha_one.py")
    hand_in(folder, "kim", "broken_one.py")
    found = scan(folder, course)
    assert rows(found.submissions) == [("kim", "alpha_one", "file")]
    assert found.ignored == ("kim/broken_one.py",)
    assert found.broken == ("broken_one",)


def test_an_empty_or_absent_folder(folder: Path, course: Course) -> None:
    assert scan(folder, course).submissions == ()
    for bad in (folder / "absent", Path(__file__)):
        with pytest.raises(UsageError, match="cannot be listed"):
            scan(bad, course)


@posix
def test_what_is_no_regular_file_is_refused(folder: Path, course: Course, tmp_path: Path) -> None:
    """A link, even to good work or to nothing, a folder, a pipe and a socket each have a row, and none is opened."""
    good = hand_in(folder, "a-good", "alpha_one.py")
    for student in ("b-link", "c-dangling", "d-folder", "e-pipe", "f-socket"):
        (folder / student).mkdir()
    (folder / "b-link" / "alpha_one.py").symlink_to(good)
    (folder / "c-dangling" / "alpha_one.py").symlink_to(tmp_path / "nothing")
    (folder / "d-folder" / "alpha_one.py").mkdir()
    os.mkfifo(folder / "e-pipe" / "alpha_one.py")
    with socket.socket(socket.AF_UNIX) as listener:
        here = Path.cwd()
        os.chdir(folder / "f-socket")  # a socket's path is limited to some hundred bytes
        try:
            listener.bind("alpha_one.py")
        finally:
            os.chdir(here)
        found = scan(folder, course).submissions
        assert [each.kind for each in found] == [Kind.FILE, Kind.LINK, Kind.LINK, Kind.FOLDER, Kind.SPECIAL, Kind.SPECIAL]
        for each in found[1:]:
            answer = read(each)
            assert isinstance(answer, Refused)
            assert "not a regular file" in answer.message.en
            assert "일반 파일이 아닙니다" in answer.message.ko
            # The same where it only became so after the scan: nothing hangs, and no link is followed.
            assert isinstance(read(Submission(each.student, each.exercise, each.path)), Refused)


@posix
def test_a_link_to_a_students_folder_is_not_followed(folder: Path, course: Course) -> None:
    good = hand_in(folder, "kim", "alpha_one.py")
    (folder / "lee").symlink_to(good.parent, target_is_directory=True)
    found = scan(folder, course)
    assert rows(found.submissions) == [("kim", "alpha_one", "file")]
    assert found.ignored == ("lee",)
    answer = read(Submission("lee", "alpha_one", folder / "lee" / "alpha_one.py"))
    assert isinstance(answer, Refused)


@posix
def test_a_hard_link_is_a_file(folder: Path, course: Course) -> None:
    good = hand_in(folder, "kim", "alpha_one.py")
    (folder / "lee").mkdir()
    os.link(good, folder / "lee" / "alpha_one.py")
    assert all(isinstance(read(each), Source) for each in scan(folder, course).submissions)


def test_what_vanished_since_the_scan_is_missing(folder: Path, course: Course) -> None:
    path = hand_in(folder, "kim", "alpha_one.py")
    (submission,) = scan(folder, course).submissions
    path.unlink()
    assert isinstance(read(submission), Missing)
    path.parent.rmdir()
    assert isinstance(read(submission), Missing)


@posix
def test_what_may_not_be_read_is_refused(folder: Path, course: Course, monkeypatch: pytest.MonkeyPatch) -> None:
    """Root may read everything, so the system's answer is stood in for."""
    hand_in(folder, "kim", "alpha_one.py")
    (submission,) = scan(folder, course).submissions
    genuine = os.open

    def denied(path: str | Path, flags: int, *, dir_fd: int | None = None) -> int:
        if str(path).endswith("alpha_one.py"):
            raise PermissionError(13, "Permission denied")
        return genuine(path, flags, dir_fd=dir_fd)

    monkeypatch.setattr(os, "open", denied)
    monkeypatch.setattr(os, "supports_dir_fd", {*os.supports_dir_fd, denied})
    answer = read(submission)
    assert isinstance(answer, Refused)
    assert "Permission denied" in answer.message.en


def test_a_folder_that_may_not_be_listed_is_refused(folder: Path, course: Course, monkeypatch: pytest.MonkeyPatch) -> None:
    """Its student is not said to have handed in nothing. Root may list every folder, so the system's answer is stood in for."""
    hand_in(folder, "kim", "alpha_one.py")
    hand_in(folder, "lee", "alpha_one.py")
    genuine = files._scandir

    def denied(path: Path) -> Iterator[tuple[bytes, Kind]]:
        if path.name == "lee":
            raise PermissionError(13, "Permission denied")
        yield from genuine(path)

    monkeypatch.setattr(files, "_scandir", denied)
    found = scan(folder, course)
    assert rows(found.submissions) == [("kim", "alpha_one", "file"), ("lee", "alpha_one", "unreadable")]
    assert isinstance(read(found.submissions[1]), Refused)


@posix
def test_names_that_are_no_utf8_are_shown_replaced_and_kept_apart(folder: Path, course: Course) -> None:
    """Two such names never become one student, nor the student who really bears the replaced name."""
    raws = [b"caf\xe9", b"caf\xe8", "caf\ufffd".encode(), "홍길동".encode("cp949"), "홍길동".encode()]
    for raw in raws:
        place = os.fsencode(folder) + b"/" + raw
        os.mkdir(place)
        with open(place + b"/alpha_one.py", "wb") as file:
            file.write(b"name = " + ascii(raw).encode())
    first = scan(folder, course).submissions
    students = [each.student for each in first]
    assert len(set(students)) == 5
    assert {"홍길동", "caf\ufffd"} <= set(students)
    for each in first:
        each.student.encode("utf-8")
        source = read(each)
        assert isinstance(source, Source)
        assert each == pickle.loads(pickle.dumps(each))
    # Somebody takes the very name under which another is shown.
    taken = next(each for each in students if each.startswith("caf\ufffd ["))
    (folder / taken).mkdir()
    again = [each.student for each in scan(folder, course).submissions]
    assert len(set(again)) == 6
    assert set(students) <= set(again)
    assert f"{taken} #2" in again


@posix
def test_hostile_names_are_data_in_students_and_printable_in_ignored(folder: Path, course: Course) -> None:
    name = "\x1b[2J=cmd\n\u202e"
    hand_in(folder, name, "alpha_one.py")
    hand_in(folder, name, "b\x1b\nad")
    found = scan(folder, course)
    assert [each.student for each in found.submissions] == [name]
    assert found.ignored == ("\\x1b[2J=cmd\\n\\u202e/b\\x1b\\nad",)


@pytest.mark.parametrize(("size", "fits"), [(0, True), (SOURCE_BYTES, True), (SOURCE_BYTES + 1, False), (3_000_000_000, False)])
def test_size(folder: Path, course: Course, size: int, fits: bool) -> None:
    path = hand_in(folder, "kim", "alpha_one.py", b"")
    if size <= SOURCE_BYTES + 1:
        path.write_bytes(b"#" * size)
    else:
        os.truncate(path, size)  # takes no room on the disk, and must take none in memory
    answer = read(*scan(folder, course).submissions)
    if fits:
        assert isinstance(answer, Source)
        assert len(answer.text) == size
    else:
        assert isinstance(answer, Refused)
        assert "1,000,000" in answer.message.en
        assert f"{size:,}" in answer.message.ko


@posix
def test_a_file_that_grows_while_it_is_read(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """The size at opening is no promise."""
    path = hand_in(folder, "kim", "alpha_one.py", b"#")
    monkeypatch.setattr(os, "read", lambda handle, size: b"#" * min(size, 4096))
    assert isinstance(read(Submission("kim", "alpha_one", path)), Refused)


@pytest.mark.parametrize(
    ("content", "text"),
    [
        (b"", ""),
        ("이름 = 1\r\n".encode(), "이름 = 1\r\n"),
        (b"\xef\xbb\xbfx = 1", "x = 1"),
        (b"# -*- coding: utf-7 -*-\n+AAo-", "# -*- coding: utf-7 -*-\n+AAo-"),
        (b"def (:", "def (:"),
    ],
)
def test_what_is_read(folder: Path, content: bytes, text: str) -> None:
    path = hand_in(folder, "kim", "alpha_one.py", content)
    assert read(Submission("kim", "alpha_one", path)) == Source("alpha_one.py", text)


@pytest.mark.parametrize(
    ("content", "en", "ko"),
    [
        ("x = 1\n# 가중치\n".encode("cp949"), "byte 0xb0 at offset 8, line 2", "2행, 오프셋 8에 바이트 0xb0"),
        ("x\r\ny\rz".encode("utf-16"), "byte 0xff at offset 0, line 1", "1행, 오프셋 0"),
        (b"a\r\nb\rc\n\0", "NUL byte at offset 7, line 4", "4행, 오프셋 7"),
        (b"\xed\xa0\x80", "byte 0xed at offset 0", "0xed"),
    ],
)
def test_what_is_no_text_is_refused(folder: Path, content: bytes, en: str, ko: str) -> None:
    path = hand_in(folder, "kim", "alpha_one.py", content)
    answer = read(Submission("kim", "alpha_one", path))
    assert isinstance(answer, Refused)
    assert en in answer.message.en
    assert ko in answer.message.ko
    assert len(answer.message.en.splitlines()) == len(answer.message.ko.splitlines()) == 1


@given(st.binary())
def test_any_bytes_are_text_or_refused(raw: bytes) -> None:
    answer = decoded("alpha_one.py", raw)
    if isinstance(answer, Source):
        assert answer.text.encode("utf-8") == raw.removeprefix(b"\xef\xbb\xbf")
        assert "\0" not in answer.text


@posix
def test_a_race_is_never_won(folder: Path) -> None:
    """While a file is replaced by a link to a secret over and over, what is read is the file, missing or refused."""
    secret = folder / "secret.py"
    secret.write_text("secret = 1")
    path = hand_in(folder, "kim", "alpha_one.py", b"mine = 1")
    done = threading.Event()

    def swap() -> None:
        link, file = path.with_name("link"), path.with_name("file")
        while not done.is_set():
            link.symlink_to(secret)
            link.replace(path)
            file.write_bytes(b"mine = 1")
            file.replace(path)

    thread = threading.Thread(target=swap)
    thread.start()
    try:
        answers = [read(Submission("kim", "alpha_one", path)) for _ in range(2000)]
    finally:
        done.set()
        thread.join()
    assert not any("secret" in answer.text for answer in answers if isinstance(answer, Source))


def test_single_file_or_folder(folder: Path, course: Course, monkeypatch: pytest.MonkeyPatch) -> None:
    path = hand_in(folder, "work", "beta_two.py")
    hand_in(folder, "work", "other.py")
    (folder / "work" / "alpha_one").mkdir()
    (folder / "work" / "alpha_one" / "alpha_one.py").write_text("")
    assert rows(single(path, course, "kim")) == [("kim", "beta_two", "file")]
    assert rows(single(folder / "work", course)) == [("", "alpha_one", "file"), ("", "beta_two", "file")]
    assert all(isinstance(read(each), Source) for each in single(folder / "work", course))
    monkeypatch.chdir(folder / "work" / "alpha_one")
    assert rows(single(Path(), course)) == [("", "alpha_one", "file")]
    assert isinstance(read(*single(Path("alpha_one.py"), course)), Source)


def test_single_says_what_to_do(folder: Path, course: Course) -> None:
    other, notes, broken = (hand_in(folder, "work", name) for name in ("alpha_on.py", "notes.md", "broken_one.py"))
    with pytest.raises(UnknownExercise, match="did you mean 'alpha_one'"):
        single(other, course)
    with pytest.raises(UsageError, match="is no Python file"):
        single(notes, course)
    with pytest.raises(CourseError):
        single(broken, course)
    with pytest.raises(UsageError, match="gradekit fetch NAME"):
        single(folder, course)
    with pytest.raises(UsageError, match="no such file or folder"):
        single(folder / "absent.py", course)
    with pytest.raises(UsageError):
        single(Path("nul\0.py"), course)


@posix
def test_single_follows_links_to_folders_but_not_to_files(folder: Path, course: Course) -> None:
    """A home folder may well be a link; a file that is one could be anybody's work."""
    path = hand_in(folder, "real", "alpha_one.py")
    (folder / "home").symlink_to(path.parent, target_is_directory=True)
    assert isinstance(read(*single(folder / "home", course)), Source)
    assert isinstance(read(*single(folder / "home" / "alpha_one.py", course)), Source)
    (folder / "real" / "beta_two.py").symlink_to(path)
    assert isinstance(read(*single(folder / "real" / "beta_two.py", course)), Refused)
