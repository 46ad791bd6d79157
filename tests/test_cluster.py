"""A class graded on a Dask cluster of real processes: the rows are those of a grading here, whatever dies, comes late or does not fit."""

import json
import os
import re
import shutil
import signal
import subprocess
import sys
import threading
import time
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import pytest

from gradekit import __version__
from gradekit.engine.classroom import JOURNAL
from gradekit.sandbox import jail

TESTS = Path(__file__).parent
SECONDS_AT_MOST = 120.0
DYING = "LIMIT = 666.0\n"  # a submission that says so takes the judge's own process with it
HOSTILE = ("exits_at_import", "garbage_frames", "hostile_words", "nan_answers")
RIGHT = 13


@pytest.fixture(scope="module", autouse=True)
def can_jail() -> None:
    reason = jail.why_no_jail()
    if reason is not None:
        pytest.skip(f"this machine cannot jail: {reason}")


# --- Processes of a cluster -----------------------------------------------------------------------------------------------------


class Daemon:
    """One process, and what it says on standard error."""

    def __init__(self, line: list[str], environment: dict[str, str]) -> None:
        self.process = subprocess.Popen(line, stdout=subprocess.DEVNULL, stderr=subprocess.PIPE, text=True, env=environment)
        self.said: list[str] = []
        self._changed = threading.Condition()
        self._ended = False
        self._listener = threading.Thread(target=self._listen, daemon=True)
        self._listener.start()

    def _listen(self) -> None:
        assert self.process.stderr is not None
        with self.process.stderr as lines:
            for line in lines:
                with self._changed:
                    self.said.append(line)
                    self._changed.notify_all()
        with self._changed:
            self._ended = True
            self._changed.notify_all()

    def says(self, pattern: str, times: int = 1) -> str:
        """Wait until it has said so; returns the group of the last one."""
        found: list[str] = []

        def look() -> bool:
            found[:] = re.findall(pattern, "".join(self.said))
            return len(found) >= times or self._ended

        with self._changed:
            assert self._changed.wait_for(look, SECONDS_AT_MOST) and len(found) >= times, "".join(self.said)[-2000:]
        return found[-1]

    def kill(self) -> None:
        self.process.kill()
        self.process.wait()

    def end(self) -> None:
        self.process.terminate()
        try:
            self.process.wait(20)
        except subprocess.TimeoutExpired:
            self.kill()
        self._listener.join(SECONDS_AT_MOST)  # what it started says something too, until it has ended

    def worker_of_nanny(self) -> int:
        """The process in which a nanny's worker is."""
        for child in " ".join(each.read_text() for each in Path(f"/proc/{self.process.pid}/task").glob("*/children")).split():
            if b"spawn_main" in Path(f"/proc/{child}/cmdline").read_bytes():
                return int(child)
        raise AssertionError("the nanny has no worker")


@dataclass
class Machines:
    """A scheduler and workers on loopback; what they keep for a while is in `scratch`."""

    folder: Path
    scratch: Path = field(init=False)
    address: str = ""
    daemons: list[Daemon] = field(default_factory=list)

    def __post_init__(self) -> None:
        self.scratch = self.folder / "t"
        self.scratch.mkdir()

    @property
    def environment(self) -> dict[str, str]:
        quiet = {"DASK_DISTRIBUTED__DIAGNOSTICS__NVML": "False", "PYTHONUNBUFFERED": "1"}
        return os.environ | quiet | {"TMPDIR": str(self.scratch)}

    def _start(self, *line: str) -> Daemon:
        self.daemons.append(Daemon([sys.executable, *line], self.environment))
        return self.daemons[-1]

    def scheduler(self, *options: str) -> Daemon:
        made = self._start("-m", "distributed.cli.dask_scheduler", "--host", "127.0.0.1", "--port", "0", "--no-dashboard", *options)
        self.address = made.says(r"Scheduler at:\s+(\S+)")
        return made

    def worker(self, *options: str, nanny: bool = False, first: str = "") -> Daemon:
        """first: what the worker's process runs before anything else."""
        begin = f"{first}\nfrom distributed.cli.dask_worker import main; main()"
        kind = ["--nanny"] if nanny else ["--no-nanny"]
        made = self._start("-c", begin, self.address, "--nthreads", "1", "--no-dashboard", "--host", "127.0.0.1", *kind, *options)
        made.says(r"(Registered to)")
        return made

    def leftovers(self) -> list[str]:
        """What gradings keep on the workers' disks."""
        return [name for name in os.listdir(self.scratch) if name.startswith("gradekit-")]

    def close(self) -> None:
        for each in reversed(self.daemons):
            each.end()


@pytest.fixture
def machines(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Machines]:
    made = Machines(tmp_path_factory.mktemp("c"))  # a short name, for sockets have paths too
    yield made
    made.close()


def until(happens: Callable[[], bool]) -> None:
    deadline = time.monotonic() + SECONDS_AT_MOST
    while not happens():
        assert time.monotonic() < deadline
        time.sleep(0.005)


# --- A class, and what a grading of it here finds -------------------------------------------------------------------------------


@dataclass
class Class:
    course: Path
    submissions: Path
    rows: list[dict[str, Any]] = field(default_factory=list)

    def line(self, out: Path, *more: str) -> list[str]:
        return [sys.executable, "-m", "gradekit", "grade", str(self.submissions), "--out", str(out), "--course", str(self.course), *more]

    def grade(self, out: Path, *more: str) -> subprocess.CompletedProcess[str]:
        return subprocess.run(self.line(out, *more), capture_output=True, text=True, timeout=SECONDS_AT_MOST, check=False)


def timeless(rows: list[dict[str, Any]]) -> list[dict[str, Any]]:
    return [{name: value for name, value in row.items() if name != "seconds"} for row in rows]


def rows_of(out: Path) -> list[dict[str, Any]]:
    rows: list[dict[str, Any]] = json.loads((out / "results.json").read_bytes())["results"]
    return timeless(rows)


@pytest.fixture(scope="module")
def a_class(tmp_path_factory: pytest.TempPathFactory) -> Class:
    """Twenty-four submissions: right, wrong, hostile, unreadable and deadly ones."""
    root = tmp_path_factory.mktemp("class")
    course = shutil.copytree(TESTS / "minicourse", root / "course")
    suite = course / "solutions/tiny_array/test_hidden.py"
    deadly = "\n    import os\n    if submission.LIMIT == 666.0:\n        os._exit(9)\n"
    text = suite.read_text("utf-8").replace("def test_limit(submission):\n", f"def test_limit(submission):{deadly}")
    suite.write_text(text, "utf-8")
    own = course / "solutions/tiny_array"
    right = (own / "solution.py").read_text("utf-8")
    works = {f"right-{number:02}": right.encode() for number in range(RIGHT)}
    works |= {f"wrong-{path.stem}": path.read_bytes() for path in (own / "misconceptions").glob("*.py")}
    works |= {f"hostile-{name}": (TESTS / "hostile" / f"{name}.py").read_bytes() for name in HOSTILE}
    works |= {
        "endless": right.replace("return np.asarray(x) * k", "while True: pass").encode(),
        "no-program": b"def scale(x:\n",
        "no-text": b"\xff\xfe",
        "deadly": (right + DYING).encode(),
    }
    for student, work in works.items():
        place = root / "submissions" / student / "tiny_array.py"
        place.parent.mkdir(parents=True)
        place.write_bytes(work)
    assert len(works) == 24
    made = Class(course, root / "submissions")
    done = made.grade(root / "here", "--jobs", "2")
    assert done.returncode == 0, done.stderr
    made.rows = rows_of(root / "here")
    return made


def test_what_the_class_is_for(a_class: Class) -> None:
    """What is compared below is worth comparing: full marks, none, diagnoses, and a judge's process that died."""
    by_student = {row["student"]: row for row in a_class.rows}
    assert by_student["right-00"]["score"] == 100
    assert by_student["wrong-adds_instead"]["diagnosis"]
    assert "died twice" in by_student["deadly"]["tests"][0]["message"]
    assert {row["status"] for row in a_class.rows} == {"graded", "refused", "grader_error"}


@dataclass
class Grading:
    """One that is under way in a process of its own, and its journal."""

    process: subprocess.Popen[str]
    journal: Path

    @property
    def rows(self) -> int:
        return self.journal.read_bytes().count(b"\n") - 1 if self.journal.exists() else 0

    def comes_to(self, rows: int) -> None:
        until(lambda: self.rows >= rows or self.process.poll() is not None)
        assert self.process.poll() is None and self.rows < 24, "it was over before its time"

    def ends(self) -> tuple[int, str]:
        said = self.process.communicate(timeout=SECONDS_AT_MOST)[1]
        return self.process.returncode, said


@pytest.fixture
def begin(a_class: Class, machines: Machines, tmp_path: Path) -> Iterator[Callable[..., Grading]]:
    """Begins a grading of the class on the machines."""
    begun: list[subprocess.Popen[str]] = []

    def make(*more: str) -> Grading:
        line = a_class.line(tmp_path / "out", "--cluster", machines.address, *more)
        begun.append(subprocess.Popen(line, stdout=subprocess.DEVNULL, stderr=subprocess.PIPE, text=True))
        return Grading(begun[-1], tmp_path / "out" / JOURNAL)

    yield make
    for each in begun:
        if each.poll() is None:
            each.kill()
        each.communicate()


# --- Whatever dies --------------------------------------------------------------------------------------------------------------


def test_a_worker_that_is_killed(a_class: Class, machines: Machines, begin: Callable[..., Grading], tmp_path: Path) -> None:
    """With a nanny and without: its work is done by the other, and every row is that of a grading here, once."""
    machines.scheduler()
    machines.worker(nanny=True)
    lost = machines.worker()
    grading = begin()
    grading.comes_to(3)
    lost.kill()
    assert grading.ends() == (0, "")
    assert rows_of(tmp_path / "out") == a_class.rows


def test_a_worker_that_its_nanny_starts_again(a_class: Class, machines: Machines, begin: Callable[..., Grading], tmp_path: Path) -> None:
    """There is no other: all that was under way waits for the new one, which is given the course anew."""
    machines.scheduler()
    worker = machines.worker(nanny=True)
    grading = begin()
    grading.comes_to(3)
    os.kill(worker.worker_of_nanny(), signal.SIGKILL)
    assert grading.ends() == (0, "")
    assert rows_of(tmp_path / "out") == a_class.rows
    worker.says(r"(Registered to)", times=2)


def test_a_worker_that_joins_late(a_class: Class, machines: Machines, begin: Callable[..., Grading], tmp_path: Path) -> None:
    """It goes on with what was sent to one that is gone when it comes. What the one that died held is removed from its disk."""
    machines.scheduler()
    first = machines.worker()
    grading = begin()
    grading.comes_to(3)
    assert machines.leftovers(), "the course is somewhere"
    first.kill()
    until(lambda: not machines.leftovers())
    machines.worker()
    assert grading.ends() == (0, "")
    assert rows_of(tmp_path / "out") == a_class.rows
    for each in machines.daemons:
        each.end()
    until(lambda: not machines.leftovers())


def test_a_scheduler_that_is_killed(a_class: Class, machines: Machines, begin: Callable[..., Grading], tmp_path: Path) -> None:
    """One line; what was graded is kept, and --resume goes on with another scheduler."""
    scheduler = machines.scheduler()
    lost = machines.worker()
    grading = begin()
    grading.comes_to(3)
    scheduler.kill()
    code, said = grading.ends()
    assert code == 1
    assert re.fullmatch(r"gradekit: tcp://\S+: its scheduler has gone; [^\n]*--resume\n", said)
    lost.kill()
    before = [json.loads(line) for line in grading.journal.read_bytes().splitlines()[1:]]
    assert 3 <= len(before) < 24
    machines.scheduler()
    machines.worker()
    assert begin("--resume").ends() == (0, "")
    assert rows_of(tmp_path / "out") == a_class.rows
    seconds = {row["student"]: row["seconds"] for row in json.loads((tmp_path / "out/results.json").read_bytes())["results"]}
    assert all(seconds[row["student"]] == row["seconds"] for row in before), "what was there is not judged again"


def test_an_interrupted_grading(a_class: Class, machines: Machines, begin: Callable[..., Grading], tmp_path: Path) -> None:
    """Ctrl-C: one line, the cluster is rid of its orders, and --resume goes on with the same workers, which know the course."""
    scheduler = machines.scheduler()
    worker = machines.worker()
    grading = begin()
    grading.comes_to(3)
    grading.process.send_signal(signal.SIGINT)
    code, said = grading.ends()
    assert (code, said.strip()) == (130, "gradekit: interrupted; what was graded is kept: --resume goes on with it")
    scheduler.says(r"(Close client connection)")
    supplied = "".join(worker.said).count("'supply'")
    assert begin("--resume").ends() == (0, "")
    assert rows_of(tmp_path / "out") == a_class.rows
    assert "".join(worker.said).count("'supply'") == supplied


# --- The gradebook --------------------------------------------------------------------------------------------------------------


def test_a_gradebook_is_filled_and_graded_again(a_class: Class, machines: Machines, tmp_path: Path) -> None:
    """Kept as they come, not judged twice, and judged again on the cluster where the suite changed: as here."""
    course = shutil.copytree(a_class.course, tmp_path / "course")
    work = tmp_path / "work"
    for student in ("right-00", "wrong-adds_instead", "no-text", "hostile-nan_answers"):
        shutil.copytree(a_class.submissions / student, work / student)
    machines.scheduler()
    machines.worker()
    environment = os.environ | {"GRADEKIT_COURSE": str(course), "GRADEKIT_GRADEBOOK": str(tmp_path / "gradebook.sqlite")}

    def gradekit(*arguments: str) -> str:
        line = [sys.executable, "-m", "gradekit", *arguments]
        done = subprocess.run(line, env=environment, capture_output=True, text=True, timeout=SECONDS_AT_MOST, check=False)
        assert done.returncode == 0, done.stderr
        return done.stdout + done.stderr

    gradekit("gradebook", "init")
    gradekit("grade", str(work), "--out", str(tmp_path / "out"), "--record", "--cluster", machines.address)
    assert rows_of(tmp_path / "out") == [row for row in a_class.rows if (work / row["student"]).exists()]
    again = gradekit("grade", str(work), "--out", str(tmp_path / "again"), "--record", "--cluster", machines.address, "--lang", "en")
    assert "4 were judged before" in again
    suite = course / "solutions/tiny_array/test_hidden.py"
    suite.write_text(suite.read_text("utf-8") + "# mended\n", "utf-8")
    done = json.loads(gradekit("regrade", "tiny_array", "--yes", "--json", "--cluster", machines.address))
    assert (done["judged"], done["kept"], done["higher"], done["lower"]) == (4, 4, 0, 0)
    assert "0 judged, 4 unchanged" in gradekit("regrade", "tiny_array", "--dry-run", "--lang", "en")


# --- Whoever does not fit -------------------------------------------------------------------------------------------------------

OTHER = "import gradekit; gradekit.__version__ = '0.0.1'"
BARE = "import sys; sys.modules['gradekit'] = None"
UNJAILED = "import os; os.environ['PATH'] = ''; import gradekit.engine.cluster_worker as w; w._SITE = (*w._SITE[:-1], '''{}''')".format(
    "import gradekit.sandbox.jail as j; j._everywhere = lambda: 'this machine has no walls'\n"
    "from gradekit.engine.cluster_site import main; main()"
)
REASONS = {
    OTHER: f"it has gradekit 0.0.1 where this machine has gradekit {__version__}",
    BARE: "it has no gradekit",
    UNJAILED: "submissions cannot be jailed here: this machine has no walls",
}


def test_workers_that_do_not_fit(a_class: Class, machines: Machines, tmp_path: Path) -> None:
    """Each is named with its reason before any work; where no other is left nothing is graded, and otherwise the others grade."""
    machines.scheduler()
    odd = {first: machines.worker(first=first) for first in REASONS}
    names = {first: each.says(r"Start worker at:\s+(\S+)") for first, each in odd.items()}
    refused = a_class.grade(tmp_path / "none", "--cluster", machines.address)
    assert refused.returncode == 1
    *lines, last = refused.stderr.splitlines()
    assert last.startswith(f"gradekit: {machines.address}: no worker can grade: the worker ") and "(and 2 more)" in last
    for first, reason in REASONS.items():
        assert any(f"the worker {names[first]} is left out: {reason}" in line for line in lines), (reason, lines)
    machines.worker()
    graded = a_class.grade(tmp_path / "out", "--cluster", machines.address, "--lang", "ko")
    assert graded.returncode == 0, graded.stderr
    assert sorted(re.findall(r"작업자 (\S+) 제외", graded.stderr)) == sorted(names.values())
    assert [row["score"] for row in rows_of(tmp_path / "out")] == [row["score"] for row in a_class.rows]
    for each in odd.values():
        assert "'supply'" not in "".join(each.said), "what does not fit is given nothing"


def test_a_scheduler_without_workers(a_class: Class, machines: Machines, tmp_path: Path) -> None:
    machines.scheduler()
    done = a_class.grade(tmp_path / "out", "--cluster", machines.address)
    assert (done.returncode, done.stderr) == (
        1,
        f"gradekit: {machines.address}: has no worker; start some there with 'dask worker {machines.address}', then run this again\n",
    )


def test_nobody_listens(a_class: Class, tmp_path: Path) -> None:
    done = a_class.grade(tmp_path / "out", "--cluster", "tcp://127.0.0.1:1")
    assert done.returncode == 1
    assert re.fullmatch(r"gradekit: tcp://127\.0\.0\.1:1: no Dask scheduler answers there; [^\n]*\n", done.stderr)


@pytest.mark.parametrize(
    ("options", "words"),
    [
        (["--cluster", "here"], "must be a scheduler's address"),
        (["--cluster", "ucx://h:1"], "must be a scheduler's address"),
        (["--cluster", "tcp://h"], "must be a scheduler's address"),
        (["--cluster", "tcp://h:1", "--trust"], "leave out --trust"),
        (["--cluster", "tcp://h:1", "--jail", "none"], "leave out --trust and --jail none"),
        (["--cluster", "tcp://h:1", "--jobs", "2"], "leave out --jobs"),
        (["--cluster", "tls://127.0.0.1:1"], "names no certificates"),
    ],
)
def test_bad_use(options: list[str], words: str, a_class: Class, tmp_path: Path) -> None:
    done = a_class.grade(tmp_path / "out", *options)
    assert done.returncode == 2
    assert words in done.stderr and done.stderr.count("\n") == 1


# --- Of every kind, and where there is a GPU ------------------------------------------------------------------------------------

# A site that takes its machine to have a GPU. There need be none to see who gets the work.
PRETENDING = """
import gradekit.engine.cluster_site as site
examine = site.Site._examine
site.Site._examine = lambda self, order: examine(self, order | {'gpu': False}) | {'gpu': order['gpu']}
site.main()
"""
PRETENDS = f"import gradekit.engine.cluster_worker as w; w._SITE = (*w._SITE[:-1], {PRETENDING!r})"


def test_every_kind_of_exercise(machines: Machines, tmp_path: Path) -> None:
    """PyTorch with a misconception, and a quiz: the rows of a grading here. A GPU that is declared and not there is none."""
    root = TESTS.parent
    for name in ("tensor_basics", "quiz_neurons"):
        place = tmp_path / "class" / "kim" / f"{name}.{'toml' if name.startswith('quiz') else 'py'}"
        place.parent.mkdir(parents=True, exist_ok=True)
        wrong = next(iter(sorted((root / "solutions" / name).glob("misconceptions/*.py"))), None)
        place.write_bytes(wrong.read_bytes() if wrong else b'[answers]\nx = "a"\n')
    kinds = Class(root, tmp_path / "class")
    machines.scheduler()
    machines.worker("--resources", "GPU=1")
    there = kinds.grade(tmp_path / "there", "--cluster", machines.address, "--device", "auto")
    assert there.returncode == 0
    assert "no worker declares a GPU" in there.stderr
    assert kinds.grade(tmp_path / "here", "--jobs", "2").returncode == 0
    assert rows_of(tmp_path / "there") == rows_of(tmp_path / "here")
    assert len(rows_of(tmp_path / "there")) == 2
    refused = kinds.grade(tmp_path / "refused", "--cluster", machines.address, "--device", "cuda")
    assert (refused.returncode, refused.stderr.count("\n")) == (1, 1)
    assert "--resources GPU=1" in refused.stderr


def test_only_who_has_a_gpu_gets_its_work(a_class: Class, machines: Machines, tmp_path: Path) -> None:
    """By Dask's own resources: the other worker is never even given the course."""
    place = tmp_path / "class" / "kim" / "tiny_model.py"
    place.parent.mkdir(parents=True)
    shutil.copy(a_class.course / "solutions/tiny_model/solution.py", place)
    machines.scheduler()
    other = machines.worker()
    pretends = machines.worker("--resources", "GPU=1", first=PRETENDS)
    done = Class(a_class.course, tmp_path / "class").grade(tmp_path / "out", "--cluster", machines.address, "--device", "cuda")
    assert done.returncode == 0, done.stderr
    assert "'supply'" in "".join(pretends.said)
    assert "'supply'" not in "".join(other.said)
    [row] = rows_of(tmp_path / "out")
    assert row["exercise"] == "tiny_model"


# --- What travels, and where it must not come -----------------------------------------------------------------------------------


def test_a_submission_does_not_find_the_course(machines: Machines, a_class: Class, tmp_path: Path) -> None:
    """In each jail: the worker's folders, where the archive is unpacked, are not to be opened from a submission."""
    machines.scheduler()
    machines.worker()
    right = (a_class.course / "solutions/tiny_array/solution.py").read_text("utf-8")
    spy = f"""
import os
for place in ({str(machines.scratch)!r}, {str(machines.folder)!r}, {str(a_class.course)!r}):
    try:
        print("FOUND", os.listdir(place))
        for folder, _, names in os.walk(place):
            for name in names:
                print("FOUND", open(os.path.join(folder, name)).read())
    except OSError as fault:
        print("closed", type(fault).__name__)
"""
    work = tmp_path / "spies/spy/tiny_array.py"
    work.parent.mkdir(parents=True)
    work.write_text(right + spy, "utf-8")
    spies = Class(a_class.course, work.parents[1])
    for name in jail.JAIL_NAMES:
        if jail.why_not(name) is not None:
            continue
        done = spies.grade(tmp_path / name, "--cluster", machines.address, "--jail", name)
        assert done.returncode == 0, done.stderr
        assert machines.leftovers(), "the course is there"
        [row] = rows_of(tmp_path / name)
        assert row["output"].count("closed") == 3 and "FOUND" not in row["output"], row["output"]
        assert row["score"] == 100


@pytest.fixture
def certificates(tmp_path: Path) -> dict[str, str]:
    """Dask's settings for TLS with a certificate made for this test."""
    cert, key = tmp_path / "cert.pem", tmp_path / "key.pem"
    line = ["openssl", "req", "-x509", "-newkey", "ec", "-pkeyopt", "ec_paramgen_curve:prime256v1", "-nodes", "-days", "2"]
    subprocess.run([*line, "-subj", "/CN=cluster", "-keyout", str(key), "-out", str(cert)], check=True, capture_output=True)
    prefix = "DASK_DISTRIBUTED__COMM__"
    found = {f"{prefix}TLS__CA_FILE": str(cert), f"{prefix}REQUIRE_ENCRYPTION": "True"}
    for role in ("SCHEDULER", "WORKER", "CLIENT"):
        found |= {f"{prefix}TLS__{role}__CERT": str(cert), f"{prefix}TLS__{role}__KEY": str(key)}
    return found


def test_tls(machines: Machines, a_class: Class, tmp_path: Path, certificates: dict[str, str], monkeypatch: pytest.MonkeyPatch) -> None:
    """By Dask's own configuration; who has no certificate is refused, and is told what answers there."""
    for name, value in certificates.items():
        monkeypatch.setenv(name, value)
    machines.scheduler("--protocol", "tls")
    machines.worker("--protocol", "tls")
    assert machines.address.startswith("tls://")
    one = tmp_path / "one/right/tiny_array.py"
    one.parent.mkdir(parents=True)
    shutil.copy(a_class.submissions / "right-00/tiny_array.py", one)
    few = Class(a_class.course, one.parents[1])
    done = few.grade(tmp_path / "out", "--cluster", machines.address)
    assert (done.returncode, done.stderr) == (0, "")
    assert rows_of(tmp_path / "out")[0]["score"] == 100
    for name in certificates:
        monkeypatch.delenv(name)
    plain = few.grade(tmp_path / "plain", "--cluster", machines.address.replace("tls://", "tcp://"))
    assert plain.returncode == 1 and "no Dask scheduler answers there" in plain.stderr and plain.stderr.count("\n") == 1
