"""A class of attackers and honest students, graded by the real command: nobody gains, nobody loses, and nothing gets out.

Each file in tests/attacks/CLASS is a complete submission that carries one attack; its header says what it tries, which plain answer
it carries under the attack (tests/attacks/answers) and which verdicts it must end in. An attack that succeeds outside its jail writes
BREACHED where it got to, reaches a listener of this test, or brings back a canary. `-k forging` grades the attacks of one class
only, and `-k forging/two_frames` a single one.
"""

from __future__ import annotations

import contextlib
import csv
import ctypes
import errno
import fcntl
import hashlib
import html.parser
import json
import os
import pwd
import re
import runpy
import select
import shutil
import socket
import stat
import subprocess
import sys
import tempfile
import threading
import time
import unicodedata
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import numpy
import pytest

from gradekit.printable import printable
from gradekit.results import MESSAGE_BYTES, OUTPUT_BYTES, Verdict
from gradekit.sandbox import jail

TESTS = Path(__file__).parent
ATTACKS = TESTS / "attacks"
ROOT = TESTS.parent
EXERCISES = ("softmax", "xor_forward", "mnist_mlp")
# How many attacks there are at least, by class: a suite that shrinks by accident must not go on passing.
CLASSES = {
    "forging": 50,
    "leaking": 20,
    "escaping": 34,
    "network": 10,
    "resources": 26,
    "crashing": 16,
    "interfering": 27,
    "reports": 22,
    "policy": 32,
    "cheats": 30,
}
AT_LEAST = 250
BREACHED = "GRADEKIT-BREACHED"
LEFT = re.compile("gradekit-(breached|left|attack)", re.IGNORECASE)
PORT = 47631
UNIX_SOCKET = Path("/tmp/gradekit-attack.sock")
ABSTRACT_SOCKET = b"\0gradekit-attack"
FIRST_JAIL_UID = 1_879_048_192
PR_SET_CHILD_SUBREAPER = 36
# Names that come between the attackers' in the order in which a class is graded.
HONEST = {
    "bora": "right", "dami": "half", "eunji": "wrong", "gaon": "style 0", "jisu": "style 1", "mina": "style 2", "nari": "style 3",
    "sol": "style 4",
}  # fmt: skip
PLAIN = {answer: student for student, answer in HONEST.items() if " " not in answer}
# A course's own limits are generous, and endless attacks are to cost little.
LIMITS = {
    "softmax": "call_seconds = 1.0\ntotal_seconds = 5.0\nmemory_mb = 192\n",
    "xor_forward": "call_seconds = 1.0\ntotal_seconds = 5.0\nmemory_mb = 192\n",
    "mnist_mlp": "call_seconds = 2.0\ntotal_seconds = 15.0\nmemory_mb = 1024\ncalls = { train = 5.0 }\n",
}
AGAIN = ("interfering", "escaping", "leaking")  # the classes that are graded once more, by an ordinary user and in the other jail
MNIST_STYLES = 1  # the others learn nothing else, and two seconds each time
MISCONCEPTIONS = 3  # of each exercise: diagnosing is not what is tested, and each costs its own transcript


@dataclass(frozen=True)
class Attack:
    """One file of the suite. name: CLASS/NAME."""

    name: str
    path: Path
    header: dict[str, str]

    @property
    def group(self) -> str:
        return self.name.partition("/")[0]

    @property
    def exercise(self) -> str:
        return self.header["exercise"]

    @property
    def folder(self) -> str:
        """The student's folder; a lone surrogate stands for a byte that is no UTF-8, as in every path."""
        return json.loads(self.header["student"]) if "student" in self.header else self.name.replace("/", "-")

    @property
    def student(self) -> str:
        """The student as results name them."""
        raw = os.fsencode(self.folder)
        try:
            return raw.decode("utf-8")
        except UnicodeDecodeError:
            return f"{raw.decode('utf-8', 'replace')} [{hashlib.sha256(raw).hexdigest()[:8]}]"

    @property
    def status(self) -> str:
        return self.header.get("status", "graded")

    @property
    def verdicts(self) -> set[str]:
        return {each.strip() for each in self.header["verdicts"].split(",")}

    def source(self) -> bytes:
        if self.header.get("made") == "yes":
            made = runpy.run_path(str(self.path))["make"]()
            assert isinstance(made, bytes)
            return made
        return self.path.read_bytes()


def read_attack(path: Path) -> Attack:
    header: dict[str, str] = {}
    for line in path.read_text("utf-8").splitlines():
        match = re.fullmatch(r"# (attack|exercise|answer|verdicts|status|student|made): (.+?)", line)
        if match is None:
            break
        header[match[1]] = match[2].strip()
    return Attack(f"{path.parent.name}/{path.stem}", path, header)


ALL = [read_attack(path) for group in CLASSES for path in sorted((ATTACKS / group).glob("*.py"))]
BY_NAME = {attack.name: attack for attack in ALL}


@dataclass
class Graded:
    """What one run of the command left: its output, its files, its rows by (student, exercise)."""

    said: str
    out: Path
    rows: dict[tuple[str, str], dict[str, Any]]

    def pages(self) -> list[Path]:
        return sorted(self.out.rglob("*.html"))

    def texts(self) -> dict[str, str]:
        """Everything a reader may come to see, by where it stands."""
        files = {str(path.relative_to(self.out)): path.read_text("utf-8") for path in sorted(self.out.rglob("*")) if path.is_file()}
        return files | {"the terminal": self.said}


# --- the world the attackers are put in -----------------------------------------------------------------------------------------


class Listeners:
    """Ears on every address that an attack may try to reach. Nothing is to be heard."""

    def __init__(self) -> None:
        self.heard: dict[str, list[str]] = {}
        self._sockets: dict[socket.socket, str] = {}
        self._addresses: dict[str, tuple[int, int, Any]] = {}
        # The abstract name is bound first: whoever has it has all of them, and another run of this test waits for its turn.
        self._open("abstract", socket.AF_UNIX, socket.SOCK_STREAM, ABSTRACT_SOCKET, patience=300.0)
        UNIX_SOCKET.unlink(missing_ok=True)
        self._open("unix", socket.AF_UNIX, socket.SOCK_STREAM, str(UNIX_SOCKET))
        UNIX_SOCKET.chmod(0o777)
        for kind, number in (("tcp", socket.SOCK_STREAM), ("udp", socket.SOCK_DGRAM)):
            self._open(f"{kind}4", socket.AF_INET, number, ("127.0.0.1", PORT))
            with contextlib.suppress(OSError):  # not every machine has IPv6
                self._open(f"{kind}6", socket.AF_INET6, number, ("::1", PORT))
        self._wake, self._woken = socket.socketpair()
        self._thread = threading.Thread(target=self._listen, daemon=True)
        self._thread.start()

    def _open(self, name: str, family: int, kind: int, address: Any, patience: float = 0.0) -> None:
        ear = socket.socket(family, kind)
        deadline = time.monotonic() + patience
        while True:
            try:
                if family != socket.AF_UNIX:
                    ear.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
                ear.bind(address)
                break
            except OSError as fault:
                if fault.errno != errno.EADDRINUSE or time.monotonic() > deadline:
                    ear.close()
                    raise
                time.sleep(0.5)
        if kind == socket.SOCK_STREAM:
            ear.listen(64)
        self._sockets[ear] = name
        self._addresses[name] = (family, kind, address)

    def _listen(self) -> None:
        while True:
            ready, _, _ = select.select([*self._sockets, self._woken], [], [])
            if self._woken in ready:
                return
            for ear in ready:
                self._hear(ear)

    def _hear(self, ear: socket.socket) -> None:
        name, said = self._sockets[ear], b""
        with contextlib.suppress(OSError):
            if ear.type == socket.SOCK_DGRAM:
                said = ear.recv(4096)
            else:
                caller, _ = ear.accept()
                with caller:
                    caller.settimeout(0.2)
                    with contextlib.suppress(OSError):
                        said = caller.recv(4096)
        self.heard.setdefault(name, []).append(said.decode("utf-8", "replace"))

    def prove(self) -> None:
        """Speak to each of them: an ear that is deaf would prove nothing."""
        for family, kind, address in self._addresses.values():
            with socket.socket(family, kind) as mouth:
                mouth.connect(address)
                mouth.sendall(b"proof")
        deadline = time.monotonic() + 10
        while set(self.heard) != set(self._addresses):
            assert time.monotonic() < deadline, f"only {sorted(self.heard)} of {sorted(self._addresses)} hear"
            time.sleep(0.01)
        assert all(said == ["proof"] for said in self.heard.values()), self.heard
        self.heard.clear()

    def close(self) -> None:
        self._wake.sendall(b"x")
        self._thread.join(5)
        for ear in (*self._sockets, self._wake, self._woken):
            ear.close()
        UNIX_SOCKET.unlink(missing_ok=True)


class Locks:
    """Tries, again and again, to lock files that every jail shows to its workers: a lock taken inside must not be felt outside."""

    def __init__(self) -> None:
        self.felt: set[str] = set()
        self._files = [open(path, "rb") for path in ("/dev/null", "/dev/zero", os.__file__, numpy.__file__)]  # noqa: SIM115
        self._over = threading.Event()
        self._thread = threading.Thread(target=self._try, daemon=True)
        self._thread.start()

    def _try(self) -> None:
        while not self._over.wait(0.02):
            for file in self._files:
                try:
                    fcntl.flock(file, fcntl.LOCK_EX | fcntl.LOCK_NB)
                except BlockingIOError:
                    self.felt.add(str(file.name))
                else:
                    fcntl.flock(file, fcntl.LOCK_UN)

    def close(self) -> None:
        self._over.set()
        self._thread.join(5)
        for file in self._files:
            file.close()


@dataclass
class World:
    """A course with canaries, students, a made-up home, and all that the machine held before."""

    base: Path
    canaries: dict[str, str] = field(default_factory=dict)

    def __post_init__(self) -> None:
        for name in ("home", "cache", "temp", "work"):
            (self.base / name).mkdir()
        self.course = self.base / "course"
        self._copy_course()
        for place in ("home/.ssh/id_ed25519", "home/.netrc", "home/.gradekit-secret", "temp/notes.txt", "work/answers.txt"):
            path = self.base / place
            path.parent.mkdir(exist_ok=True)
            path.write_text(f"{self.canary(place)}\n", "utf-8")
        self.environment = {
            "PATH": os.environ.get("PATH", os.defpath),
            "LANG": "C.UTF-8",
            "NO_COLOR": "1",
            "COLUMNS": "120",
            "HOME": str(self.base / "home"),
            "XDG_CACHE_HOME": str(self.base / "cache"),
            "TMPDIR": str(self.base / "temp"),
            "PYTHONPATH": str(ROOT),
            "OMP_NUM_THREADS": "1",
            "GRADEKIT_SECRET": self.canary("the secret"),
            "GRADEKIT_TEACHER": self.canary("the environment"),
            "AWS_SECRET_ACCESS_KEY": self.canary("the cloud's key"),
        }

    def canary(self, place: str) -> str:
        """A text that stands in that place and nowhere else, and must come back from nowhere."""
        return self.canaries.setdefault(place, f"canary-{len(self.canaries)}-{os.urandom(8).hex()}")

    def marked(self, text: str, place: str) -> str:
        """A program with a canary in a comment and in a constant, at its end, where they can break nothing."""
        canary = self.canary(place)
        return f"{text}\n\n# {canary}\nKEPT_SECRET = '{canary}'\n"

    def _copy_course(self) -> None:
        names = ", ".join(f'"{name}"' for name in EXERCISES)
        self.course.mkdir()
        (self.course / "course.toml").write_text(
            'format_version = 1\nname = "attacked"\ntitle = { en = "Attacked", ko = "공격받는 과정" }\n'
            f'[[units]]\nid = 1\ntitle = {{ en = "One", ko = "하나" }}\nexercises = [{names}]\n',
            "utf-8",
        )
        shutil.copytree(ROOT / "templates", self.course / "templates")
        for name in EXERCISES:
            exercise, solution = self.course / "exercises" / name, self.course / "solutions" / name
            shutil.copytree(ROOT / "exercises" / name, exercise, ignore=shutil.ignore_patterns("__pycache__"))
            shutil.copytree(ROOT / "solutions" / name, solution, ignore=shutil.ignore_patterns("__pycache__"))
            settings = (exercise / "exercise.toml").read_text("utf-8")
            lowered, count = re.subn(r"(?s)(?<=\[limits\]\n).*?(?=\n\[|\Z)", LIMITS[name], settings)
            assert count == 1
            (exercise / "exercise.toml").write_text(lowered, "utf-8")
            for path in sorted((solution / "misconceptions").glob("*.py"))[MISCONCEPTIONS:]:
                path.unlink()
            for path in sorted(solution.rglob("*.py")):
                place = str(path.relative_to(self.course / "solutions"))
                path.write_text(self.marked(path.read_text("utf-8"), place), "utf-8")

    def hand_in(self, folder: Path, attacks: list[Attack], exercises: list[str]) -> None:
        """Write a class of these attackers and the honest into folder."""
        for student, answer in HONEST.items():
            (folder / student).mkdir(parents=True)
            for exercise in exercises:
                if not takes_part(answer, exercise):
                    continue
                text = honest_source(answer, exercise).read_text("utf-8")
                (folder / student / f"{exercise}.py").write_text(self.marked(text, f"{student}'s {exercise}"), "utf-8")
        for attack in attacks:
            place = folder / attack.folder
            place.mkdir()
            (place / f"{attack.exercise}.py").write_bytes(attack.source())
            beside = attack.path.with_suffix(".beside")
            if beside.is_dir():
                shutil.copytree(beside, place, dirs_exist_ok=True)

    def grade(self, name: str, attacks: list[Attack], exercises: list[str], jail: str = "namespaces") -> Graded:
        folder = self.base / name
        self.hand_in(folder / "submissions", attacks, exercises)
        return self.run(folder / "submissions", folder / "out", self.base / "work", self.environment, [], jail)

    def grade_as_user(self, folder: Path, attacks: list[Attack], exercises: list[str]) -> Graded:
        """The same by an ordinary user, from whose uid the jail's processes cannot differ. folder: one that all may enter."""
        self.hand_in(folder / "submissions", attacks, exercises)
        homes = {"HOME": "home", "XDG_CACHE_HOME": "cache", "TMPDIR": "temp"}
        nobody = pwd.getpwnam("nobody")
        for name in (*homes.values(), "work", "out"):
            (folder / name).mkdir()
            os.chown(folder / name, nobody.pw_uid, nobody.pw_gid)
        environment = self.environment | {variable: str(folder / name) for variable, name in homes.items()}
        before = beginning_as(nobody, [sys.base_prefix, sys.prefix, str(ROOT), str(self.course)])
        return self.run(folder / "submissions", folder / "out", folder / "work", environment, before)

    def run(
        self, submissions: Path, out: Path, cwd: Path, environment: dict[str, str], before: list[str], jail: str = "namespaces"
    ) -> Graded:
        command = [*before, sys.executable, "-m", "gradekit", "grade", str(submissions), "--out", str(out)]
        command += ["--course", str(self.course), "--jobs", "2", "--device", "cpu", "--lang", "en", "--jail", jail]
        done = subprocess.run(
            command, env=environment, cwd=cwd, stdin=subprocess.DEVNULL,
            stdout=subprocess.PIPE, stderr=subprocess.STDOUT, timeout=300, check=False,
        )  # fmt: skip
        said = done.stdout.decode("utf-8", "surrogateescape")
        assert done.returncode == 0, said[-3000:]
        rows = json.loads((out / "results.json").read_text("utf-8"))["results"]
        found = {(row["student"], row["exercise"]): row for row in rows}
        assert len(found) == len(rows)
        return Graded(said, out, found)


def takes_part(answer: str, exercise: str) -> bool:
    kind, _, number = answer.partition(" ")
    return kind != "style" or exercise != "mnist_mlp" or int(number) < MNIST_STYLES


def beginning_as(user: pwd.struct_passwd, needed: list[str]) -> list[str]:
    """The beginning of a command that runs the rest as user, who can read what is needed though it may lie in others' homes."""
    wanted = sorted({os.path.realpath(each) for each in needed})
    closed = {str(parent) for each in wanted for parent in Path(each).parents if not parent.stat().st_mode & stat.S_IXOTH}
    line = ["bwrap", "--dev-bind", "/", "/", "--die-with-parent"]
    for folder in sorted(each for each in closed if not any(str(parent) in closed for parent in Path(each).parents)):
        line += ["--perms", "0755", "--tmpfs", folder]
        for each in wanted:
            if Path(each).is_relative_to(folder):
                for parent in sorted(str(parent) for parent in Path(each).parents if folder in map(str, parent.parents)):
                    line += ["--perms", "0755", "--dir", parent]
                line += ["--ro-bind", each, each]
    for capability in ("CAP_SETUID", "CAP_SETGID", "CAP_SETPCAP"):
        line += ["--cap-add", capability]
    return [*line, "--", "setpriv", f"--reuid={user.pw_uid}", f"--regid={user.pw_gid}", "--clear-groups", "--bounding-set=-all"]


def honest_source(answer: str, exercise: str) -> Path:
    kind, _, number = answer.partition(" ")
    if kind != "style":
        return ATTACKS / "answers" / exercise / f"{kind}.py"
    styles = sorted((TESTS / "styles" / exercise).glob("*.py"))
    return styles[int(number) % len(styles)]


# --- what a machine holds, before and after --------------------------------------------------------------------------------------


def descendants() -> set[int]:
    """The processes that come from this one. As it adopts orphans for the time of the grading, none can hide."""
    children: dict[int, list[int]] = {}
    for entry in os.listdir("/proc"):
        with contextlib.suppress(OSError, ValueError):
            fields = Path("/proc", entry, "stat").read_text("utf-8", "replace").rpartition(")")[2].split()
            if fields[0] != "Z":
                children.setdefault(int(fields[1]), []).append(int(entry))
    found: set[int] = set()
    waiting = [os.getpid()]
    while waiting:
        more = children.get(waiting.pop(), [])
        found.update(more)
        waiting += more
    return found


def mounts() -> set[str]:
    return {line.split(" ", 2)[2] for line in Path("/proc/self/mountinfo").read_text("utf-8").splitlines()}


def left_on_the_machine() -> set[str]:
    """What an attack may have left where everybody may write: known by its owner, its name or the mark in it."""
    found = set()
    for folder in ("/tmp", "/dev/shm", "/var/tmp", "/dev/mqueue", "/run", "/"):
        with contextlib.suppress(OSError), os.scandir(folder) as entries:
            for entry in entries:
                with contextlib.suppress(OSError):
                    if entry.path == str(UNIX_SOCKET):
                        continue
                    if entry.stat(follow_symlinks=False).st_uid >= FIRST_JAIL_UID or LEFT.search(entry.name):
                        found.add(entry.path)
    for kind in ("msg", "sem", "shm"):
        with contextlib.suppress(OSError):
            table = Path("/proc/sysvipc", kind).read_text("ascii").splitlines()
            found |= {f"{kind} {' '.join(line.split()[:2])}" for line in table[1:]}
    return found


@dataclass
class Machine:
    """What the grading of the attackers left on the machine that was not there before."""

    processes: set[int] = field(default_factory=set)
    mounts: set[str] = field(default_factory=set)
    things: set[str] = field(default_factory=set)
    locks: set[str] = field(default_factory=set)
    heard: dict[str, list[str]] = field(default_factory=dict)


@contextlib.contextmanager
def watched(machine: Machine) -> Iterator[None]:
    prctl = ctypes.CDLL(None, use_errno=True).prctl
    before = descendants(), mounts(), left_on_the_machine()
    listeners = Listeners()
    locks = Locks()
    prctl(PR_SET_CHILD_SUBREAPER, 1, 0, 0, 0)
    try:
        listeners.prove()
        yield
        deadline = time.monotonic() + 10  # what serves the judges may take a moment to see that they have gone
        while descendants() - before[0] and time.monotonic() < deadline:
            time.sleep(0.05)
        machine.processes = descendants() - before[0]
        machine.mounts = mounts() - before[1]
        machine.things = left_on_the_machine() - before[2]
        machine.heard = dict(listeners.heard)
        machine.locks = set(locks.felt)
    finally:
        prctl(PR_SET_CHILD_SUBREAPER, 0, 0, 0, 0)
        locks.close()
        listeners.close()


# --- the two classes -------------------------------------------------------------------------------------------------------------


@pytest.fixture(scope="module")
def chosen(request: pytest.FixtureRequest) -> list[Attack]:
    """The attacks whose tests were asked for, so that one class of them can be tried alone; all of them where none was."""
    names = {
        item.callspec.params["name"]
        for item in request.session.items
        if item.path == Path(__file__) and "name" in getattr(getattr(item, "callspec", None), "params", {})
    }
    return [attack for attack in ALL if attack.name in names] or ALL


@pytest.fixture(scope="module")
def exercises(chosen: list[Attack]) -> list[str]:
    used = {attack.exercise for attack in chosen}
    return [name for name in EXERCISES if name in used]


@pytest.fixture(scope="module")
def world(tmp_path_factory: pytest.TempPathFactory) -> World:
    reason = jail.why_not("namespaces")
    if reason is not None:
        pytest.skip(f"this machine has no jail of namespaces: {reason}")
    return World(tmp_path_factory.mktemp("attacks"))


@pytest.fixture(scope="module")
def machine() -> Machine:
    return Machine()


@pytest.fixture(scope="module")
def attacked(world: World, machine: Machine, chosen: list[Attack], exercises: list[str]) -> Graded:
    with watched(machine):
        return world.grade("attacked", chosen, exercises)


@pytest.fixture(scope="module")
def peaceful(world: World, attacked: Graded, exercises: list[str]) -> Graded:
    return world.grade("peaceful", [], exercises)


# --- the suite itself ------------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize("group", CLASSES)
def test_a_class_of_attacks_is_as_large_as_it_was(group: str) -> None:
    assert sum(attack.group == group for attack in ALL) >= CLASSES[group]


def test_there_are_enough_attacks_and_each_says_what_it_is() -> None:
    assert len(ALL) >= AT_LEAST
    assert {path.name for path in ATTACKS.iterdir() if path.is_dir() and path.name != "__pycache__"} == {*CLASSES, "answers"}
    for attack in ALL:
        header = attack.header
        assert {"attack", "exercise", "answer", "verdicts"} <= set(header), attack.name
        assert header["exercise"] in EXERCISES and header["answer"] in PLAIN, attack.name
        assert attack.verdicts <= {str(each) for each in Verdict} - {"grader_error"}, attack.name
        assert attack.status in ("graded", "refused"), attack.name
    students = [attack.student for attack in ALL]
    assert len({*students, *HONEST}) == len(students) + len(HONEST)


# --- one attack ------------------------------------------------------------------------------------------------------------------


def check_row(attack: Attack, graded: Graded, world: World) -> None:
    check_score(attack, graded, world)
    row = graded.rows[attack.student, attack.exercise]
    seen = {test["outcome"] for test in row["tests"]}
    assert seen >= attack.verdicts, {(test["outcome"], test["message"]) for test in row["tests"]}
    text = json.dumps(row, ensure_ascii=False)
    assert BREACHED not in text, text[text.index(BREACHED) :][:300]
    assert str(world.base) not in text
    assert len(row["output"].encode()) <= OUTPUT_BYTES
    for test in row["tests"]:
        assert len(test["message"].encode()) <= MESSAGE_BYTES and test["message"] == printable(test["message"])


def check_rows(check: Callable[[Attack, Graded, World], None], attacks: list[Attack], graded: Graded, world: World) -> None:
    """All of them, so that one that succeeds does not hide another."""
    faults = {}
    for attack in attacks:
        try:
            check(attack, graded, world)
        except AssertionError as fault:
            faults[attack.name] = str(fault)[:300]
    assert not faults, faults


def check_score(attack: Attack, graded: Graded, world: World) -> None:
    """No more points than the plain answer has, a row that is whole, and no canary."""
    row = graded.rows[attack.student, attack.exercise]
    plain = graded.rows[PLAIN[attack.header["answer"]], attack.exercise]
    told = {(test["outcome"], test["message"]) for test in row["tests"]}
    assert row["status"] == attack.status, told
    assert "grader_error" not in {test["outcome"] for test in row["tests"]}, told
    assert [test["name"] for test in row["tests"]] == [test["name"] for test in plain["tests"]]
    assert row["max_score"] == plain["max_score"] == 100
    assert 0 <= row["score"] <= plain["score"], told
    text = json.dumps(row, ensure_ascii=False)
    assert not [place for place, canary in world.canaries.items() if canary in text]


@pytest.mark.parametrize("name", BY_NAME)
def test_an_attack_gains_nothing(attacked: Graded, world: World, name: str) -> None:
    check_row(BY_NAME[name], attacked, world)


def test_an_ordinary_users_class_is_graded_alike(world: World, attacked: Graded, chosen: list[Attack]) -> None:
    """Where no uid tells the jail's processes apart, only their namespaces keep them from each other."""
    attacks = [each for each in chosen if each.group in AGAIN and each.exercise == "softmax"]
    if os.geteuid() != 0 or not attacks:
        pytest.skip("the other class is an ordinary user's already" if os.geteuid() else "no attack that needs it was chosen")
    with tempfile.TemporaryDirectory(prefix="gradekit-tests-") as name:
        folder = Path(name)
        folder.chmod(0o755)
        machine = Machine()
        with watched(machine):
            graded = world.grade_as_user(folder, attacks, ["softmax"])
        for student in HONEST:
            beside, alone = graded.rows[student, "softmax"], attacked.rows[student, "softmax"]
            assert json.dumps(beside | {"seconds": 0}) == json.dumps(alone | {"seconds": 0})
        check_rows(check_row, attacks, graded, world)
        for place, text in graded.texts().items():
            assert not [origin for origin, canary in world.canaries.items() if canary in text] and BREACHED not in text, place
        assert sorted(os.listdir(folder / "temp")) == sorted(os.listdir(folder / "work")) == []
        assert (machine.heard, machine.processes, machine.mounts, machine.things) == ({}, set(), set(), set())


def test_the_jail_without_namespaces_holds_as_well(world: World, attacked: Graded, chosen: list[Attack]) -> None:
    """There, names and numbers can be seen, so that an attack may call itself a success; what files hold and points cannot be had."""
    attacks = [each for each in chosen if each.group in AGAIN and each.exercise == "softmax"]
    reason = jail.why_not("landlock")
    if reason is not None or not attacks:
        pytest.skip(reason or "no attack that needs it was chosen")
    machine = Machine()
    with watched(machine):
        graded = world.grade("contained", attacks, ["softmax"], "landlock")
    for student in HONEST:
        beside, alone = graded.rows[student, "softmax"], attacked.rows[student, "softmax"]
        assert json.dumps(beside | {"seconds": 0}) == json.dumps(alone | {"seconds": 0})
    check_rows(check_score, attacks, graded, world)
    for place, text in graded.texts().items():
        assert not [origin for origin, canary in world.canaries.items() if canary in text], place
    assert (machine.heard, machine.processes, machine.mounts, machine.things) == ({}, set(), set(), set())


# --- what all of them together leave ---------------------------------------------------------------------------------------------


def test_every_submission_has_its_row(attacked: Graded, chosen: list[Attack], exercises: list[str]) -> None:
    students = [attack.student for attack in chosen]
    assert set(attacked.rows) == {(student, exercise) for student in (*students, *HONEST) for exercise in exercises}


def test_plain_answers_are_worth_what_they_are(attacked: Graded, exercises: list[str]) -> None:
    """Else a wrong answer that scores well would let every attack pass."""
    for exercise in exercises:
        right, half, wrong = (attacked.rows[PLAIN[answer], exercise]["score"] for answer in ("right", "half", "wrong"))
        assert right == 100 and 25 <= half <= 75 and wrong <= 20, (exercise, right, half, wrong)


def test_honest_students_do_not_notice(attacked: Graded, peaceful: Graded, exercises: list[str]) -> None:
    assert {student for student, _ in peaceful.rows} == set(HONEST)
    for student in HONEST:
        for exercise in exercises:
            beside, alone = attacked.rows[student, exercise], peaceful.rows[student, exercise]
            assert json.dumps(beside | {"seconds": 0}) == json.dumps(alone | {"seconds": 0})


def test_no_canary_sings(attacked: Graded, world: World) -> None:
    for place, text in attacked.texts().items():
        assert not [origin for origin, canary in world.canaries.items() if canary in text], place
        assert BREACHED not in text, place


def test_nothing_is_heard(attacked: Graded, machine: Machine) -> None:
    assert machine.heard == {}


def test_no_lock_is_felt(attacked: Graded, machine: Machine) -> None:
    assert machine.locks == set()


def test_nothing_stays_on_the_machine(attacked: Graded, machine: Machine) -> None:
    assert not machine.processes, [Path("/proc", str(each), "cmdline").read_bytes() for each in machine.processes]
    assert machine.mounts == set()
    assert machine.things == set()


def test_nothing_is_written_but_the_results(attacked: Graded, world: World, chosen: list[Attack]) -> None:
    """The course, the home, the temporary folder and the submissions are as they were; the cache holds what gradekit keeps."""
    assert set(os.listdir(world.base)) - {"peaceful", "contained"} == {"attacked", "cache", "course", "home", "temp", "work"}
    assert sorted(os.listdir(world.base / "temp")) == ["notes.txt"]
    assert sorted(os.listdir(world.base / "work")) == ["answers.txt"]
    assert sorted(os.listdir(world.base / "home")) == [".gradekit-secret", ".netrc", ".ssh"]
    assert set(os.listdir(world.base / "attacked")) == {"out", "submissions"}
    assert set(os.listdir(attacked.out)) == {"results.json", "scores.csv", "report.html", "students"}
    for attack in chosen:
        beside = attack.path.with_suffix(".beside")
        expected = {f"{attack.exercise}.py"} | ({each.name for each in beside.iterdir()} if beside.is_dir() else set())
        assert set(os.listdir(world.base / "attacked" / "submissions" / attack.folder)) == expected
    for path in world.base.rglob("*"):
        if path.is_file() and not {"submissions", "contained"} & set(path.relative_to(world.base).parts):
            assert BREACHED.encode() not in path.read_bytes(), path


# --- what readers see ------------------------------------------------------------------------------------------------------------


def test_results_are_json(attacked: Graded) -> None:
    def refuse(word: str) -> None:
        raise AssertionError(f"{word} is no JSON")

    raw = (attacked.out / "results.json").read_bytes()
    content = json.loads(raw.decode("utf-8"), parse_constant=refuse)
    assert content["schema"] == "gradekit.results/1"
    json.dumps(content, ensure_ascii=False).encode("utf-8")


def test_no_cell_is_a_formula(attacked: Graded) -> None:
    with (attacked.out / "scores.csv").open(encoding="utf-8-sig", newline="") as file:
        cells = [cell for row in csv.reader(file) for cell in row]
    assert cells and not [cell for cell in cells if cell.lstrip().startswith(("=", "+", "-", "@", "\t", "\r"))]


def test_the_terminal_is_steered_by_nobody(attacked: Graded) -> None:
    assert attacked.said.encode("utf-8")
    odd = {each for each in attacked.said if each != "\n" and unicodedata.category(each) in ("Cc", "Cs", "Co")}
    assert odd == set()
    assert attacked.said == printable(attacked.said, "\n")


class Page(html.parser.HTMLParser):
    """Collects what a browser would act on."""

    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.tags: set[str] = set()
        self.attributes: list[tuple[str, str, str]] = []
        self.scripts: list[str] = []
        self._script = False

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.add(tag)
        self.attributes += [(tag, name, value or "") for name, value in attrs]
        self._script = tag == "script"
        if self._script:
            self.scripts.append("")

    def handle_endtag(self, tag: str) -> None:
        self._script = False

    def handle_data(self, data: str) -> None:
        if self._script:
            self.scripts[-1] += data


def vocabulary() -> set[str]:
    """The tags that the reports are made of."""
    sources = [*(ROOT / "templates" / "report").glob("*.html"), *(ROOT / "gradekit" / "report").glob("*.py")]
    return {tag for path in sources for tag in re.findall(r"<([a-z][a-z0-9]*)\b", path.read_text("utf-8"))}


def test_pages_hold_nothing_alive(attacked: Graded) -> None:
    folder = ROOT / "templates" / "report"
    student, group = ((folder / f"{name}.js").read_text("utf-8").strip() for name in ("page", "class"))
    own = {student, f"{student}\n{group}"}
    known = vocabulary()
    for path in attacked.pages():
        page = Page()
        page.feed(path.read_text("utf-8"))
        page.close()
        assert page.tags <= known, path.name
        assert len(page.scripts) <= 1 and {each.strip() for each in page.scripts} <= own, path.name
        for tag, name, value in page.attributes:
            where = (path.name, tag, name, value[:200])
            assert not name.startswith("on"), where
            assert re.fullmatch(r"[a-z][a-z0-9:-]*", name) or name == "viewbox", where
            if name in ("href", "src", "xlink:href", "action", "formaction", "data", "poster", "srcset"):
                assert re.match(r"#|\.\./|students/[a-z0-9-]+\.html$|[a-z0-9-]+\.html|data:(,|image/png;base64,)", value), where
            if name == "style":
                assert not re.search(r"url\(|expression|@import", value, re.IGNORECASE), where


def test_a_page_is_written_for_each_student_under_a_safe_name(attacked: Graded, chosen: list[Attack]) -> None:
    names = os.listdir(attacked.out / "students")
    assert len(names) == len(chosen) + len(HONEST)
    assert not [name for name in names if not re.fullmatch(r"[a-z0-9-]+\.html", name)]
