"""Whatever dies, fills up, is taken away or is damaged under a gradebook: nothing is lost, nothing doubled, and one line says what to do.

Commands run in processes forked from tests/zygote.py, which stops or kills them at moments that are counted and not timed.
"""

import contextlib
import csv
import json
import os
import random
import re
import shutil
import signal
import subprocess
import sys
import zipfile
import zlib
from collections import Counter
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import pytest
from sqlalchemy import create_engine, make_url, select, text
from sqlalchemy.engine import Engine

from gradekit import __version__
from gradekit.engine.classroom import JOURNAL
from gradekit.sandbox import jail
from gradekit.store.tables import adjustments, blobs, log, results, students, submissions

ON_SQLITE = pytest.mark.parametrize("gradebook_url", ["sqlite"], indirect=True)
ON_POSTGRESQL = pytest.mark.parametrize("gradebook_url", ["postgresql"], indirect=True)
ZYGOTE = Path(__file__).with_name("zygote.py")
EXERCISE = "tiny_array"
SUITE = """\
from gradekit.testing import assert_close, points


@points(60)
def test_scale(submission, reference, rng):
    x = rng.normal(size=(2, 3))
    assert_close(submission.scale(x, k=-1.5), reference.scale(x, -1.5), what="scale(x, k)")


@points(40)
def test_row_sums(submission, reference, rng):
    x = rng.normal(size=(3, 2))
    assert_close(submission.row_sums(x), reference.row_sums(x), what="row_sums(x)")
"""
# The same with other points, so that everybody who is half right gets more, or less.
OTHER_SUITE = SUITE.replace("60", "30").replace("40", "70")
RIGHT = "def scale(x, k=2.0):\n    return x * k\n\n\ndef row_sums(x):\n    return x.sum(axis=1)\n"
HALF = "def scale(x, k=2.0):\n    return x + k\n\n\ndef row_sums(x):\n    return x.sum(axis=1)\n"
OTHER_HALF = "def scale(x, k=2.0):\n    return x * k\n\n\ndef row_sums(x):\n    return x.sum(axis=0)\n"
WRONG = "def scale(x, k=2.0):\n    raise ValueError('no idea')\n"
CLASS = {"2026001": RIGHT, "2026002": HALF, "2026003": OTHER_HALF, "김 철수": WRONG, "2026005": "def scale(x:\n", "2026006": RIGHT}


# --- Commands in processes of their own ---------------------------------------------------------------------------------------------


@dataclass
class Ran:
    """How a command ended. moments: what it did until then."""

    code: int | None
    out: str
    err: str
    moments: list[str]

    def one_line(self, pattern: str, code: int = 1) -> None:
        """It ended with that exit code and one line on standard error that is like this."""
        assert self.code == code, (self.code, self.err)
        assert re.fullmatch(rf"gradekit: [^\n]*{pattern}[^\n]*", self.err.strip()), self.err
        assert "Traceback" not in self.err + self.out

    def fine(self) -> "Ran":
        assert self.code == 0, (self.code, self.err, self.out)
        return self


class Commands:
    """The zygote, and what it runs. prefix: how it is started."""

    def __init__(self, folder: Path, *prefix: str) -> None:
        self.folder = folder
        self._count = 0
        self._zygote = subprocess.Popen(
            [*prefix, sys.executable, str(ZYGOTE)], stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True, cwd=folder
        )
        assert self._zygote.stdout is not None
        ready = self._zygote.stdout.readline()
        assert ready, "the zygote did not start"
        self.pid = int(json.loads(ready)["ready"])

    def ask(self, **told: Any) -> dict[str, Any]:
        assert self._zygote.stdin is not None and self._zygote.stdout is not None
        self._zygote.stdin.write(json.dumps(told) + "\n")
        self._zygote.stdin.flush()
        answer: dict[str, Any] = json.loads(self._zygote.stdout.readline())
        return answer

    def begin(self, *args: str | Path, at: int = 0, how: int = signal.SIGKILL, env: dict[str, str] | None = None, **more: Any) -> "Running":
        """Start 'gradekit args'. at: the moment at which it gets the signal how. env, more: see zygote.py."""
        self._count += 1
        files = {name: str(self.folder / f"{name}-{self._count}") for name in ("stdout", "stderr", "moments")}
        environment = {name: value for name, value in os.environ.items() if not name.startswith("PYTEST")}
        # Outside the folder that is watched: what is in the cache already makes no difference to a command's moments.
        environment |= {"XDG_CACHE_HOME": str(self.folder.parent / "cache"), "GRADEKIT_COURSE": str(self.folder / "course")} | (env or {})
        root = str(self.folder)
        told = self.ask(do="start", args=[*map(str, args)], env=environment, cwd=root, root=root, at=at, how=int(how), **files, **more)
        return Running(self, told["pid"], files)

    def run(self, *args: str | Path, **how: Any) -> Ran:
        return self.begin(*args, **how).wait()

    def nothing_left(self) -> None:
        assert self.ask(do="left")["left"] == [], "processes were left"

    def close(self) -> None:
        assert self._zygote.stdin is not None and self._zygote.stdout is not None
        self._zygote.stdin.close()
        self._zygote.stdout.close()
        self._zygote.wait(timeout=30)


@dataclass
class Running:
    commands: Commands
    pid: int
    files: dict[str, str]

    def wait(self) -> Ran:
        """Until it has ended, or stopped: code is None then."""
        code = self.commands.ask(do="wait", pid=self.pid)["code"]
        said = {name: Path(path).read_text("utf-8") for name, path in self.files.items()}
        if code is not None:
            for path in self.files.values():
                os.unlink(path)
        return Ran(code, said["stdout"], said["stderr"], said["moments"].splitlines())

    def stopped(self) -> "Running":
        assert self.wait().code is None, "it ended before that moment"
        return self

    def go_on(self) -> Ran:
        os.kill(self.pid, signal.SIGCONT)
        return self.wait()


def chosen(moments: list[str], count: int) -> list[int]:
    """Numbers of moments, from 1 on: spread over all of them, every transaction's end among them as far as there is room."""
    ends = [number for number, label in enumerate(moments, 1) if label in ("before commit", "after a transaction", "os.rename")]
    most = [1, len(moments), *ends[:: max(1, 2 * len(ends) // count)]]
    rest = range(1, len(moments) + 1, max(1, 2 * len(moments) // count))
    return sorted({*most, *rest})


# --- Gradebooks, and what they hold -------------------------------------------------------------------------------------------------


@dataclass
class Book:
    """A gradebook of either kind. copies: counts those that were made of it."""

    url: str
    copies: list[str] = field(default_factory=list)

    @property
    def file(self) -> Path | None:
        return None if "://" in self.url else Path(self.url)

    def engine(self) -> Engine:
        return create_engine(make_url(self.url).set(drivername="postgresql+psycopg") if "://" in self.url else f"sqlite:///{self.url}")

    def read(self, query: Any) -> list[dict[str, Any]]:
        engine = self.engine()
        try:
            with engine.connect() as connection:
                return [dict(row) for row in connection.execute(query).mappings()]
        finally:
            engine.dispose()

    def change(self, *statements: str, **values: Any) -> None:
        """What no gradekit does."""
        engine = self.engine()
        try:
            with engine.begin() as connection:
                for each in statements:
                    connection.execute(text(each), values if ":" in each else {})
        finally:
            engine.dispose()

    def allow_changes(self) -> None:
        """Without the triggers that forbid them."""
        if self.file is not None:
            names = [row["name"] for row in self.read(text("SELECT name FROM sqlite_master WHERE type = 'trigger'"))]
            self.change(*(f"DROP TRIGGER {name}" for name in names))
        else:
            self.change("DROP FUNCTION gradekit_never_changed() CASCADE")

    def copy(self) -> "Book":
        self.copies.append(f"{len(self.copies) + 1}")
        if self.file is not None:
            folder = self.file.with_name(f"copy {self.file.stem} {len(self.copies)}")
            folder.mkdir()
            shutil.copyfile(self.file, folder / self.file.name)
            return Book(str(folder / self.file.name))
        url = make_url(self.url)
        new = f"{url.database}_{len(self.copies)}"
        engine = create_engine(url.set(drivername="postgresql+psycopg", database="postgres"), isolation_level="AUTOCOMMIT")
        with engine.connect() as connection:
            connection.execute(text(f'CREATE DATABASE "{new}" TEMPLATE "{url.database}"'))
        engine.dispose()
        return Book(url.set(database=new).render_as_string(hide_password=False))

    def state(self) -> dict[str, list[Any]]:
        """All that it holds, but for numbers, times and names of people; the same state, the same value."""
        handed = {row["id"]: row for row in self.read(select(submissions))}
        names = {number: (row["student"], row["exercise"], row["attempt"]) for number, row in handed.items()}
        judged = []
        for row in self.read(select(results)):
            kept = json.loads(zlib.decompress(row["row"])) | {"seconds": 0}
            judged.append([*names[row["submission"]], *(row[name] for name in ("key", "run", "score", "status")), kept])
        facts = ("work", "content", "refused", "more", "handed_in")
        return {
            "students": sorted([row["id"], row["name"], row["enrolled"]] for row in self.read(select(students))),
            "blobs": sorted(row["sha256"] for row in self.read(select(blobs))),
            "submissions": sorted([*names[number], *(str(row[name]) for name in facts)] for number, row in handed.items()),
            "results": sorted(judged, key=str),
            "adjustments": sorted(
                [row["student"], row["exercise"], row["points"], row["comment"]] for row in self.read(select(adjustments))
            ),
        }

    def counted(self) -> dict[str, int]:
        """How many rows its log says there are, which must be those that there are."""
        told: Counter[str] = Counter()
        for row in self.read(select(log)):
            told.update({name: n for name, n in json.loads(row["detail"]).items() if name == "results" or row["action"] == "take in"})
        return {"submissions": told["submissions"], "results": told["results"]}


class School:
    """A course, a class's submissions, and a gradebook for them that is there already, with commands to run on it."""

    def __init__(self, folder: Path, commands: Commands, book: Book) -> None:
        self.folder, self.commands, self.book = folder, commands, book
        self.course, self.handed_in = folder / "course", folder / "submissions"
        self.outs = 0

    def hand_in(self, work: dict[str, str]) -> None:
        for student, program in work.items():
            path = self.handed_in / student / f"{EXERCISE}.py"
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_text(program, "utf-8")
            os.utime(path, (1_700_000_000, 1_700_000_000))

    def new_suite(self, suite: str = OTHER_SUITE) -> None:
        (self.course / "solutions" / EXERCISE / "test_hidden.py").write_text(suite, "utf-8")

    def out(self) -> Path:
        self.outs += 1
        return self.folder / f"out {self.outs}"

    def check(self, book: Book, state: dict[str, list[Any]] | None = None) -> None:
        """It is sound, its log agrees with its rows, and it holds exactly that."""
        said = self.commands.run("gradebook", "check", "--gradebook", book.url)
        assert said.code == 0, (said.err, said.out)
        held = book.state()
        assert book.counted() == {name: len(held[name]) for name in ("submissions", "results")}
        assert state is None or held == state
        if book.file is not None:
            beside = {each.name for each in book.file.parent.iterdir() if each.name.lstrip(".").startswith(("gradekit", book.file.name))}
            assert {name for name in beside if not name.endswith(".backup")} == {book.file.name}, beside

    def dies_everywhere(self, book: Book, line: Callable[[Book], list[str | Path]], count: int = 12, **how: Any) -> dict[str, list[Any]]:
        """Run the command undisturbed on a copy of book; then on other copies, killed, and once more: each time it ends the same."""
        whole = book.copy()
        undisturbed = self.commands.run(*line(whole), **how).fine()
        assert len(undisturbed.moments) > 3
        state = whole.state()
        self.check(whole, state)
        for number in chosen(undisturbed.moments, count):
            each = book.copy()
            args = line(each)
            died = self.commands.run(*args, at=number, **how)
            print(number, undisturbed.moments[number - 1], died.code)
            assert died.code == -signal.SIGKILL, died.err
            self.check_part(each)
            self.commands.run(*args, **how).fine()
            self.check(each, state)
        self.commands.nothing_left()
        return state

    def journal(self, out: Path) -> list[dict[str, Any]]:
        """The whole rows of a journal in out."""
        path = out / JOURNAL
        return [json.loads(line) for line in path.read_bytes().split(b"\n")[1:-1]] if path.exists() else []

    def check_part(self, book: Book) -> None:
        """What a killed command left is sound, if it is only a part."""
        said = self.commands.run("gradebook", "check", "--gradebook", book.url)
        assert said.code == 0 or "older gradekit" in said.err, (said.err, said.out)


@pytest.fixture(scope="module")
def place(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The folder of the module's zygote; each test's own is in it."""
    return tmp_path_factory.mktemp("faults")


@pytest.fixture(scope="module")
def commands(place: Path) -> Iterator[Commands]:
    made = Commands(place)
    yield made
    made.close()


def make_course(folder: Path, minicourse: Path) -> None:
    shutil.copytree(minicourse, folder, ignore=shutil.ignore_patterns("__pycache__", "misconceptions", "tiny_model"))
    (folder / "course.toml").write_text((minicourse / "course.toml").read_text("utf-8").replace(', "tiny_model"', ""), "utf-8")
    (folder / "solutions" / EXERCISE / "test_hidden.py").write_text(SUITE, "utf-8")
    (folder / "solutions" / EXERCISE / "reference.py").write_text(RIGHT, "utf-8")  # without PyTorch, whose import takes a second


@pytest.fixture
def school(place: Path, commands: Commands, minicourse: Path, gradebook_url: str) -> School:
    """A class whose gradebook was just made, on SQLite and on PostgreSQL."""
    folder = place / f"school {len(os.listdir(place))}"
    folder.mkdir()
    make_course(folder / "course", minicourse)
    book = Book(gradebook_url if "://" in gradebook_url else str(folder / "gradebook.sqlite"))
    commands.folder = folder
    made = School(folder, commands, book)
    made.hand_in(CLASS)
    commands.run("gradebook", "init", "--gradebook", book.url).fine()
    return made


@pytest.fixture
def can_jail() -> None:
    reason = jail.why_not("namespaces")
    if reason is not None:
        pytest.skip(f"this machine cannot jail: {reason}")


# --- Killed ------------------------------------------------------------------------------------------------------------------------


def test_add_killed(school: School) -> None:
    """Wherever it dies, what came before is whole, and adding again ends as if nothing had happened."""

    def line(book: Book) -> list[str | Path]:
        return ["gradebook", "add", school.handed_in, "--gradebook", book.url]

    state = school.dies_everywhere(school.book, line, count=20)
    assert len(state["submissions"]) == len(CLASS)
    assert len(state["blobs"]) == len(set(CLASS.values()))


@ON_SQLITE
def test_import_killed(school: School) -> None:
    """Files that a killed import wrote are its own when it is run again; nothing half written is left."""
    archive = school.folder / "canvas.zip"
    with zipfile.ZipFile(archive, "w") as made:
        for number in range(60):
            made.writestr(f"student{number:02}_{100 + number}_{900 + number}_{EXERCISE}.py", f"# {number}\n{RIGHT}")

    def line(out: Path) -> list[str | Path]:
        return ["import", "canvas", archive, "--out", out]

    def held(out: Path) -> dict[str, bytes]:
        files = {str(each.relative_to(out)): each.read_bytes() for each in out.rglob("*") if each.is_file()}
        record = json.loads(files.pop("import.json"))
        return files | {"files": json.dumps(record["files"], sort_keys=True).encode()}

    whole = school.out()
    undisturbed = school.commands.run(*line(whole)).fine()
    state = held(whole)
    assert len(state) == 61
    for number in chosen(undisturbed.moments, 8):
        out = school.out()
        assert school.commands.run(*line(out), at=number).code == -signal.SIGKILL
        school.commands.run(*line(out)).fine()
        assert held(out) == state, undisturbed.moments[number - 1]


def test_init_killed(school: School, postgres: Any) -> None:
    """A gradebook is made whole or not at all, and another init makes it then."""

    def new() -> str:
        return postgres.new_database() if "://" in school.book.url else str(school.out() / "gradebook.sqlite")

    def line(url: str) -> list[str | Path]:
        if "://" not in url:
            Path(url).parent.mkdir(exist_ok=True)
        return ["gradebook", "init", "--gradebook", url]

    undisturbed = school.commands.run(*line(new())).fine()
    for number in chosen(undisturbed.moments, 6):
        url = new()
        assert school.commands.run(*line(url), at=number).code == -signal.SIGKILL
        again = school.commands.run(*line(url))
        if again.code:  # it had done all by then
            again.one_line(r"(is there already|holds tables already)[^\n]*", 2)
            assert number >= undisturbed.moments.index("before commit") + 1
        school.check(Book(url), {name: [] for name in ("students", "blobs", "submissions", "results", "adjustments")})


def test_export_killed(school: School) -> None:
    """Each file is whole or not there, and exporting again leaves nothing else."""
    school.commands.run("gradebook", "add", school.handed_in, "--gradebook", school.book.url).fine()
    school.commands.run(
        "gradebook", "adjust", "2026001", EXERCISE, "--points", "5", "--comment", "good", "--gradebook", school.book.url
    ).fine()
    whole = school.out()

    def line(out: Path) -> list[str | Path]:
        return ["gradebook", "export", "--out", out, "--gradebook", school.book.url]

    undisturbed = school.commands.run(*line(whole)).fine()
    files = {each.name: each.read_bytes() for each in whole.iterdir()}
    assert set(files) == {"results.json", "grades.csv"}
    for number in chosen(undisturbed.moments, 8):
        out = school.out()
        assert school.commands.run(*line(out), at=number).code == -signal.SIGKILL
        if out.exists():
            assert all(each.read_bytes() == files[each.name] for each in out.iterdir() if not each.name.startswith(".gradekit-"))
        school.commands.run(*line(out)).fine()
        assert {each.name: each.read_bytes() for each in out.iterdir()} == files


def grade_line(school: School, book: Book, out: Path, *more: str | Path) -> list[str | Path]:
    return ["grade", school.handed_in, "--out", out, "--record", "--gradebook", book.url, "--jobs", "2", *more]


def judging(moments: list[str], *, most: int) -> list[int]:
    """Of the moments of a grading, those between which something has become durable, some of them."""
    turns = ("INSERT INTO submissions", "INSERT INTO results", "before commit", "after fsync", "os.rename", "os.remove")
    found = [number for number, label in enumerate(moments, 1) if label.removeprefix("before ") in turns or label in turns]
    return sorted({found[0], found[-1], *found[1 :: max(1, -(-len(found) // most))]})


@pytest.mark.parametrize("resumed", [True, False], ids=["resumed", "anew"])
def test_grading_killed(school: School, can_jail: None, resumed: bool) -> None:
    """With a journal and a gradebook that may each know what the other does not, going on or anew: one attempt and one result each."""
    school.commands.run(*grade_line(school, school.book.copy(), school.out())).fine()  # fills the cache of banks
    whole = school.book.copy()
    out = school.out()
    undisturbed = school.commands.run(*grade_line(school, whole, out)).fine()
    state = whole.state()
    assert len(state["results"]) == len(CLASS) and len({row[5] for row in state["results"]}) >= 3
    rows = untimed(out)
    for number in judging(undisturbed.moments, most=2 if school.book.file is None else 4):
        each, out = school.book.copy(), school.out()
        died = school.commands.run(*grade_line(school, each, out), at=number)
        print(number, undisturbed.moments[number - 1])
        assert died.code == -signal.SIGKILL, died.err
        school.commands.nothing_left()
        school.check_part(each)
        before = {row["student"]: row for row in school.journal(out)}
        school.commands.run(*grade_line(school, each, out, *(["--resume"] if resumed else []))).fine()
        school.check(each, state)
        assert untimed(out) == rows
        assert sorted(each.name for each in out.iterdir()) == ["report.html", "results.json", "scores.csv", "students"]
        if resumed:
            after = {row["student"]: row for row in json.loads((out / "results.json").read_bytes())["results"]}
            assert all(after[name] == row for name, row in before.items()), "what was in the journal was not judged again"
    school.commands.nothing_left()


@ON_SQLITE
def test_grading_killed_over_its_judges(school: School, can_jail: None) -> None:
    """With judges in processes of their own, as usual: they and their jails go too, and going on judges nobody twice."""
    whole, out = school.book.copy(), school.out()
    moments = school.commands.run(*grade_line(school, whole, out), processes=True).fine().moments
    rows = untimed(out)
    number = [number for number, label in enumerate(moments, 1) if label == "before INSERT INTO results"][1]
    each, out = school.book.copy(), school.out()
    assert school.commands.run(*grade_line(school, each, out), processes=True, at=number - 10).code == -signal.SIGKILL
    school.commands.nothing_left()
    school.commands.run(*grade_line(school, each, out, "--resume"), processes=True).fine()
    school.check(each, whole.state())
    assert untimed(out) == rows
    school.commands.nothing_left()


def untimed(out: Path) -> list[dict[str, Any]]:
    return [row | {"seconds": 0} for row in json.loads((out / "results.json").read_bytes())["results"]]


def test_regrade_killed(school: School, can_jail: None) -> None:
    """What it judged is not judged again, and each new result is there once."""
    school.commands.run(*grade_line(school, school.book, school.out())).fine()
    before = school.book.state()
    school.new_suite()

    def line(book: Book) -> list[str | Path]:
        return ["regrade", EXERCISE, "--yes", "--lower", "--gradebook", book.url, "--jobs", "2"]

    whole = school.book.copy()
    undisturbed = school.commands.run(*line(whole), env={"XDG_CACHE_HOME": str(school.folder / "cache whole")}).fine()
    state = whole.state()
    assert len(state["results"]) == 2 * len(CLASS) and all(row in state["results"] for row in before["results"])
    school.check(whole, state)
    for number in judging(undisturbed.moments, most=2 if school.book.file is None else 4):
        each = school.book.copy()
        own = {"XDG_CACHE_HOME": str(school.folder / f"cache {number}")}
        died = school.commands.run(*line(each), at=number, env=own)
        print(number, undisturbed.moments[number - 1])
        assert died.code == -signal.SIGKILL, died.err
        school.commands.nothing_left()
        held = each.state()["results"]
        assert held in (before["results"], state["results"]), "all of a batch is kept or nothing"
        school.commands.run(*line(each), env=own).fine()
        school.check(each, state)
        assert not [*Path(own["XDG_CACHE_HOME"]).rglob("*.jsonl")] or number == len(undisturbed.moments)
    school.commands.nothing_left()


# --- A newer gradekit --------------------------------------------------------------------------------------------------------------

NEXT_VERSION = """\
import sqlalchemy as sa
from alembic import op

revision = "0002"
down_revision = "0001"


def upgrade() -> None:
    op.create_table("appeals", sa.Column("id", sa.Integer, primary_key=True), sa.Column("words", sa.Text, nullable=False))
    op.add_column("students", sa.Column("pronouns", sa.Text, nullable=False, server_default=""))
    op.execute("UPDATE students SET pronouns = 'they'")
"""


@pytest.fixture
def newer(school: School) -> dict[str, Any]:
    """What makes a command that of a gradekit to come, whose gradebooks have another form."""
    import gradekit.store

    folder = school.folder / "migrations"
    shutil.copytree(Path(gradekit.store.__file__).parent / "migrations", folder, ignore=shutil.ignore_patterns("__pycache__"))
    (folder / "versions" / "r0002_appeals.py").write_text(NEXT_VERSION)
    return {"versions": str(folder), "version": "99.1"}


def revision(book: Book) -> str:
    return str(book.read(text("SELECT version_num FROM alembic_version"))[0]["version_num"])


def backups(book: Book, cache: Path) -> list[Path]:
    return sorted(cache.rglob("*.sql") if book.file is None else book.file.parent.glob("*.backup"))


def restored(backup: Path, postgres: Any) -> Book:
    if backup.suffix == ".backup":
        return Book(str(backup))
    url = postgres.new_database()
    line = [postgres.bin / "psql", "-q", "-v", "ON_ERROR_STOP=1", "-d", url, "-f", backup]
    done = subprocess.run(line, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stderr
    return Book(url)


@pytest.mark.parametrize("automatic", [False, True], ids=["asked for", "automatic"])
def test_migration_killed(school: School, newer: dict[str, Any], postgres: Any, automatic: bool) -> None:
    """Before the end nothing has changed; run again it is done. Each backup is the whole of the gradebook in its old form."""
    school.commands.run("gradebook", "add", school.handed_in, "--gradebook", school.book.url).fine()
    state = school.book.state()
    end = ["adjust", "2026001", EXERCISE, "--comment", "seen"] if automatic else ["migrate"]

    def line(book: Book) -> list[str | Path]:
        return ["gradebook", *end, "--gradebook", book.url]

    def of_one(book: Book) -> dict[str, list[Any]]:
        return book.state() | {"adjustments": []}

    whole, cache = school.book.copy(), school.folder / "cache whole"
    undisturbed = school.commands.run(*line(whole), **newer, env={"XDG_CACHE_HOME": str(cache)}).fine()
    assert revision(whole) == "0002" and of_one(whole) == state
    done = undisturbed.moments.index("before commit") + 1
    for number in [*chosen(undisturbed.moments[: done + 1], 4), done]:
        each, cache = school.book.copy(), school.folder / f"cache {number}"
        how = {**newer, "env": {"XDG_CACHE_HOME": str(cache)}}
        assert school.commands.run(*line(each), **how, at=number).code == -signal.SIGKILL
        assert of_one(each) == state and revision(each) == ("0001" if number <= done else "0002")
        school.commands.run(*line(each), **how).fine()
        assert of_one(each) == state and revision(each) == "0002"
        assert len(each.state()["adjustments"]) == automatic
        assert school.commands.run("gradebook", "check", "--gradebook", each.url, **how).code == 0
        kept = backups(each, cache)
        assert kept
        for backup in kept if number == done else kept[:1]:
            old = restored(backup, postgres)
            assert revision(old) == "0001" and old.state() == state
            school.commands.run("gradebook", "check", "--gradebook", old.url).fine()
        folder = cache / "gradekit" / "backups" if each.file is None else each.file.parent
        assert not [path for path in folder.iterdir() if path.name.startswith(".")], "half a backup is left"


def test_two_migrations_at_once(school: School, newer: dict[str, Any], postgres: Any) -> None:
    """One does it and the other finds it done; what is called a backup of the old form is one."""
    school.commands.run("gradebook", "add", school.handed_in, "--gradebook", school.book.url).fine()
    state = school.book.state()
    line = ["gradebook", "migrate", "--gradebook"]
    moments = school.commands.run(*line, school.book.copy().url, **newer).fine().moments
    lock = next(number for number, label in enumerate(moments, 1) if "BEGIN IMMEDIATE" in label or "pg_advisory" in label)
    for number in (1, lock, lock + 3):
        each, cache = school.book.copy(), school.folder / f"cache {number}"
        how = {**newer, "env": {"XDG_CACHE_HOME": str(cache)}}
        for ran in at_once(school, number, [*line, each.url], [*line, each.url], **how):
            ran.fine()
        assert revision(each) == "0002" and each.state() == state
        kept = backups(each, cache)
        assert kept
        for backup in kept:
            old = restored(backup, postgres)
            assert revision(old) == "0001" and old.state() == state


def test_no_backup_no_migration(school: School, newer: dict[str, Any]) -> None:
    """Where none can be made nothing is changed, and who has one says so. Commands that only read say what to do."""
    url = school.book.url
    for command in (["show"], ["check"], ["export", "--out", school.out()]):
        school.commands.run("gradebook", *command, "--gradebook", url, **newer).one_line("older gradekit; run 'gradekit gradebook migrate'")
    if school.book.file is None:
        how = {**newer, "env": {"PATH": "/nowhere"}}
        for command in (["migrate"], ["add", school.handed_in]):
            school.commands.run("gradebook", *command, "--gradebook", url, **how).one_line("no pg_dump[^\n]*--backed-up")
    else:
        school.book.file.with_name("cage").mkdir()
        caged = Book(str(shutil.copy(school.book.file, school.book.file.with_name("cage"))))
        os.chmod(Path(caged.url).parent, 0o555)
        how, url = newer, caged.url
        with ordinary(school.folder) as commands:
            for command in (["migrate"], ["add", school.handed_in]):
                refused = commands.run("gradebook", *command, "--gradebook", url, **newer)
                assert refused.code == 1 and "Traceback" not in refused.err, refused.err
        os.chmod(Path(caged.url).parent, 0o755)
    assert revision(Book(url)) == "0001"
    school.commands.run("gradebook", "migrate", "--backed-up", "--gradebook", url, **how).fine()
    assert revision(Book(url)) == "0002"


def test_a_newer_gradebook(school: School, newer: dict[str, Any]) -> None:
    """Every command refuses it, and names the version that wrote it."""
    url = school.book.url
    school.commands.run("gradebook", "migrate", "--gradebook", url, **newer).fine()
    roster = school.folder / "roster.csv"
    roster.write_text("id,name\n2026001,Kim\n")
    before = school.book.state()
    said = rf"was written by gradekit 99\.1, which this one \({re.escape(__version__)}\) is too old"
    for command in (
        ["gradebook", "show"],
        ["gradebook", "show", "2026001"],
        ["gradebook", "check"],
        ["gradebook", "migrate"],
        ["gradebook", "add", school.handed_in],
        ["gradebook", "import-roster", roster],
        ["gradebook", "adjust", "2026001", EXERCISE, "--comment", "so"],
        ["gradebook", "withdraw", "1"],
        ["gradebook", "export", "--out", school.out()],
        ["regrade", EXERCISE, "--yes"],
        ["regrade", EXERCISE, "--dry-run"],
        ["grade", school.handed_in, "--record", "--out", school.out()],
    ):
        school.commands.run(*command, "--gradebook", url).one_line(said)
    school.commands.run("export", "csv", url, "--out", school.folder / "grades.csv").one_line(said)
    assert school.book.state() == before


# --- Two at once --------------------------------------------------------------------------------------------------------------------


def at_once(school: School, number: int, first: list[str | Path], second: list[str | Path], **how: Any) -> tuple[Ran, Ran]:
    """first stops at that moment; second runs whole meanwhile, or as far as a transaction of first's lets it."""
    one = school.commands.begin(*first, at=number, how=signal.SIGSTOP, **how)
    so_far = one.wait()
    assert so_far.code is None, (so_far.code, so_far.err)
    begun = [place for place, label in enumerate(so_far.moments) if label.startswith(("before BEGIN", "before SELECT pg_advisory"))]
    ended = [place for place, label in enumerate(so_far.moments) if label == "after a transaction"]
    # Whose next moment is the beginning itself has not begun.
    within = bool(begun) and begun[-1] > (ended[-1] if ended else -1) and begun[-1] != len(so_far.moments) - 1
    other = school.commands.begin(*second, **how)
    if within:
        return one.go_on(), other.wait()
    ran = other.wait()
    return one.go_on(), ran


def test_two_add_at_once(school: School) -> None:
    """Each attempt is there once, whoever was first."""
    line = ["gradebook", "add", school.handed_in, "--gradebook"]
    whole = school.book.copy()
    moments = school.commands.run(*line, whole.url).fine().moments
    for number in chosen(moments[:-1], 4):
        each = school.book.copy()
        for ran in at_once(school, number, [*line, each.url], [*line, each.url]):
            ran.fine()
        school.check(each, whole.state())


def test_two_gradings_at_once(school: School, can_jail: None) -> None:
    """Of the same class, into two folders: both end well, and the gradebook has each result once."""
    school.commands.run(*grade_line(school, school.book.copy(), school.out())).fine()
    whole = school.book.copy()
    moments = school.commands.run(*grade_line(school, whole, school.out())).fine().moments
    for number in judging(moments, most=2)[:3]:
        each, outs = school.book.copy(), (school.out(), school.out())
        for ran in at_once(school, number, *(grade_line(school, each, out) for out in outs)):
            ran.fine()
        school.check(each, whole.state())
        assert untimed(outs[0]) == untimed(outs[1])
    school.commands.nothing_left()


def test_two_gradings_into_one_folder(school: School, can_jail: None) -> None:
    """The second is refused in one line, and takes nothing from the first, not even what it is just writing."""
    school.commands.run(*grade_line(school, school.book.copy(), school.out())).fine()
    whole, out = school.book.copy(), school.out()
    moments = school.commands.run(*grade_line(school, whole, out)).fine().moments
    rows = untimed(out)
    begun = next(number for number, label in enumerate(moments, 1) if label == "before INSERT INTO results")
    renamed = next(number for number, label in enumerate(moments, 1) if number > begun and label == "os.rename")
    for number in (begun, renamed):
        each, out = school.book.copy(), school.out()
        one = school.commands.begin(*grade_line(school, each, out), at=number, how=signal.SIGSTOP).stopped()
        # Without the gradebook, whose lock the first may hold just now.
        school.commands.run("grade", school.handed_in, "--out", out).one_line("another grading is writing it; wait for that one", 2)
        one.go_on().fine()
        assert untimed(out) == rows
        school.check(each, whole.state())
    school.commands.nothing_left()


def test_two_regrades_at_once(school: School, can_jail: None) -> None:
    """Both end well or one with a line; each new result is there once, and nothing is left to do."""
    school.commands.run(*grade_line(school, school.book, school.out())).fine()
    school.new_suite()
    line = ["regrade", EXERCISE, "--yes", "--lower", "--gradebook"]
    school.commands.run(*line, school.book.copy().url, env={"XDG_CACHE_HOME": str(school.folder / "cache a")}).fine()
    whole, own = school.book.copy(), {"XDG_CACHE_HOME": str(school.folder / "cache b")}
    moments = school.commands.run(*line, whole.url, env=own).fine().moments
    kept = max(number for number, label in enumerate(moments, 1) if label == "before INSERT INTO results")
    opened = max(number for number, label in enumerate(moments[:kept], 1) if label == "open to write")  # the journal, to keep what is in it
    for number in (opened, kept):
        each, own = school.book.copy(), {"XDG_CACHE_HOME": str(school.folder / f"cache {number}")}
        ran = at_once(school, number, [*line, each.url], [*line, each.url], env=own)
        assert 0 in [each.code for each in ran], ran
        for one in ran:
            if one.code:
                one.one_line("(somebody else has just regraded|another grading is writing it)", one.code)
        school.check(each, whole.state())
        assert "0 judged" in school.commands.run(*line, each.url, env=own).fine().out
    school.commands.nothing_left()


def test_a_grading_and_a_regrade_at_once(school: School, can_jail: None) -> None:
    """They judge the same work with the same suite, and one result of it is kept."""
    school.commands.run(*grade_line(school, school.book, school.out())).fine()
    school.new_suite()
    regrade = ["regrade", EXERCISE, "--yes", "--lower", "--gradebook"]
    whole = school.book.copy()
    school.commands.run(*regrade, whole.url, env={"XDG_CACHE_HOME": str(school.folder / "cache a")}).fine()
    moments = school.commands.run(*grade_line(school, school.book.copy(), school.out())).fine().moments
    number = next(number for number, label in enumerate(moments, 1) if label == "before INSERT INTO results")
    for at in (number - 5, number):
        each = school.book.copy()
        for ran in at_once(school, at, grade_line(school, each, school.out()), [*regrade, each.url]):
            ran.fine()
        school.check(each, whole.state())
    school.commands.nothing_left()


@ON_POSTGRESQL
def test_an_export_is_of_one_moment(school: School, can_jail: None) -> None:
    """Though scores change while it writes, its two files agree."""
    school.commands.run(*grade_line(school, school.book, school.out())).fine()
    school.new_suite()
    out = school.out()
    line = ["gradebook", "export", "--gradebook", school.book.url, "--out"]
    moments = school.commands.run(*line, school.out()).fine().moments
    written = moments.index("os.rename") + 1
    one = school.commands.begin(*line, out, at=written, how=signal.SIGSTOP).stopped()
    school.commands.run("regrade", EXERCISE, "--yes", "--lower", "--gradebook", school.book.url).fine()
    one.go_on().fine()
    scores = {row["student"]: row["score"] for row in json.loads((out / "results.json").read_bytes())["results"]}
    with open(out / "grades.csv", encoding="utf-8-sig", newline="") as file:
        grades = {row["student"]: float(row[EXERCISE]) for row in csv.DictReader(file)}
    assert grades == scores


# --- Taken away ---------------------------------------------------------------------------------------------------------------------


@contextlib.contextmanager
def ordinary(folder: Path, *prefix: str) -> Iterator[Commands]:
    """Commands that may do what an ordinary owner of the files may, as root otherwise may do anything."""
    capabilities = "-dac_override,-dac_read_search"
    as_other = ("setpriv", "--bounding-set", capabilities, "--inh-caps", capabilities) if os.geteuid() == 0 else ()
    made = Commands(folder, *prefix, *as_other)
    try:
        yield made
    finally:
        made.close()


def only_reading(school: School, place: str, commands: Commands) -> None:
    """What reads works, and what writes refuses in a line before anything is done."""
    before = Book(place).state()
    for command in (["show"], ["show", "2026001"], ["check"], ["export", "--out", school.out()]):
        commands.run("gradebook", *command, "--gradebook", place).fine()
    school.new_suite()
    out = school.out()
    for command in (
        ["gradebook", "add", school.handed_in],
        ["gradebook", "adjust", "2026001", EXERCISE, "--comment", "so"],
        ["regrade", EXERCISE, "--yes"],
        ["grade", school.handed_in, "--record", "--out", out],
    ):
        ran = commands.run(*command, "--gradebook", place)
        ran.one_line("(may only be read|cannot be opened)[^\n]*get the right to")
        assert not [label for label in ran.moments if "INSERT" in label]
    assert not out.exists()
    assert Book(place).state() == before


@ON_SQLITE
@pytest.mark.parametrize("modes", [(0o444, 0o555), (0o444, 0o755), (0o644, 0o555)], ids=["both", "file", "folder"])
def test_a_file_that_may_only_be_read(school: School, can_jail: None, modes: tuple[int, int]) -> None:
    """The file, its folder, or both: SQLite writes beside the file too."""
    school.commands.run(*grade_line(school, school.book, school.out())).fine()
    cage = school.folder / "cage"
    cage.mkdir()
    file = cage / "gradebook.sqlite"
    shutil.copyfile(school.book.url, file)
    os.chmod(file, modes[0])
    os.chmod(cage, modes[1])
    try:
        with ordinary(school.folder) as commands:
            only_reading(school, str(file), commands)
        assert [each.name for each in cage.iterdir()] == [file.name]
    finally:
        os.chmod(cage, 0o755)


@ON_POSTGRESQL
def test_a_role_that_may_only_read(school: School, can_jail: None) -> None:
    """A role with SELECT and no more, and a server that is a standby, or set to be read only."""
    school.commands.run(*grade_line(school, school.book, school.out())).fine()
    reader = f"reader_{make_url(school.book.url).database}"
    school.book.change(f"CREATE ROLE {reader} LOGIN", f"GRANT SELECT ON ALL TABLES IN SCHEMA public TO {reader}")
    only_reading(school, school.book.url.replace("user=gradekit", f"user={reader}"), school.commands)
    school.book.change(
        f"ALTER ROLE {reader} SET default_transaction_read_only = on", f"GRANT ALL ON ALL TABLES IN SCHEMA public TO {reader}"
    )
    only_reading(school, school.book.url.replace("user=gradekit", f"user={reader}"), school.commands)


@ON_POSTGRESQL
def test_a_server_that_hangs_up(school: School, can_jail: None) -> None:
    """While a class is graded: one line, and --resume goes on without judging anybody twice."""
    school.commands.run(*grade_line(school, school.book.copy(), school.out())).fine()
    whole = school.book.copy()
    moments = school.commands.run(*grade_line(school, whole, school.out())).fine().moments
    places = [number for number, label in enumerate(moments, 1) if label == "before INSERT INTO results"]
    out = school.out()
    one = school.commands.begin(*grade_line(school, school.book, out), at=places[1], how=signal.SIGSTOP).stopped()
    school.book.change(
        "SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE datname = current_database() AND pid <> pg_backend_pid()"
    )
    one.go_on().one_line("the database cannot be used")
    before = {row["student"]: row for row in school.journal(out)}
    assert before
    school.commands.run(*grade_line(school, school.book, out, "--resume")).fine()
    school.check(school.book, whole.state())
    after = {row["student"]: row for row in json.loads((out / "results.json").read_bytes())["results"]}
    assert all(after[name] == row for name, row in before.items())


# --- Full ---------------------------------------------------------------------------------------------------------------------------


class SmallDisk:
    """A file system of a megabyte, which only these commands have, and as much room on it as is wanted."""

    def __init__(self, folder: Path) -> None:
        self._copies = 0
        self.disk = folder / "disk"
        self.disk.mkdir()
        script = 'mount -t tmpfs -o size=1m faults "$0" && exec "$@"'
        users = () if os.geteuid() == 0 else ("--user", "--map-root-user")
        self.commands = Commands(folder, "unshare", *users, "--mount", "sh", "-c", script, str(self.disk))
        self.seen = Path(f"/proc/{self.commands.pid}/root{self.disk}")

    def leave(self, room: int) -> None:
        with open(self.seen / "ballast", "wb", buffering=0) as ballast:
            with contextlib.suppress(OSError):
                while ballast.write(bytes(4096)) == 4096:
                    pass
            ballast.truncate(max(0, ballast.tell() // 4096 * 4096 - room))

    def held(self) -> Book:
        """A copy of the gradebook there: SQLite would follow the way to this disk back out to one's own."""
        self._copies += 1
        copy = self.disk.with_name(f"seen {self._copies}.sqlite")
        shutil.copyfile(self.seen / "gradebook.sqlite", copy)
        assert not (self.seen / "gradebook.sqlite-journal").exists()
        return Book(str(copy))

    def make_room(self) -> None:
        (self.seen / "ballast").unlink()

    def full(self, *line: str | Path, **how: Any) -> None:
        ran = self.commands.run(*line, **how)
        ran.one_line("make room, then run this again")


@pytest.fixture
def small(school: School) -> Iterator[SmallDisk]:
    made = SmallDisk(school.folder)
    yield made
    made.commands.close()


@ON_SQLITE
def test_a_disk_that_fills_up(school: School, small: SmallDisk, newer: dict[str, Any], can_jail: None) -> None:
    """Adding, grading, regrading, migrating, exporting: what was there is there still, and with more room it is done."""
    book = str(small.disk / "gradebook.sqlite")
    noise = random.Random(1)
    school.hand_in({f"s{number:02}": f"# {noise.randbytes(4000).hex()}\n{HALF}" for number in range(20)})
    small.commands.run("gradebook", "init", "--gradebook", book).fine()
    add: list[str | Path] = ["gradebook", "add", school.handed_in, "--gradebook", book]
    for room in (0, 8 << 10, 40 << 10):
        small.leave(room)
        small.full(*add)
        assert not small.held().state()["submissions"]
        small.commands.run("gradebook", "show", "--gradebook", book).fine()
    small.make_room()
    small.commands.run(*add).fine()
    added = small.held().state()
    assert len(added["submissions"]) == 20 + len(CLASS)

    out = school.out()
    grade: list[str | Path] = ["grade", school.handed_in, "--out", out, "--record", "--gradebook", book]
    small.leave(12 << 10)
    small.full(*grade)
    part = small.held().state()
    assert part["submissions"] == added["submissions"] and len(part["results"]) < len(added["submissions"])
    small.make_room()
    small.commands.run(*grade, "--resume").fine()
    graded = small.held().state()
    assert len(graded["results"]) == len(added["submissions"])

    school.new_suite()
    regrade: list[str | Path] = ["regrade", EXERCISE, "--yes", "--lower", "--gradebook", book]
    small.leave(12 << 10)
    small.full(*regrade)
    assert small.held().state() == graded
    small.make_room()
    small.commands.run(*regrade).fine()
    regraded = small.held().state()
    assert len(regraded["results"]) == 2 * len(graded["results"])

    to = small.disk / "final"
    export: list[str | Path] = ["gradebook", "export", "--out", to, "--gradebook", book]
    small.leave(16 << 10)
    small.full(*export)
    assert not list((small.seen / "final").iterdir())
    small.make_room()
    small.commands.run(*export).fine()
    shutil.rmtree(small.seen / "final")

    migrate: list[str | Path] = ["gradebook", "migrate", "--gradebook", book]
    for room in (0, 64 << 10):
        small.leave(room)
        small.full(*migrate, **newer)
        assert revision(small.held()) == "0001" and small.held().state() == regraded
        assert {each.name for each in small.seen.iterdir()} == {"ballast", "gradebook.sqlite"}
    small.make_room()
    small.commands.run(*migrate, **newer).fine()
    assert revision(small.held()) == "0002" and small.held().state() == regraded
    small.commands.nothing_left()


# --- No gradebook -------------------------------------------------------------------------------------------------------------------

SECRET = "hunter2"
URLS = {
    "mysql": (f"mysql://lecturer:{SECRET}@db/grades", 2, "SQLite file or a PostgreSQL database"),
    "a bad driver": (f"oracle+thin://lecturer:{SECRET}@db/grades", 2, "SQLite file or a PostgreSQL database"),
    "a bad port": (f"postgresql://lecturer:{SECRET}@db:port/grades", 2, "neither a file nor a database's URL"),
    "no URL": (f"://lecturer:{SECRET}@db", 2, "neither a file nor a database's URL"),
    "no server": (f"postgresql://lecturer:{SECRET}@127.0.0.1:1/grades", 1, "cannot be used"),
    "an unknown host": (f"postgresql://lecturer:{SECRET}@nowhere.invalid/grades", 1, "cannot be used"),
    "a password beside": (f"postgresql:///grades?host=/nowhere&password={SECRET}", 1, "cannot be used"),
    "SQLite's memory": ("sqlite:///:memory:", 2, "there is no gradebook"),
    "SQLite without a file": ("sqlite://", 2, "SQLite file or a PostgreSQL database"),
}


@ON_SQLITE
@pytest.mark.parametrize("name", URLS)
def test_a_url_that_leads_nowhere(school: School, name: str) -> None:
    """One line, without the password that is in it."""
    url, code, words = URLS[name]
    for command in (["show"], ["add", school.handed_in]):
        ran = school.commands.run("gradebook", *command, "--gradebook", url)
        ran.one_line(words, code)
        assert SECRET not in ran.err + ran.out


OTHERS = {
    "nothing": ([], "there is no gradebook; make one", 2),
    "tables": (["CREATE TABLE cakes (id INTEGER)"], "is no gradebook; make one", 2),
    # Theirs is called 0001 too.
    "Alembic's": (
        ["CREATE TABLE alembic_version (version_num VARCHAR(32))", "INSERT INTO alembic_version VALUES ('0001')"],
        "is no gradebook; make one",
        2,
    ),
    "an unknown revision": (
        ["CREATE TABLE alembic_version (version_num VARCHAR(32))", "INSERT INTO alembic_version VALUES ('f00')"],
        "is no gradebook; make one",
        2,
    ),
}


@pytest.mark.parametrize("name", OTHERS)
def test_a_database_of_something_else(school: School, postgres: Any, name: str) -> None:
    """It is left as it is, whatever is asked of it."""
    statements, words, code = OTHERS[name]
    other = Book(str(school.folder / "other.sqlite") if school.book.file is not None else postgres.new_database())
    if statements:
        other.change(*statements)
    elif other.file is not None:
        other.file.touch()
    else:
        words = "is no gradebook; make one"
    for command in (["show"], ["check"], ["migrate"], ["add", school.handed_in], ["migrate", "--backed-up"]):
        school.commands.run("gradebook", *command, "--gradebook", other.url).one_line(words, code)
    if statements:
        school.commands.run("gradebook", "init", "--gradebook", other.url).one_line("(is there already|holds tables already)", 2)


@ON_SQLITE
def test_a_file_that_is_no_database(school: School) -> None:
    """A text, a folder, a pipe: one line each, nothing waits, and init leaves them alone."""
    words = school.folder / "notes.txt"
    words.write_text("grades: all of them\n" * 100)
    os.mkfifo(school.folder / "pipe")
    others = {words: ("damaged or no gradebook", 1), school.course: ("no gradebook", 2), school.folder / "pipe": ("no gradebook", 2)}
    for path, (said, code) in others.items():
        for command in (["show"], ["check"], ["add", school.handed_in], ["migrate"]):
            school.commands.run("gradebook", *command, "--gradebook", path).one_line(said, code)
    school.commands.run("gradebook", "init", "--gradebook", words).one_line("is there already", 2)
    assert words.read_text() == "grades: all of them\n" * 100


@ON_POSTGRESQL
def test_a_wrong_password(school: School, postgres: Any) -> None:
    """One line, without it."""
    database = make_url(school.book.url).database
    school.book.change(f"CREATE ROLE locked_{database} LOGIN PASSWORD 'right'")
    rules = postgres.folder / "data" / "pg_hba.conf"
    rules.write_text(f"local all locked_{database} scram-sha-256\n" + rules.read_text())
    school.book.change("SELECT pg_reload_conf()")
    url = f"postgresql://locked_{database}:{SECRET}@/{database}?host={postgres.folder}"
    ran = school.commands.run("gradebook", "show", "--gradebook", url)
    ran.one_line("password authentication failed")
    assert SECRET not in ran.err


# --- Damaged ------------------------------------------------------------------------------------------------------------------------


SPOIL = "UPDATE blobs SET content = :raw WHERE sha256 = :sha"


def damage(school: School, *statements: str, **values: Any) -> Book:
    book = school.book.copy()
    book.allow_changes()
    book.change(*statements, **values)
    return book


def test_what_is_damaged_is_named(school: School, can_jail: None) -> None:
    """A byte of work, of a result, of the log: check says where; the rest of the gradebook is still to be had."""
    school.commands.run(*grade_line(school, school.book, school.out())).fine()
    [half] = [row for row in school.book.read(select(submissions)) if row["student"] == "2026002"]
    [right] = [row for row in school.book.read(select(submissions)) if row["student"] == "2026001"]
    [result] = [row for row in school.book.read(select(results)) if row["submission"] == half["id"]]
    flipped = bytes([result["row"][0], result["row"][1], result["row"][2] ^ 255, *result["row"][3:]])
    of_half = f"submission {half['id']} \\(2026002, {EXERCISE}, attempt 1\\) is damaged"
    for statement, values, words in (
        (SPOIL, {"raw": b"x\x9c\x03", "sha": half["content"]}, f"{half['content']}.*{of_half}"),
        ("UPDATE submissions SET more = '{' WHERE id = :id", {"id": half["id"]}, of_half),
        # Another student's work in the place of one's own: every hash is that of something.
        ("UPDATE submissions SET content = :sha WHERE id = :id", {"id": half["id"], "sha": right["content"]}, of_half),
        ("UPDATE submissions SET content = NULL, refused = '{}' WHERE id = :id", {"id": half["id"]}, of_half),
        ('UPDATE results SET "row" = :raw WHERE id = :id', {"raw": flipped, "id": result["id"]}, f"result {result['id']} is damaged"),
        ("UPDATE results SET score = 100 WHERE id = :id", {"id": result["id"]}, f"result {result['id']} is damaged"),
        ("UPDATE results SET made_with = '{' WHERE id = :id", {"id": result["id"]}, f"result {result['id']} is damaged"),
        ("UPDATE log SET detail = '{' WHERE id = 1", {}, "entry 1 of the log is not what was sealed"),
        ("UPDATE log SET \"by\" = 'nobody' WHERE id = 1", {}, "entry 1 of the log is not what was sealed"),
        ("DELETE FROM log WHERE id = 1", {}, "entry 2 of the log is not what was sealed"),
    ):
        book = damage(school, statement, **values)
        ran = school.commands.run("gradebook", "check", "--gradebook", book.url)
        assert ran.code == 1 and re.search(words, ran.err, re.DOTALL), (statement, ran.err)
        for command in (["show"], ["show", "2026002"], ["show", "2026001"], ["export", "--out", school.out()]):
            ran = school.commands.run("gradebook", *command, "--gradebook", book.url)
            assert ran.code == 0 or (ran.code == 1 and f"result {result['id']} in the gradebook is damaged" in ran.err), (
                statement,
                ran.err,
            )
            assert "Traceback" not in ran.err and ran.err.count("\n") <= 1


def test_a_regrade_goes_on_past_a_damaged_submission(school: School, can_jail: None) -> None:
    """That one keeps the result it had, and is named; the others are judged."""
    school.commands.run(*grade_line(school, school.book, school.out())).fine()
    [half] = [row for row in school.book.read(select(submissions)) if row["student"] == "2026002"]
    book = damage(school, SPOIL, raw=b"x\x9c\x03", sha=half["content"])
    before = len(book.state()["results"])
    school.new_suite()
    for _ in range(2):
        ran = school.commands.run("regrade", EXERCISE, "--yes", "--lower", "--gradebook", book.url)
        assert ran.code == 1 and "2026002: could not be judged" in ran.err and "Traceback" not in ran.err, ran.err
        found = book.state()["results"]
        assert len(found) == before + len(CLASS) - 1
        assert Counter(row[0] for row in found)["2026002"] == 1


@ON_SQLITE
def test_a_damaged_file(school: School) -> None:
    """Bytes of the file itself: one line, whatever they were part of."""
    school.commands.run("gradebook", "add", school.handed_in, "--gradebook", school.book.url).fine()
    whole = Path(school.book.url).read_bytes()
    found = 0
    for place in range(0, len(whole), len(whole) // 12):
        copy = school.folder / f"damaged {place}.sqlite"
        copy.write_bytes(whole[:place] + bytes(each ^ 0x5A for each in whole[place : place + 64]) + whole[place + 64 :])
        for command in (["check"], ["show"], ["show", "2026001"], ["export", "--out", school.out()]):
            ran = school.commands.run("gradebook", *command, "--gradebook", copy)
            assert ran.code in (0, 1, 2) and "Traceback" not in ran.err, (place, command, ran.err)
            found += ran.code != 0
    assert found >= 8


# --- Hostile ------------------------------------------------------------------------------------------------------------------------

HOSTILE = [
    b"=cmd|' calc'!A0",
    b"two\nlines\r\tand \x1b[31mred\x07",
    "right\u202eto\u2066left\u200b".encode(),
    b"'; DROP TABLE students; --",
    b"%s :name {0} [bold]x <script>alert(1)",
    "가".encode() * 83,
    b"no \xff UTF-8",
    b"\xed\xa0\x80 half",
]


def test_hostile_names_and_comments(school: School, can_jail: None) -> None:
    """They come out as what they are, and neither a terminal, a spreadsheet nor the database runs them."""
    for raw in HOSTILE:
        folder = os.fsencode(school.handed_in) + b"/" + raw
        os.mkdir(folder)
        with open(folder + b"/tiny_array.py", "w") as file:
            file.write(HALF)
    url = school.book.url
    school.commands.run(*grade_line(school, school.book, school.out())).fine()
    names = [row["id"] for row in school.book.read(select(students))]
    assert len(names) == len(HOSTILE) + len(CLASS)
    comment = "=1+1 \x1b[2J\u202e [red]so[/red] '); --\nand more"
    for name in names:
        school.commands.run("gradebook", "adjust", name, EXERCISE, "--points", "-1", "--comment", comment, "--gradebook", url).fine()
    out = school.out()
    said = [school.commands.run("gradebook", "show", "--gradebook", url).fine()]
    said += [school.commands.run("gradebook", "show", name, "--gradebook", url).fine() for name in names]
    said += [school.commands.run("gradebook", "export", "--out", out, "--gradebook", url).fine()]
    school.new_suite()
    differences = school.folder / "differences.csv"
    said += [school.commands.run("regrade", EXERCISE, "--yes", "--lower", "--out", differences, "--gradebook", url).fine()]
    said += [school.commands.run("regrade", EXERCISE, "--only", name, "--dry-run", "--gradebook", url) for name in names]
    for ran in said:
        assert ran.code == 0, ran.err
        assert not re.search("[\x00-\x09\x0b-\x1f\x7f-\x9f\u202a-\u202e\u2066-\u2069\u200b\ud800-\udfff]", ran.out + ran.err), ran
    for path in (out / "grades.csv", differences):
        with open(path, encoding="utf-8-sig", newline="") as file:
            rows = list(csv.reader(file))
        assert len(rows) == len(names) + 1
        assert not [cell for row in rows[1:] for cell in row if re.match(r"[=+@\t\r]|-[^\d.]", cell)]
    school.check(school.book)


def test_arguments_that_no_database_holds(school: School) -> None:
    """Bytes that are no UTF-8, numbers beyond all bounds: bad use, in one line."""
    url = school.book.url
    school.commands.run("gradebook", "add", school.handed_in, "--gradebook", url).fine()
    before = school.book.state()
    for command in (
        ["show", "\udcff"],
        ["adjust", "\udcff", EXERCISE, "--comment", "so"],
        ["adjust", "2026001", EXERCISE, "--points", "1e308", "--comment", "so"],
        ["adjust", "2026001", EXERCISE, "--points", "nan", "--comment", "so"],
        ["adjust", "2026001", EXERCISE, "--points", "-inf", "--comment", "so"],
        ["adjust", "2026001", EXERCISE, "--comment", " \n"],
        ["withdraw", "99999999999999999999999"],
        ["withdraw", "7"],
    ):
        school.commands.run("gradebook", *command, "--gradebook", url).one_line("", 2)
    school.commands.run("regrade", EXERCISE, "--only", "\udcff", "--dry-run", "--gradebook", url).one_line("", 2)
    assert school.book.state() == before
    school.commands.run("gradebook", "adjust", "2026001", EXERCISE, "--comment", "bytes \udcff", "--gradebook", url).fine()
    assert school.book.state()["adjustments"][0][3].startswith("bytes ")


def test_work_that_became_something_else(school: School, can_jail: None) -> None:
    """Between two gradings a file becomes a link to a secret, another a pipe: each is an attempt that was refused, and nothing waits."""
    school.commands.run(*grade_line(school, school.book, school.out())).fine()
    secret = school.folder / "secret.py"
    secret.write_text(f"# {SECRET}\n{RIGHT}")
    link, pipe = (school.handed_in / name / f"{EXERCISE}.py" for name in ("2026002", "2026003"))
    link.unlink()
    link.symlink_to(secret)
    pipe.unlink()
    os.mkfifo(pipe)
    out = school.out()
    school.commands.run(*grade_line(school, school.book, out)).fine()
    status = {row["student"]: row["status"] for row in untimed(out)}
    assert status["2026002"] == status["2026003"] == "refused"
    state = school.book.state()
    assert [row[2] for row in state["submissions"] if row[0] in ("2026002", "2026003")] == [1, 2, 1, 2]
    assert len(state["submissions"]) == len(CLASS) + 2
    assert all(SECRET not in zlib.decompress(row["content"]).decode() for row in school.book.read(select(blobs)))
    school.check(school.book)


def test_an_exercise_that_is_gone(school: School, can_jail: None) -> None:
    """The course has it no longer; what was handed in and scored still shows and is exported, and the rest is refused in a line."""
    url = school.book.url
    school.commands.run(*grade_line(school, school.book, school.out())).fine()
    file = school.course / "course.toml"
    (school.course / "exercises" / EXERCISE).rename(school.folder / "gone")
    (school.course / "solutions" / EXERCISE).rename(school.folder / "gone too")
    file.write_text(file.read_text("utf-8").replace(f'exercises = ["{EXERCISE}"]', "exercises = []"), "utf-8")
    shown = school.commands.run("gradebook", "show", "--gradebook", url).fine()
    assert EXERCISE in shown.out and "100" in shown.out
    school.commands.run("gradebook", "show", "2026001", "--gradebook", url).fine()
    out = school.out()
    school.commands.run("gradebook", "export", "--out", out, "--gradebook", url).fine()
    assert len(untimed(out)) == len(CLASS)
    with open(out / "grades.csv", encoding="utf-8-sig", newline="") as csv_file:
        grades = {row["student"]: row for row in csv.DictReader(csv_file)}
    assert grades["2026001"][EXERCISE] == "100" and grades["2026001"]["total"] == "100"
    school.commands.run("gradebook", "check", "--gradebook", url).fine()
    school.commands.run("report", out / "results.json", "--out", school.out()).fine()
    school.commands.run("regrade", EXERCISE, "--yes", "--gradebook", url).one_line("no exercise is called", 2)
    school.commands.run("gradebook", "adjust", "2026001", EXERCISE, "--comment", "x", "--gradebook", url).one_line(
        "no exercise is called", 2
    )
