"""The journal loses nothing that it was given, whatever ends the grading, and repeats nothing."""

import errno
import json
import os
import resource
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from gradekit.engine.journal import Journal
from gradekit.errors import ResultsError
from gradekit.results import Diagnosis, Result, Status, TestOutcome, Verdict

TERMS = {"course": "mini", "lang": "en", "suites": {"work": "abc"}}


def result(student: str, points: float = 1.0, exercise: str = "work", **more: Any) -> Result:
    outcome = TestOutcome("test_it", points, 2.0, Verdict.PASSED if points == 2 else Verdict.FAILED, "a message", "힌트")
    return Result(student, exercise, Status.GRADED, (outcome,), 0.25, **more)


def rows(journal: Journal, *keys: tuple[str, str]) -> list[Result]:
    return [Result.from_json(journal.row(key)) for key in keys]


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / "journal"


@pytest.fixture
def begun(path: Path) -> list[Result]:
    """A journal of three results, closed."""
    results = [
        result("김하나", 2.0, output="print 한글 \x1b[31m\n", fingerprint={"submission": "12"}),
        result("../x", 0.5, diagnosis=(Diagnosis("sign", "부호"),), evidence=({"kind": "bars", "got": [1.0, None]},)),
        result("\U0001f600", 0.0),
    ]
    with Journal(path, TERMS, resume=False) as journal:
        journal.add(results[:2])
        journal.add(results[2:])
    return results


def keys(results: list[Result]) -> list[tuple[str, str]]:
    return [(each.student, each.exercise) for each in results]


def test_what_is_added_is_there_at_once_and_after(path: Path) -> None:
    """A result is read back whole, from the journal that wrote it and from the one that goes on with it."""
    one = result("kim", 0.5, diagnosis=(Diagnosis("sign", "w"),), output="x")
    with Journal(path, TERMS, resume=False) as journal:
        assert len(journal) == 0
        assert ("kim", "work") not in journal
        journal.add([one])
        assert path.read_bytes().count(b"\n") == 2, "on disk before it is counted"
        assert rows(journal, ("kim", "work")) == [one]
        journal.add([result("lee")])
        assert rows(journal, ("kim", "work")) == [one], "reading does not move the place to write"
        assert len(journal) == 2
    with Journal(path, TERMS, resume=True) as journal:
        assert len(journal) == 2
        assert rows(journal, ("kim", "work"), ("lee", "work")) == [one, result("lee")]


@given(
    names=st.lists(st.text(st.characters(exclude_categories=("Cs",)), max_size=20), min_size=1, max_size=6, unique=True),
    output=st.text(st.characters(exclude_categories=("Cs",)), max_size=50),
)
@settings(suppress_health_check=[HealthCheck.function_scoped_fixture], deadline=None, max_examples=40)
def test_any_names_and_words_come_back(tmp_path: Path, names: list[str], output: str) -> None:
    """Names and output are data: line breaks of every kind, quotes and NUL divide no line."""
    path = tmp_path / "any"
    given_ = [result(name, output=output) for name in names]
    with Journal(path, TERMS, resume=False) as journal:
        journal.add(given_)
    with Journal(path, TERMS, resume=True) as journal:
        assert rows(journal, *keys(given_)) == given_


def test_without_resume_it_begins_anew(path: Path, begun: list[Result]) -> None:
    with Journal(path, TERMS, resume=False) as journal:
        assert len(journal) == 0
    assert path.read_bytes().count(b"\n") == 1


def test_resume_without_a_journal_begins_one(path: Path) -> None:
    with Journal(path, TERMS, resume=True) as journal:
        journal.add([result("kim")])
    with Journal(path, TERMS, resume=True) as journal:
        assert ("kim", "work") in journal


def test_a_line_cut_short_at_any_byte_is_dropped(path: Path, begun: list[Result]) -> None:
    """Wherever a crash stopped the writing, what was whole before it is kept, and what follows goes behind it."""
    whole = path.read_bytes()
    ends = [at + 1 for at, byte in enumerate(whole) if byte == ord("\n")]
    assert len(ends) == 4
    for cut in range(len(whole) + 1):
        path.write_bytes(whole[:cut])
        kept = begun[: max(0, sum(end <= cut for end in ends) - 1)]
        with Journal(path, TERMS, resume=True) as journal:
            assert len(journal) == len(kept), cut
            assert rows(journal, *keys(kept)) == kept, cut
            journal.add([result("later")])
        with Journal(path, TERMS, resume=True) as journal:
            assert rows(journal, *keys(kept), ("later", "work")) == [*kept, result("later")], cut


@pytest.mark.parametrize("rest", [b"\0" * 50 + b"\n", b"{}\n", b'{"student": "kim"\n', b"\xff\xfe\n", b"[1]\n"])
def test_noise_at_the_end_is_dropped(path: Path, begun: list[Result], rest: bytes) -> None:
    """A file system may leave zeros where a crash met it."""
    whole = path.read_bytes()
    path.write_bytes(whole + rest)
    with Journal(path, TERMS, resume=True) as journal:
        assert rows(journal, *keys(begun)) == begun
    assert path.read_bytes() == whole


@pytest.mark.parametrize(
    ("key", "value", "told"), [("course", "other", "course"), ("lang", "ko", "lang"), ("suites", {"work": "changed"}, "suites work")]
)
def test_other_terms_are_refused_and_the_journal_stays(path: Path, begun: list[Result], key: str, value: Any, told: str) -> None:
    """A grading in another language, or by another suite, is another grading."""
    before = path.read_bytes()
    with pytest.raises(ResultsError, match=rf"other terms \({told} differ\); grade again without --resume"):
        Journal(path, TERMS | {key: value}, resume=True)
    assert path.read_bytes() == before


@pytest.mark.parametrize("content", [b"noise\n", b'"a string"\n', b'{"schema": "gradekit.results/1"}\n', b"\xff\n", b"\0\0\0\n"])
def test_what_is_no_journal_is_refused_and_stays(path: Path, content: bytes) -> None:
    path.write_bytes(content)
    with pytest.raises(ResultsError, match="grade again without --resume"):
        Journal(path, TERMS, resume=True)
    assert path.read_bytes() == content


def test_what_was_forgotten_is_added_again(path: Path, begun: list[Result]) -> None:
    """A submission that changed is graded anew: the later line counts, then and after."""
    key = keys(begun)[1]
    better = result(key[0], 2.0)
    with Journal(path, TERMS, resume=True) as journal:
        journal.forget(key)
        journal.forget(("nobody", "work"))
        assert key not in journal
        assert len(journal) == 2
        journal.add([better])
        assert rows(journal, key) == [better]
    with Journal(path, TERMS, resume=True) as journal:
        assert len(journal) == 3
        assert rows(journal, key) == [better]


def refuse_sync(patch: pytest.MonkeyPatch) -> None:
    def full(handle: int) -> None:
        raise OSError(errno.ENOSPC, os.strerror(errno.ENOSPC))

    patch.setattr(os, "fsync", full)


@pytest.fixture
def small_files() -> Iterator[None]:
    """No file may grow beyond 4 KiB: writes stop in the middle of a line, as on a full disk."""
    soft, hard = resource.getrlimit(resource.RLIMIT_FSIZE)
    yield
    resource.setrlimit(resource.RLIMIT_FSIZE, (soft, hard))


def test_a_disk_that_fills_up_loses_nothing(path: Path, begun: list[Result], small_files: None) -> None:
    """The line that does not fit is taken back, those before stay whole and readable, and with room again it goes on."""
    hard = resource.getrlimit(resource.RLIMIT_FSIZE)[1]
    with Journal(path, TERMS, resume=True) as journal:
        resource.setrlimit(resource.RLIMIT_FSIZE, (4096, hard))
        with pytest.raises(OSError, match=os.strerror(errno.EFBIG)):
            journal.add([result("fits"), result("large", output="x" * 5000)])
        assert len(journal) == 3, "of what was added together, all is there or nothing"
        assert rows(journal, *keys(begun)) == begun
        resource.setrlimit(resource.RLIMIT_FSIZE, (hard, hard))
        journal.add([result("after")])
    with Journal(path, TERMS, resume=True) as journal:
        assert rows(journal, *keys(begun), ("after", "work")) == [*begun, result("after")]
        assert ("fits", "work") not in journal


def test_a_disk_that_cannot_sync_counts_nothing(path: Path, begun: list[Result]) -> None:
    before = path.read_bytes()
    with Journal(path, TERMS, resume=True) as journal:
        with pytest.MonkeyPatch.context() as patch:
            refuse_sync(patch)
            with pytest.raises(OSError, match=os.strerror(errno.ENOSPC)):
                journal.add([result("lost")])
        assert ("lost", "work") not in journal
        assert path.read_bytes() == before
        assert rows(journal, *keys(begun)) == begun


def test_an_interruption_leaves_no_half_line(path: Path, begun: list[Result], monkeypatch: pytest.MonkeyPatch) -> None:
    """Ctrl-C between two lines: a half line would hide whatever came after it."""
    with Journal(path, TERMS, resume=True) as journal:
        whole = path.read_bytes()
        write = journal._append
        calls = iter(range(10))

        def interrupted(line: bytes) -> None:
            if next(calls) == 1:
                write(line[:20])
                raise KeyboardInterrupt
            write(line)

        with monkeypatch.context() as patch:
            patch.setattr(journal, "_append", interrupted)
            with pytest.raises(KeyboardInterrupt):
                journal.add([result("one"), result("two")])
        assert path.read_bytes() == whole
        assert len(journal) == 3


def test_a_journal_is_small_and_readable(path: Path, begun: list[Result]) -> None:
    """One line of JSON a result; in memory there is only where each stands."""
    lines = [json.loads(line) for line in path.read_text("utf-8").splitlines()]
    assert lines[0]["schema"] == "gradekit.journal/1"
    assert [line["student"] for line in lines[1:]] == [each.student for each in begun]
    with Journal(path, TERMS, resume=True) as journal:
        held = {type(part) for place in journal._places.values() for part in place}
        assert held == {int}
