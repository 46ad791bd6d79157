"""Whatever dies, fills up or is cut off while a class is graded: in the end every submission has one row, that of an undisturbed grading.

Moments, victims and bytes are drawn from a seed, which a failure prints together with what was drawn; CHAOS_SEED=… sets another.
A moment is a number of rows in the journal and a fraction of a second after them, so it falls anywhere, and the next time there again.
"""

import json
import os
import random
import re
import shutil
import signal
import subprocess
import sys
import time
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import pytest

from gradekit.engine.classroom import JOURNAL
from gradekit.sandbox import jail

SEED = int(os.environ.get("CHAOS_SEED", "20"))
STUDENTS = 200
SECONDS_AT_MOST = 120.0
SECONDS_TO_GO = 15.0  # until the last process of a grading that was killed has gone

# Becomes the parent of whatever a grading leaves behind, so that nothing of it can be missed; says what was left at the end.
KEEPER = f"""
import ctypes, json, os, signal, subprocess, sys, time
from pathlib import Path
ctypes.CDLL(None).prctl(36, 1, 0, 0, 0)
child = subprocess.Popen(sys.argv[1:], start_new_session=True)
print(child.pid, flush=True)
code = child.wait()
sys.stdout.flush()
deadline = time.monotonic() + {SECONDS_TO_GO}
left = []
while True:
    try:
        if os.waitpid(-1, os.WNOHANG)[0]:
            continue
    except ChildProcessError:
        break
    if time.monotonic() > deadline:
        for number in Path(f"/proc/self/task/{{os.getpid()}}/children").read_text().split():
            left.append(Path(f"/proc/{{number}}/cmdline").read_bytes().replace(b"\\0", b" ").decode()[:200])
            os.kill(int(number), signal.SIGKILL)
        deadline += 5
    time.sleep(0.01)
print(json.dumps([code, left]), flush=True)
"""


@pytest.fixture(scope="module", autouse=True)
def can_jail() -> None:
    reason = jail.why_not("namespaces")
    if reason is not None:
        pytest.skip(f"this machine cannot jail: {reason}")


# --- The class, and what an undisturbed grading of it finds ---------------------------------------------------------------------

FEW_TESTS = '''"""A few tests, so that two hundred submissions take seconds."""

import numpy as np

from gradekit.testing import assert_close, depends, points


@points(40)
def test_scale(submission, reference, rng):
    x = rng.normal(size=(2, 3))
    assert_close(submission.scale(x, k=-1.5), reference.scale(x, -1.5), what="scale(x, k)")


@points(20)
@depends("test_scale")
def test_scale_by_two(submission):
    assert_close(submission.scale(np.array([1.0, 2.0])), [2.0, 4.0], what="scale(x)")


@points(40)
def test_row_sums(submission, reference, rng):
    x = rng.normal(size=(3, 2))
    assert_close(submission.row_sums(x), reference.row_sums(x), what="row_sums(x)")
'''
RARE = {
    "endless": "while True: pass\n",
    "endless call": "def scale(x, k=2.0):\n    while True: pass\n\ndef row_sums(x):\n    return x.sum(axis=1)\n",
    "exits": "import os\n\ndef scale(x, k=2.0):\n    os._exit(3)\n\ndef row_sums(x):\n    return x.sum(axis=1)\n",
    "aborts": "import os\n\ndef row_sums(x):\n    os.abort()\n",
    "raises": "def scale(x, k=2.0):\n    raise ValueError('no idea')\n",
    "leaves": "raise SystemExit(2)\n",
    "is no program": "def scale(x:\n",
    "prints": "print('한글 ' * 5000)\n\ndef scale(x, k=2.0):\n    return x * k\n",
}


@dataclass
class Class:
    """Two hundred submissions, the course they belong to, and the rows that an undisturbed grading gives them."""

    course: Path
    submissions: Path
    cache: Path
    rows: dict[str, dict[str, Any]] = field(default_factory=dict)
    journal_head: bytes = b""

    def begin(self, out: Path, *more: str, prefix: tuple[str, ...] = ()) -> "Run":
        line = [sys.executable, "-m", "gradekit", "grade", str(self.submissions), "--out", str(out), "--course", str(self.course)]
        return Run([*prefix, *line, "--jobs", "2", "--device", "cpu", *more], out, self.cache)

    def journal(self, rows: int = STUDENTS) -> bytes:
        """The journal of a grading that has come so far; with all rows, only results and reports are missing."""
        lines = [json.dumps(row, ensure_ascii=False, separators=(",", ":")).encode() + b"\n" for row in self.rows.values()]
        return self.journal_head + b"".join(lines[:rows])

    def check(self, out: Path, *, missed: int = 0) -> dict[str, dict[str, Any]]:
        """OUT holds one right row for every submission, its pages and nothing else. missed: rows that may have lost a worker."""
        rows = rows_in(json.loads((out / "results.json").read_bytes())["results"])
        assert list(rows) == list(self.rows)
        differing = [name for name, row in rows.items() if timeless(row) != timeless(self.rows[name])]
        for name in differing[:missed]:
            for test, usual in zip(rows[name]["tests"], self.rows[name]["tests"], strict=True):
                killed = test["outcome"] == "crashed" and "SIGKILL" in test["message"]
                assert killed or test["outcome"] == "skipped" or test == usual, (name, test, usual)
        assert not differing[missed:], [(timeless(rows[name]), timeless(self.rows[name])) for name in differing[:2]]
        assert sorted(os.listdir(out)) == ["report.html", "results.json", "scores.csv", "students"]
        pages = os.listdir(out / "students")
        assert len(pages) == STUDENTS and all(page.endswith(".html") for page in pages), sorted(pages)[:5]
        assert (out / "scores.csv").read_text("utf-8-sig").count("\n") >= STUDENTS
        return rows

    def check_journal(self, path: Path) -> int:
        """Its whole lines are right rows, no student twice; returns how many."""
        rows = rows_in(list(whole_rows(path)))
        assert all(timeless(row) == timeless(self.rows[name]) for name, row in rows.items())
        return len(rows)


def rows_in(rows: list[dict[str, Any]]) -> dict[str, dict[str, Any]]:
    found = {row["student"]: row for row in rows}
    assert len(found) == len(rows), "a submission has two rows"
    return found


def timeless(row: dict[str, Any]) -> dict[str, Any]:
    return row | {"seconds": 0}


@pytest.fixture(scope="module")
def a_class(tmp_path_factory: pytest.TempPathFactory, minicourse: Path) -> Iterator[Class]:
    root = tmp_path_factory.mktemp("chaos")
    course = root / "course"
    shutil.copytree(minicourse, course, ignore=shutil.ignore_patterns("__pycache__"))
    (course / "course.toml").write_text((course / "course.toml").read_text("utf-8").replace(', "tiny_model"', ""), "utf-8")
    (course / "solutions/tiny_array/test_hidden.py").write_text(FEW_TESTS, "utf-8")
    solutions = course / "solutions/tiny_array"
    common = [path.read_text("utf-8") for path in [solutions / "solution.py", *sorted((solutions / "misconceptions").glob("*.py"))]]
    common.append((course / "exercises/tiny_array/tiny_array.py").read_text("utf-8"))
    draw = random.Random(SEED)
    programs = [*RARE.values(), RARE["exits"], RARE["aborts"], RARE["raises"]]
    programs += [common[number % len(common)] for number in range(STUDENTS - len(programs))]
    draw.shuffle(programs)
    for number, program in enumerate(programs):
        folder = root / "submissions" / f"학생 {number:03}"
        folder.mkdir(parents=True)
        (folder / "tiny_array.py").write_text(program, "utf-8")
    made = Class(course, root / "submissions", root / "cache")
    out = root / "undisturbed"
    run = made.begin(out)
    run.wait_for(1)
    made.journal_head = (out / JOURNAL).read_bytes().split(b"\n")[0] + b"\n"
    run.ends(0)
    made.rows = rows_in(json.loads((out / "results.json").read_bytes())["results"])
    assert len(made.rows) == STUDENTS
    assert len({row["score"] for row in made.rows.values()}) >= 4 and {row["status"] for row in made.rows.values()} == {"graded"}
    outcomes = {test["outcome"] for row in made.rows.values() for test in row["tests"]}
    assert outcomes >= {"passed", "failed", "error", "timeout", "crashed", "skipped"}
    made.check(out)
    yield made
    shutil.rmtree(root, ignore_errors=True)


# --- A grading under way, and its processes -------------------------------------------------------------------------------------


class Run:
    """'gradekit grade' in processes of its own."""

    def __init__(self, line: list[str], out: Path, cache: Path) -> None:
        self.out = out
        self.said = out.parent / f"said-{time.monotonic_ns()}"
        with open(self.said, "wb") as said:
            self._keeper = subprocess.Popen(
                [sys.executable, "-c", KEEPER, *line],
                stdout=subprocess.PIPE,
                stderr=said,
                text=True,
                env=os.environ | {"XDG_CACHE_HOME": str(cache)},
            )
        assert self._keeper.stdout is not None
        self._pipe = self._keeper.stdout
        self.engine = int(self._pipe.readline())

    @property
    def running(self) -> bool:
        return Path(f"/proc/{self.engine}").exists() and _stat(self.engine)[0] not in "ZX"

    def rows(self) -> int:
        """The whole lines of the journal, its head among them; as many as there ever will be where the grading itself is done."""
        try:
            return (self.out / JOURNAL).read_bytes().count(b"\n")
        except FileNotFoundError:
            return STUDENTS + 1 if (self.out / "results.json").exists() else 0

    def wait_for(self, rows: int) -> None:
        deadline = time.monotonic() + SECONDS_AT_MOST
        while self.running and self.rows() < rows:
            assert time.monotonic() < deadline
            time.sleep(0.004)

    def ends(self, code: int, complaint: str = "") -> str:
        """The exit code is that, no process is left, and what it said on standard error is complaint; returns the rest."""
        try:
            said, _ = self._keeper.communicate(timeout=SECONDS_AT_MOST)
        except subprocess.TimeoutExpired:
            for each in [self.engine, *descendants(self._keeper.pid)]:
                kill(each)
            self._keeper.communicate(timeout=30)
            raise
        *output, last = said.splitlines()
        found, left = json.loads(last)
        complained = self.said.read_text("utf-8", "replace")
        self.said.unlink()
        assert found == code, (found, complained, output[-5:])
        assert left == [], "processes were left"
        assert re.fullmatch(complaint, complained.strip(), re.DOTALL), complained
        return "\n".join(output)

    def victims(self, kind: str) -> list[int]:
        """The processes of that kind that there are now."""
        found = []
        for each in descendants(self.engine):
            try:
                line = Path(f"/proc/{each}/cmdline").read_bytes()
                parent = Path(f"/proc/{_stat(each)[1]}/cmdline").read_bytes()
                grandparent = Path(f"/proc/{_stat(_stat(each)[1])[1]}/cmdline").read_bytes()
            except (FileNotFoundError, ProcessLookupError):
                continue
            warm = b"warm.main" in line
            if b"bwrap" in line.split(b"\0")[0]:
                what = "warm"
            elif warm:
                above = [b"bwrap" in up.split(b"\0")[0] for up in (parent, grandparent)]
                what = "warm" if above[0] else "init" if above[1] else "worker"
            elif b"multiprocessing.forkserver" in line:
                what = "judge" if b"multiprocessing.forkserver" in parent else "server"
            else:
                continue
            if what == kind:
                found.append(each)
        return found

    def kill_one(self, kind: str, draw: random.Random) -> bool:
        """End a process of that kind; those that come and go are waited for. False where the grading is over."""
        deadline = time.monotonic() + 20
        while self.running and time.monotonic() < deadline:
            found = [self.engine] if kind == "engine" else self.victims(kind)
            if found and kill(draw.choice(found)):
                return True
        return False


def _stat(number: int) -> tuple[str, int]:
    """The state of a process and its parent."""
    try:
        rest = Path(f"/proc/{number}/stat").read_text().rpartition(")")[2].split()
    except (FileNotFoundError, ProcessLookupError):
        return "X", 0
    return rest[0], int(rest[1])


def descendants(root: int) -> list[int]:
    children: dict[int, list[int]] = {}
    for entry in os.listdir("/proc"):
        if entry.isdigit():
            state, parent = _stat(int(entry))
            if state not in "ZX":
                children.setdefault(parent, []).append(int(entry))
    found, waiting = [], [root]
    while waiting:
        below = children.get(waiting.pop(), [])
        found += below
        waiting += below
    return found


def kill(number: int) -> bool:
    try:
        os.kill(number, signal.SIGKILL)
    except ProcessLookupError:
        return False
    return True


@dataclass(frozen=True)
class Moment:
    """So many lines in the journal, and so many seconds after that."""

    rows: int
    seconds: float
    victim: str = "engine"

    def come(self, run: Run) -> None:
        run.wait_for(self.rows)
        time.sleep(self.seconds)


@pytest.fixture
def draw(request: pytest.FixtureRequest) -> random.Random:
    """Random numbers of the test's own, by the seed; both are printed where it fails."""
    print(f"CHAOS_SEED={SEED}")
    return random.Random(f"{SEED} {request.node.name}")


# Every scenario begins with so many rows in its journal, and so takes seconds less.
PREPARED = 110

# --- The scenarios --------------------------------------------------------------------------------------------------------------


def test_processes_killed_under_a_grading(a_class: Class, tmp_path: Path, draw: random.Random) -> None:
    """A judge, the warm process, the init of a worker, the server that judges are forked from: nobody's row tells of it.

    A worker is a submission's own process, and could have ended itself: that costs the test it was at, and no other.
    """
    # What takes a judge with it far apart: the same submission met twice is held to be the cause, and says so.
    first, second = draw.sample(["judge", "server"], 2)
    others = ["warm", "init", "worker", "init", "warm", "worker"]
    draw.shuffle(others)
    kinds = [first, *others[:3], second, *others[3:]]
    begin, width = 40, (STUDENTS - 40) // len(kinds)
    moments = [Moment(1 + begin + place * width + draw.randrange(width // 2), draw.random() / 10, kind) for place, kind in enumerate(kinds)]
    print(*moments, sep="\n")
    (tmp_path / "out").mkdir()
    (tmp_path / "out" / JOURNAL).write_bytes(a_class.journal(begin))
    run = a_class.begin(tmp_path / "out", "--resume")
    killed = []
    for moment in moments:
        moment.come(run)
        if run.kill_one(moment.victim, draw):
            killed.append(moment.victim)
    print("killed", killed)
    run.ends(0)
    assert len(killed) >= len(kinds) - 2
    a_class.check(tmp_path / "out", missed=killed.count("worker"))


def test_the_engine_killed_and_the_journal_damaged(a_class: Class, tmp_path: Path, draw: random.Random) -> None:
    """Killed while it starts, grades and grades again; in between the journal loses its end, or gains noise. --resume finishes it."""
    out = tmp_path / "out"
    journal = out / JOURNAL
    damages = ["none", *draw.sample(["cut", "noise", "cut and noise"], 2)]
    more: tuple[str, ...] = ()
    for number, damage in enumerate(damages):
        held = a_class.check_journal(journal)
        moment = Moment(held + draw.randrange(2, 30), draw.random() / 5) if number else Moment(0, draw.random() * 2)
        print(moment, damage)
        run = a_class.begin(out, *more)
        moment.come(run)
        assert run.kill_one("engine", draw), "it was over before its time"
        run.ends(-signal.SIGKILL, ".*")
        assert not (out / "results.json").exists()
        a_class.check_journal(journal)
        if number == 0:
            journal.parent.mkdir(exist_ok=True)
            journal.write_bytes(a_class.journal(PREPARED))
        else:
            content = journal.read_bytes()
            if "cut" in damage:
                content = content[: draw.randrange(len(content) // 2, len(content) + 1)]
            if "noise" in damage and content.count(b"\n"):
                content += draw.choice([draw.randbytes(draw.randrange(1, 3000)), bytes(4096), b"{}\n", content[-200:-90] + b"\n\n", b"\n"])
            journal.write_bytes(content)
            print(f"{len(content)} bytes left")
        more = ("--resume",)
    before = {row["student"]: row for row in whole_rows(journal)}
    a_class.begin(out, "--resume").ends(0)
    rows = a_class.check(out)
    assert all(rows[name] == row for name, row in before.items()), "a row that was there before is that very row"


def whole_rows(journal: Path) -> Iterator[dict[str, Any]]:
    """The rows up to the first line that is none."""
    if not journal.exists():
        return
    for line in journal.read_bytes().split(b"\n")[1:-1]:
        try:
            row = json.loads(line)
            assert {"student", "exercise", "score"} <= row.keys()
        except (ValueError, AssertionError, AttributeError):
            return
        yield row


def test_a_journal_cut_anywhere(a_class: Class, tmp_path: Path, draw: random.Random) -> None:
    """In its head: graded anew. In a row: that one and what follows. Something else by its name: refused, and left as it was."""
    out = tmp_path / "out"
    out.mkdir()
    whole = a_class.journal()
    head = len(a_class.journal_head)
    for low, high, noise in ((head, len(whole), b""), (len(whole) * 9 // 10, len(whole), draw.randbytes(100))):
        cut = draw.randrange(low, high)
        print(cut, "of", len(whole))
        shutil.rmtree(out)
        out.mkdir()
        (out / JOURNAL).write_bytes(whole[:cut] + noise)
        kept = whole[head:cut].count(b"\n")
        a_class.begin(out, "--resume").ends(0)
        rows = a_class.check(out)
        assert [rows[name] for name in list(rows)[:kept]] == list(a_class.rows.values())[:kept], "what was whole is not graded again"
    noise = b"noise " + draw.randbytes(50).replace(b"\n", b"") + b"\n"
    (out / JOURNAL).write_bytes(noise)
    said = r"gradekit: \S+: holds no journal of a grading; grade again without --resume"
    a_class.begin(out, "--resume").ends(2, said)
    assert (out / JOURNAL).read_bytes() == noise


def test_the_engine_killed_while_reports_are_written(a_class: Class, tmp_path: Path, draw: random.Random) -> None:
    """Everything is graded by then: --resume writes what is missing, grades nobody again, and clears away what was half written."""
    out = tmp_path / "out"
    out.mkdir()
    (out / JOURNAL).write_bytes(a_class.journal())
    for _ in range(3):
        seconds = draw.random() * 0.5
        print(seconds)
        run = a_class.begin(out, "--resume")
        deadline = time.monotonic() + 60
        while not any(name != JOURNAL for name in os.listdir(out)) and time.monotonic() < deadline and run.running:
            time.sleep(0.001)
        time.sleep(seconds)
        if run.kill_one("engine", draw):
            run.ends(-signal.SIGKILL, ".*")
        print(sorted(os.listdir(out)))
    a_class.begin(out, "--resume").ends(0)
    assert a_class.check(out) == a_class.rows, "nobody was graded again"


class Disk:
    """OUT on a disk of its own: a small file system where root may mount one, a limit on the size of files elsewhere."""

    def __init__(self, out: Path) -> None:
        self.out = out
        out.mkdir()
        self._limit = 0
        self._holder: subprocess.Popen[str] | None = None
        if os.geteuid() == 0 and shutil.which("nsenter"):
            script = 'mount -t tmpfs -o size=64k chaos "$0" && echo ready && exec cat'
            self._holder = subprocess.Popen(
                ["unshare", "--mount", "sh", "-c", script, str(out)],
                stdin=subprocess.PIPE,
                stdout=subprocess.PIPE,
                stderr=subprocess.PIPE,
                text=True,
            )
            assert self._holder.stdout is not None
            if self._holder.stdout.readline() != "ready\n":
                self._holder.communicate(timeout=10)
                self._holder = None

    @property
    def mounted(self) -> bool:
        return self._holder is not None

    @property
    def prefix(self) -> tuple[str, ...]:
        if self._holder:
            return ("nsenter", "--mount", f"--target={self._holder.pid}")
        return ("prlimit", f"--fsize={self._limit}:")

    @property
    def seen(self) -> Path:
        """OUT, as this process can look into it."""
        return Path(f"/proc/{self._holder.pid}/root{self.out}") if self._holder else self.out

    @property
    def full(self) -> str:
        return r"gradekit: [^\n]*(No space left on device|File too large); make room, then run this again[^\n]*"

    def room_for(self, size: int) -> None:
        """size: of all of OUT together, or of one file."""
        self._limit = size
        if self._holder:
            subprocess.run([*self.prefix, "mount", "-o", f"remount,size={size}", str(self.out)], check=True)

    def close(self) -> None:
        if self._holder:
            self._holder.communicate(timeout=10)


@pytest.fixture
def disk(tmp_path: Path) -> Iterator[Disk]:
    made = Disk(tmp_path / "out")
    yield made
    made.close()


AMPLE = 64 << 20


def test_a_disk_that_fills_up_while_grading(a_class: Class, tmp_path: Path, draw: random.Random, disk: Disk) -> None:
    """One line, exit code 1, and what was graded is kept: with more room it goes on."""
    prepared = a_class.journal(PREPARED)
    size = len(prepared) + (draw.randrange(8, 64) << 10)
    print(size)
    disk.room_for(size)
    (disk.seen / JOURNAL).write_bytes(prepared)
    a_class.begin(disk.out, "--resume", prefix=disk.prefix).ends(1, disk.full)
    kept = a_class.check_journal(disk.seen / JOURNAL)
    before = list(whole_rows(disk.seen / JOURNAL))
    assert PREPARED <= kept < STUDENTS and len(before) == kept
    assert not [name for name in os.listdir(disk.seen) if name not in (JOURNAL, "results.json")]
    disk.room_for(AMPLE)
    a_class.begin(disk.out, "--resume", prefix=disk.prefix).ends(0)
    rows = a_class.check(disk.seen)
    assert all(rows[row["student"]] == row for row in before), "nothing was graded twice"


def test_a_disk_that_fills_up_while_results_and_reports_are_written(a_class: Class, draw: random.Random, disk: Disk) -> None:
    """Everything is graded by then, and stays so."""
    journal = a_class.journal()
    results = len(json.dumps(list(a_class.rows.values()), ensure_ascii=False, indent=1).encode())
    if not disk.mounted:
        pytest.skip("a limit on files cannot tell results from reports")
    for size in (len(journal) + draw.randrange(9, results * 9 // 10), len(journal) + results * 2 + draw.randrange(100 << 10, 1 << 20)):
        print(size)
        disk.room_for(size)
        if not (disk.seen / "results.json").exists():
            (disk.seen / JOURNAL).write_bytes(journal)
        a_class.begin(disk.out, "--resume", prefix=disk.prefix).ends(1, disk.full)
        assert not [name for name in os.listdir(disk.seen) if name.startswith(".gradekit-half-")]
    disk.room_for(AMPLE)
    a_class.begin(disk.out, "--resume", prefix=disk.prefix).ends(0)
    assert a_class.check(disk.seen) == a_class.rows, "nobody was graded again"
