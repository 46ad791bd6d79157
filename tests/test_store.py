"""The gradebook's own promises, on both databases: every attempt once, every result kept, nothing rewritten, a log that shows tampering."""

from __future__ import annotations

import os
import stat
import threading
import unicodedata
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
from alembic.autogenerate import compare_metadata
from alembic.runtime.migration import MigrationContext
from hypothesis import given, settings
from hypothesis import strategies as st
from sqlalchemy import delete, select, text, update

from gradekit.course.load import load_course
from gradekit.errors import StoreError, UsageError
from gradekit.exam.roster import Student
from gradekit.intake import Kind, Refused, Source, Submission
from gradekit.intake.notebook import Cell
from gradekit.results import Result, Status, TestOutcome, Verdict
from gradekit.store.adjusting import adjust, withdraw
from gradekit.store.checking import examine
from gradekit.store.exporting import Worth, export_results, total_of
from gradekit.store.judged import Fell, Judged, Kept, current_of, fell_last, keep, key_of, known
from gradekit.store.log import entries
from gradekit.store.opening import Database, create, open_database
from gradekit.store.people import import_roster
from gradekit.store.regrade import plan
from gradekit.store.standing import Cell as StandingCell
from gradekit.store.standing import fact, standings
from gradekit.store.tables import APPEND_ONLY, blobs, log, metadata, results, students, submissions
from gradekit.store.work import Moment, Taken, stored, take_in
from gradekit.text import Text

MADE = {"suite": "one", "torch": "2.13.0"}


@pytest.fixture
def book(gradebook_url: str) -> Iterator[Database]:
    with create(gradebook_url, "minicourse", "latest") as database:
        yield database


def work(student: str, words: str, exercise: str = "tiny_array", **more: object) -> Submission:
    file = f"{exercise}.py"
    given = {"content": Source(file, words)} | more
    return Submission(student, exercise, Path(student) / file, Kind.FILE, file, **given)  # type: ignore[arg-type]


def taken(book: Database, *works: Submission) -> list[Taken]:
    return [each for some in take_in(book, works) for each in some]


def result(student: str, points: float, exercise: str = "tiny_array", status: Status = Status.GRADED, most: float = 10.0) -> Result:
    verdict = Verdict.PASSED if points else Verdict.FAILED
    return Result(student, exercise, status, (TestOutcome("test_a", points, most, verdict, "<b>", "힌트"),))


def judged(
    book: Database, submission: int, student: str, points: float, made_with: dict[str, str] = MADE, most: float = 10.0, **more: object
) -> Kept:
    return keep(book, [Judged(submission, result(student, points, most=most), made_with)], **more)  # type: ignore[arg-type]


def sound(book: Database) -> dict[str, int]:
    with book.reading() as connection:
        found = examine(connection)
    assert not found.faults
    return found.counts


# --- The tables --------------------------------------------------------------------------------------------------------------


def test_the_migrations_make_the_tables_that_the_code_has(book: Database) -> None:
    with book.reading() as connection:
        assert compare_metadata(MigrationContext.configure(connection), metadata) == []


@pytest.mark.parametrize("table", APPEND_ONLY)
def test_rows_are_never_changed_or_removed(book: Database, table: str) -> None:
    """Not by way of the tables that the code has, and not by SQL either."""
    [one] = taken(book, work("mina", "x = 1"))
    judged(book, one.id, "mina", 3.0)
    adjust(book, "mina", "tiny_array", 1.0, "why")
    column = next(iter(metadata.tables[table].primary_key.columns))
    for statement in (delete(metadata.tables[table]), update(metadata.tables[table]).values({column: column})):
        with pytest.raises(StoreError, match="never changed"), book.writing() as connection:
            connection.execute(statement)
    sound(book)


def test_truncate_is_refused_too(postgres: Any) -> None:
    """SQLite has no such statement."""
    book = create(postgres.new_database(), "minicourse", "latest")
    with book, pytest.raises(StoreError, match="never changed"), book.writing() as connection:
        connection.execute(text("TRUNCATE log"))


def test_what_a_url_sets_is_set(postgres: Any) -> None:
    """Two courses in one database, each in a schema of its own."""
    url = postgres.new_database()
    with create(url, "first", "latest") as first, first.writing() as connection:
        connection.execute(text("CREATE SCHEMA second"))
    own = f"{url}{'&' if '?' in url else '?'}options=-csearch_path%3Dsecond"
    with create(own, "second", "best"):
        pass
    for place, course in ((url, "first"), (own, "second")):
        with open_database(place) as book, book.reading() as connection:
            assert fact(connection, "course") == course
            assert connection.execute(text("SHOW lock_timeout")).scalar() == "1min"


def test_a_file_is_its_owners_alone(tmp_path: Path) -> None:
    before = os.umask(0)
    try:
        with create(str(tmp_path / "g.sqlite"), "minicourse", "latest"):
            assert stat.S_IMODE((tmp_path / "g.sqlite").stat().st_mode) == 0o600
    finally:
        os.umask(before)


def test_made_twice_is_refused_and_changes_nothing(book: Database, gradebook_url: str) -> None:
    [one] = taken(book, work("mina", "x = 1"))
    with pytest.raises(UsageError, match="already"):
        create(gradebook_url, "other", "best")
    with open_database(gradebook_url) as again, again.reading() as connection:
        assert stored(connection, one.id).student == "mina"


def test_an_exception_undoes_all_of_a_transaction(book: Database) -> None:
    def half() -> None:
        with book.writing() as connection:
            connection.execute(text("INSERT INTO facts (name, value) VALUES ('a', 'b')"))
            raise RuntimeError

    with pytest.raises(RuntimeError):
        half()
    with book.reading() as connection:
        assert connection.execute(text("SELECT count(*) FROM facts WHERE name = 'a'")).scalar() == 0


# --- Work --------------------------------------------------------------------------------------------------------------------


def test_every_attempt_once(book: Database) -> None:
    """The same again is the attempt that it was; what was there before the last one is another attempt."""
    numbers = []
    for words in ("x = 1", "x = 1", "x = 2", "x = 1", "x = 1"):
        [one] = taken(book, work("mina", words))
        numbers.append((one.attempt, one.new))
    assert numbers == [(1, True), (1, False), (2, True), (3, True), (3, False)]
    counts = sound(book)
    assert counts["submissions"] == 3 and counts["blobs"] == 2


def test_what_is_handed_in_comes_back_as_it_was(book: Database) -> None:
    earlier = work("서연", "y = 2\n", "tiny_model")
    absent = Submission("서연", "gone", Path("gone.py"), Kind.MISSING)
    program = Source("tiny_array.ipynb", "x = 1\nprint('안녕')\n", (Cell(1, 1, 1), Cell(3, 2, 2)))
    variant = (("order", ("a", "b")), ("slope", 0.5))
    given = work("서연", "", content=program, earlier=(earlier, absent), variant=variant, drawn_for="서연 A")
    [one] = taken(book, given)
    with book.reading() as connection:
        back = stored(connection, one.id)
    assert back.content == program and back.variant == variant and back.owner == "서연 A"
    assert [(each.exercise, each.content) for each in back.earlier] == [("tiny_model", Source("tiny_model.py", "y = 2\n"))]


def test_what_an_attempt_depends_on_makes_another(book: Database) -> None:
    """Other earlier work, other parameters and somebody else's paper are other work, though the file is the same."""
    plain = work("mina", "x = 1")
    later = [
        replace(plain, earlier=(work("mina", "y", "tiny_model"),)),
        replace(plain, variant=(("a", 1),)),
        replace(plain, drawn_for="joon"),
    ]
    assert [taken(book, each)[0].attempt for each in (plain, *later)] == [1, 2, 3, 4]


def test_a_roster_of_fewer_columns_forgets_nothing(book: Database) -> None:
    """But one whose column is there takes back what it no longer says."""
    import_roster(book, [Student("1", "김민아", email="a@x", canvas="901"), Student("2", "이준", email="b@x", canvas="902")])
    change = import_roster(book, [Student("1", "김민아"), Student("2", "이준호")])
    assert change.changed == ("2",)
    import_roster(book, [Student("1", "김민아"), Student("2", "이준호", email="c@x")])
    with book.reading() as connection:
        columns = (students.c.name, students.c.email, students.c.canvas)
        rows = connection.execute(select(*columns).order_by(students.c.id)).all()
    assert rows == [("김민아", "", "901"), ("이준호", "c@x", "902")]


def test_a_folder_from_a_mac_is_the_rosters_student(book: Database) -> None:
    """Its file system spells a name in other code points, which look the same."""
    import_roster(book, [Student("김민아", "김민아")])
    apart = unicodedata.normalize("NFD", "김민아")
    [one] = taken(book, work(apart, "x = 1"))
    judged(book, one.id, apart, 4.0)
    taken(book, work(apart, "x = 1"))
    assert apart != "김민아" and list(standing(book)) == ["김민아"] and standing(book)["김민아"].score == 4.0
    assert sound(book)["submissions"] == 1


def test_a_folder_from_a_mac_is_known_by_its_composed_name(book: Database) -> None:
    """Work may come before the roster; and where both spellings lie side by side nobody can say whose either is."""
    apart = unicodedata.normalize("NFD", "김민아")
    [one] = taken(book, work(apart, "x = 1"))
    judged(book, one.id, apart, 4.0)
    import_roster(book, [Student("김민아", "민아")])
    assert list(standing(book)) == ["김민아"] and standing(book)["김민아"].score == 4.0
    other = unicodedata.normalize("NFD", "이준")
    assert [each.new for each in taken(book, work("이준", "x = 1"), work(other, "x = 2"))] == [True, True]
    assert set(standing(book)) == {"김민아", "이준", other}


def test_what_cannot_be_read_is_an_attempt_and_what_is_missing_is_none(book: Database) -> None:
    refused = Refused(Text("is a link", "링크입니다"))
    [one] = taken(book, work("mina", "", content=refused), Submission("joon", "tiny_array", Path("none.py"), Kind.MISSING))
    with book.reading() as connection:
        assert stored(connection, one.id).content == refused
        assert connection.execute(select(students.c.id)).scalars().all() == ["mina"]


def test_two_who_take_in_the_same_at_once(book: Database, gradebook_url: str) -> None:
    """Four at a time, each the same class: one attempt a student, whoever was first."""
    class_work = [work(f"s{number:02}", f"x = {number}") for number in range(40)]
    seen: list[list[tuple[str, int]]] = []

    def go() -> None:
        with open_database(gradebook_url) as own:
            seen.append([(each.student, each.id) for some in take_in(own, class_work) for each in some])

    threads = [threading.Thread(target=go) for _ in range(4)]
    for each in threads:
        each.start()
    for each in threads:
        each.join()
    assert len(seen) == 4 and all(each == seen[0] for each in seen)
    counts = sound(book)
    assert counts["submissions"] == counts["students"] == 40


# --- Results -----------------------------------------------------------------------------------------------------------------


def test_results_are_added_and_the_newest_is_current(book: Database) -> None:
    [one] = taken(book, work("mina", "x = 1"))
    judged(book, one.id, "mina", 4.0)
    judged(book, one.id, "mina", 4.0)  # the same again: nothing
    assert judged(book, one.id, "mina", 7.0, MADE | {"suite": "two"}) == Kept(frozenset([one.id]))
    # The old suite has come back: a result of its own, for it is another decision.
    assert judged(book, one.id, "mina", 4.0, MADE) == Kept(frozenset([one.id]), fell=(Fell(one.id, 7.0, 10.0, 4.0, 10.0),))
    judged(book, one.id, "mina", 5.0, MADE, again=True)
    with book.reading() as connection:
        assert connection.execute(select(results.c.score, results.c.run).order_by(results.c.id)).all() == [(4, 0), (7, 0), (4, 1), (5, 2)]
        assert current_of(connection, [one.id])[one.id].score == 5.0
    assert sound(book)["results"] == 4


def test_only_a_current_result_spares_a_run(book: Database) -> None:
    [one] = taken(book, work("mina", "x = 1"))
    judged(book, one.id, "mina", 4.0)
    with book.reading() as connection:
        assert known(connection, [one.id], key_of(MADE))[one.id]["score"] == 4.0
    judged(book, one.id, "mina", 7.0, MADE | {"suite": "two"})
    with book.reading() as connection:
        assert known(connection, [one.id], key_of(MADE)) == {}


def test_what_falls_is_a_share_of_full_marks(book: Database) -> None:
    """100 of 100 is more than 105 of 110 and the same as 110 of 110; falls are in the log, with whoever kept them."""
    [one] = taken(book, work("mina", "x = 1"))
    steps = [(100.0, 100.0, False), (110.0, 110.0, False), (105.0, 110.0, True), (96.0, 100.0, False), (95.0, 100.0, True)]
    for number, (points, most, falls) in enumerate(steps):
        kept = judged(book, one.id, "mina", points, MADE | {"suite": str(number)}, most=most)
        assert bool(kept.fell) is falls, (points, most)
    with book.reading() as connection:
        told = [each["detail"]["fell"] for each in entries(connection) if "fell" in each["detail"]]
        assert told == [[[one.id, 110.0, 105.0]], [[one.id, 96.0, 95.0]]]
        assert fell_last(connection, [one.id]) == [Fell(one.id, 96.0, 100.0, 95.0, 100.0)]


def test_nothing_is_kept_over_what_nobody_compared_with(book: Database) -> None:
    """Between the comparison and the decision somebody else may have kept another result."""
    [one, two] = taken(book, work("mina", "x = 1"), work("joon", "x = 1"))
    judged(book, one.id, "mina", 4.0)
    with book.reading() as connection:
        expected = {one.id: current_of(connection, [one.id])[one.id].id, two.id: None}
    judged(book, one.id, "mina", 9.0, MADE | {"suite": "two"})
    new = [Judged(one.id, result("mina", 5.0), MADE | {"suite": "three"}), Judged(two.id, result("joon", 5.0), MADE)]
    assert keep(book, new, expected=expected).submissions == {two.id}
    assert keep(book, new, expected=expected, again=True).submissions == set(), "kept once more, nothing is doubled"
    with book.reading() as connection:
        assert current_of(connection, [one.id])[one.id].score == 9.0


@pytest.mark.parametrize("status", [Status.GRADER_ERROR, Status.MISSING])
def test_what_says_nothing_of_the_work_is_not_kept(book: Database, status: Status) -> None:
    [one] = taken(book, work("mina", "x = 1"))
    keep(book, [Judged(one.id, result("mina", 0.0, status=status), MADE)])
    assert sound(book)["results"] == 0


def test_two_graders_keep_the_same_result_once(book: Database, gradebook_url: str) -> None:
    ids = [each.id for each in taken(book, *(work(f"s{number}", f"x = {number}") for number in range(20)))]

    def go() -> None:
        with open_database(gradebook_url) as own:
            for number, identity in enumerate(ids):
                judged(own, identity, f"s{number}", 3.0)

    threads = [threading.Thread(target=go) for _ in range(3)]
    for each in threads:
        each.start()
    for each in threads:
        each.join()
    assert sound(book)["results"] == 20


# --- Attempts --------------------------------------------------------------------------------------------------------------------


def attempt(book: Database, words: str, when: str | None, *, told: bool = True) -> Taken:
    [[one]] = take_in(book, [work("mina", words)], lambda _: Moment(when, told) if when else None)
    return one


def counting(book: Database, attempts: str = "latest") -> StandingCell:
    with book.reading() as connection:
        [standing] = standings(connection, attempts)
    return standing.cells["tiny_array"]


def test_an_older_download_after_a_newer_one(book: Database) -> None:
    """The same file is the attempt that it was, where the platform says so; a file's own time may be that of a copy."""
    first, second = attempt(book, "a", "2026-03-01T10:00:00Z"), attempt(book, "b", "2026-03-02T10:00:00Z")
    again = attempt(book, "a", "2026-03-01T10:00:00Z")
    assert (again.id, again.new) == (first.id, False) and counting(book).attempt == second.attempt == 2
    back = attempt(book, "a", "2026-03-03T10:00:00Z")
    assert (back.new, back.attempt, counting(book).attempt) == (True, 3, 3), "who goes back to what they had hands it in"
    assert attempt(book, "b", "2026-03-02T10:00:00Z", told=False).attempt == counting(book).attempt == 4
    assert attempt(book, "a", None).attempt == counting(book).attempt == 5


def test_the_best_attempt_has_the_highest_share(book: Database) -> None:
    """40 of 100 is more than 60 of 200; so says regrade."""
    one, two = attempt(book, "a", None), attempt(book, "b", None)
    judged(book, one.id, "mina", 40.0, most=100.0)
    judged(book, two.id, "mina", 60.0, most=200.0)
    assert counting(book, "best").attempt == 1
    with book.reading() as connection:
        assert [each.attempt for each in plan(connection, "tiny_array", ["best"])] == [1]


def test_where_the_best_counts_an_attempt_that_was_not_judged_may(gradebook_url: str) -> None:
    """Nothing is final before it is, and regrade judges it by itself."""
    with create(gradebook_url, "minicourse", "best") as book:
        one, two = attempt(book, "a", None), attempt(book, "b", None)
        judged(book, one.id, "mina", 4.0)
        assert counting(book, "best").waits and counting(book, "latest").waits
        with book.reading() as connection:
            assert [each.attempt for each in plan(connection, "tiny_array", [])] == [1, 2]
        judged(book, two.id, "mina", 3.0)
        assert not counting(book, "best").waits and counting(book, "best").attempt == 1


def test_points_of_another_maximum_are_converted_and_adjustments_are_not(book: Database) -> None:
    """20 of 50 is 40 of the 100 that the exercise has now, and 5 points more are 5."""
    one = attempt(book, "a", None)
    judged(book, one.id, "mina", 20.0, most=50.0)
    adjust(book, "mina", "tiny_array", 5.0, "shown in the lab")
    cell = counting(book)
    assert (cell.adjusted, cell.points(100.0), cell.points(50.0)) == (25.0, 45.0, 25.0)
    assert total_of({"tiny_array": cell}, ["tiny_array"], {"tiny_array": Worth(100.0, 100.0)}) == (45.0, 100.0)
    assert total_of({"tiny_array": cell}, ["tiny_array"], {"tiny_array": Worth(100.0, 10.0)}) == (4.5, 10.0)


# --- Standing, adjustments, rosters --------------------------------------------------------------------------------------------


def standing(book: Database, attempts: str = "latest") -> dict[str, StandingCell]:
    with book.reading() as connection:
        return {each.id: each.cells.get("tiny_array", StandingCell()) for each in standings(connection, attempts)}


def test_latest_and_best(book: Database) -> None:
    for number, points in enumerate((3.0, 9.0, 5.0)):
        [one] = taken(book, work("mina", f"x = {number}"))
        judged(book, one.id, "mina", points)
    assert (standing(book)["mina"].score, standing(book, "best")["mina"].score) == (5.0, 9.0)
    assert (standing(book)["mina"].attempt, standing(book, "best")["mina"].attempt, standing(book)["mina"].attempts) == (3, 2, 3)
    taken(book, work("mina", "x = 9"))  # not judged yet: the latest, and not the best
    assert standing(book)["mina"].score is None and standing(book, "best")["mina"].score == 9.0


def test_adjustments_add_up_and_can_be_withdrawn(book: Database) -> None:
    [one] = taken(book, work("mina", "x = 1"))
    judged(book, one.id, "mina", 4.0)
    first = adjust(book, "mina", "tiny_array", 2.5, "lab")
    adjust(book, "mina", "tiny_array", -1.0, "late")
    adjust(book, "mina", "tiny_array", None, "well done")
    assert standing(book)["mina"].adjusted == 5.5
    judged(book, one.id, "mina", 6.0, MADE | {"suite": "two"})
    assert standing(book)["mina"].adjusted == 7.5, "they stay when it is graded again"
    withdraw(book, first, "a slip")
    assert standing(book)["mina"].adjusted == 5.0 and len(standing(book)["mina"].adjustments) == 2
    with pytest.raises(UsageError, match="withdrawn before"):
        withdraw(book, first, "")
    adjust(book, "mina", "tiny_array", -50.0, "copied")
    assert standing(book)["mina"].adjusted == 0.0
    with book.reading() as connection:
        assert [each["action"] for each in entries(connection, student="mina")] == ["adjust"] * 3 + ["withdraw", "adjust"]


@pytest.mark.parametrize(("points", "comment"), [(float("nan"), "x"), (float("inf"), "x"), (1.0, ""), (1.0, " \0 ")])
def test_an_adjustment_needs_a_number_and_a_reason(book: Database, points: float, comment: str) -> None:
    taken(book, work("mina", "x = 1"))
    with pytest.raises(UsageError):
        adjust(book, "mina", "tiny_array", points, comment)
    with pytest.raises(UsageError, match="no student"):
        adjust(book, "nobody", "tiny_array", 1.0, "x")


def test_a_roster_is_imported_again_and_again(book: Database) -> None:
    taken(book, work("guest", "x = 1"))
    change = import_roster(book, [Student("1", "김민아", "m@x.org"), Student("2", "이준"), Student("3", "박서연")])
    assert (change.new, change.changed, change.left) == (("1", "2", "3"), (), ("guest",))
    change = import_roster(book, [Student("1", "김민아", "new@x.org"), Student("3", "박서연"), Student("guest", "Guest")])
    assert (change.new, set(change.changed), change.left) == ((), {"1", "guest"}, ("2",))
    again = import_roster(book, [Student("1", "김민아", "new@x.org"), Student("3", "박서연"), Student("guest", "Guest")])
    assert (again.new, again.changed, again.left) == ((), (), ())
    with book.reading() as connection:
        assert {each.id: (each.name, each.enrolled) for each in standings(connection, "latest")} == {
            "1": ("김민아", True),
            "2": ("이준", False),
            "3": ("박서연", True),
            "guest": ("Guest", True),
        }
        assert [each["action"] for each in entries(connection)].count("import-roster") == 2


def test_more_students_than_a_page_holds(book: Database) -> None:
    import_roster(book, [Student(f"{number:05}", f"N{number}") for number in range(1203)])
    assert list(standing(book)) == [f"{number:05}" for number in range(1203)]


@given(st.floats(0, 10, allow_nan=False).map(lambda x: round(x, 2)), st.floats(0, 500).map(lambda x: round(x, 2)))
@settings(max_examples=50, deadline=None)
def test_a_total_stays_within_its_worth(score: float, worth: float) -> None:
    total, most = total_of({"a": StandingCell(1, 1, 1, None, 1, score, 10.0)}, ["a"], {"a": Worth(10.0, worth)})
    assert 0 <= total <= most == worth


# --- Regrading: which are meant ------------------------------------------------------------------------------------------------


def test_which_attempts_are_meant(book: Database) -> None:
    for number, points in enumerate((10.0, 4.0)):
        [one] = taken(book, work("mina", f"x = {number}"))
        judged(book, one.id, "mina", points)
    [one] = taken(book, work("joon", "x = 5"))
    judged(book, one.id, "joon", 10.0)
    taken(book, work("new", "x = 6"))
    with book.reading() as connection:

        def meant(*only: str) -> list[tuple[str, int]]:
            return [(each.student, each.attempt) for each in plan(connection, "tiny_array", only)]

        assert meant() == meant("latest") == [("joon", 1), ("mina", 2), ("new", 1)]
        assert meant("best") == [("joon", 1), ("mina", 1), ("new", 1)]
        assert meant("failed") == [("mina", 2), ("new", 1)]
        assert meant("all", "mina") == [("mina", 1), ("mina", 2)]
        assert meant("mina", "joon") == [("joon", 1), ("mina", 2)]
        for wrong in (("latest", "best"), ("nobody",)):
            with pytest.raises(UsageError):
                meant(*wrong)


# --- Tampering ---------------------------------------------------------------------------------------------------------------


def drop_triggers(book: Database, table: str) -> None:
    with book.writing() as connection:
        if connection.dialect.name == "sqlite":
            for what in ("update", "delete"):
                connection.execute(text(f"DROP TRIGGER {table}_no_{what}"))
        else:
            connection.execute(text(f"DROP TRIGGER {table}_never_changed ON {table}"))


def test_tampering_shows(book: Database) -> None:
    """Whoever owns the database can remove the triggers, but not unsay what was sealed or hashed."""
    ids = [each.id for each in taken(book, work("mina", "x = 1"), work("joon", "x = 2"))]
    judged(book, ids[0], "mina", 4.0)
    adjust(book, "mina", "tiny_array", 1.0, "why")
    sound(book)
    faults = []
    for table, change in (
        ("log", update(log).where(log.c.id == 2).values(by="somebody else")),
        ("results", update(results).values(score=10.0)),
        ("blobs", update(blobs).values(content=b"x")),
    ):
        drop_triggers(book, table)
        with book.writing() as connection:
            connection.execute(change)
        with book.reading() as connection:
            faults.append(len(examine(connection).faults))
    assert faults == [1, 2, 6], "each blob, and the submission that it was, by its student"
    drop_triggers(book, "submissions")
    with book.writing() as connection:
        connection.execute(delete(log).where(log.c.id == 2))
        connection.execute(update(submissions).values(more="{"))
    with book.reading() as connection:
        assert len(examine(connection).faults) >= 4


# --- Out of it ---------------------------------------------------------------------------------------------------------------


def test_export_is_safe_in_a_spreadsheet(book: Database, minicourse: Path, tmp_path: Path) -> None:
    for student in ("=cmd()", "mina\u202e", "이준"):
        [one] = taken(book, work(student, "x = 1"))
        judged(book, one.id, student, 4.0)
    adjust(book, "이준", "tiny_array", 1.0, "+danger")
    done = export_results(book, load_course(minicourse), tmp_path / "out", attempts=None)
    assert (done.students, done.rows) == (3, 3)
    lines = (tmp_path / "out" / "grades.csv").read_bytes().decode("utf-8-sig").split("\r\n")
    assert lines[1].startswith("'=cmd(),") and "\\u202e" in lines[2] and "\u202e" not in lines[2]
    assert lines[3] == "이준,이준,,,41,1,1,41,100,tiny_array: +danger", "4 of 10 in an exercise of 100"
