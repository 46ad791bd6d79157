"""gradekit where namespaces are refused, as in a container with its default profile: the other jail takes over, and says so."""

import json
import os
import shutil
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

from gradekit.sandbox import contained, jail, runtimes

# What container runtimes' default profiles refuse to make, without CAP_SYS_ADMIN; the rest they allow.
REFUSES = """
import errno, os, sys
import pyseccomp
program = pyseccomp.SyscallFilter(defaction=pyseccomp.ALLOW)
refused = pyseccomp.ERRNO(errno.EPERM)
for name in ("unshare", "setns", "mount", "umount2", "pivot_root", "move_mount", "fsopen", "open_tree", "bpf", "ptrace", "keyctl"):
    program.add_rule(refused, name)
for flag in (0x10000000, 0x20000000, 0x00020000, 0x08000000, 0x40000000, 0x04000000, 0x02000000):
    program.add_rule(refused, "clone", pyseccomp.Arg(0, pyseccomp.MASKED_EQ, flag, flag))
program.add_rule(pyseccomp.ERRNO(errno.ENOSYS), "clone3")
program.load()
os.execv(sys.executable, [sys.executable, "-m", "gradekit", *sys.argv[1:]])
"""

Contained = Callable[..., subprocess.CompletedProcess[str]]


@pytest.fixture
def in_container(tmp_path: Path) -> Contained:
    """Runs gradekit where no namespace can be made."""

    def run(*arguments: object) -> subprocess.CompletedProcess[str]:
        return subprocess.run(
            [sys.executable, "-c", REFUSES, *map(str, arguments)],
            env=os.environ | {"XDG_CACHE_HOME": str(tmp_path / "cache")},
            capture_output=True,
            text=True,
            check=False,
            timeout=120,
        )

    return run


@pytest.fixture
def a_class(minicourse: Path, tmp_path: Path) -> Path:
    """Right work, the stub, and an attack."""
    work = {
        "right": minicourse / "solutions/tiny_array/solution.py",
        "stub": minicourse / "exercises/tiny_array/tiny_array.py",
        "reads": Path(__file__).parent / "hostile/reads_everything.py",
        "floods": Path(__file__).parent / "hostile/output_flood.py",
    }
    for student, path in work.items():
        (tmp_path / "subs" / student).mkdir(parents=True)
        shutil.copy(path, tmp_path / "subs" / student / "tiny_array.py")
    return tmp_path / "subs"


def scores(out: Path) -> dict[str, float]:
    return {row["student"]: row["score"] for row in json.loads((out / "results.json").read_text("utf-8"))["results"]}


def test_the_container_of_these_tests_refuses_namespaces(in_container: Contained, minicourse: Path) -> None:
    """Or they would prove nothing; the strongest jail is missing there and its absence explained."""
    done = in_container("doctor", "--json", "--course", minicourse)
    found = {each["name"]: each for each in json.loads(done.stdout)}
    assert "namespaces" in found["namespaces"]["found"] and found["namespaces"]["ok"] is None
    assert found["jail numpy"]["ok"] and found["jail numpy"]["found"].startswith("landlock: no namespaces, seccomp, Landlock")
    assert "weaker" in found["jail numpy"]["found"]


@pytest.mark.parametrize("lang", ["en", "ko"])
def test_a_class_is_graded_there_as_anywhere(in_container: Contained, a_class: Path, minicourse: Path, tmp_path: Path, lang: str) -> None:
    """With the jail that works there, which says that it is the weaker one; and the scores are those of the stronger."""
    terms = ["--course", minicourse, "--jobs", 1, "--lang", lang]
    done = in_container("grade", a_class, "--out", tmp_path / "out", *terms)
    assert done.returncode == 0, done.stderr
    assert "landlock" in done.stderr and ("weaker" if lang == "en" else "더 약함") in done.stderr
    plain = subprocess.run(
        [sys.executable, "-m", "gradekit", "grade", str(a_class), "--out", str(tmp_path / "plain"), *map(str, terms)],
        capture_output=True,
        text=True,
        check=False,
    )
    assert plain.returncode == 0 and "landlock" not in plain.stderr
    assert scores(tmp_path / "out") == scores(tmp_path / "plain") == {"right": 100, "stub": 0, "reads": 50, "floods": 50}


def test_the_stronger_jail_is_not_to_be_had_there(in_container: Contained, a_class: Path, minicourse: Path, tmp_path: Path) -> None:
    done = in_container("grade", a_class, "--out", tmp_path / "out", "--course", minicourse, "--jail", "namespaces")
    assert done.returncode == 1 and done.stderr.count("\n") == 1
    assert "cannot be jailed" in done.stderr and "refuses the namespaces" in done.stderr


def test_no_jail_needs_a_word_more(a_class: Path, minicourse: Path, tmp_path: Path) -> None:
    line = [
        sys.executable,
        "-m",
        "gradekit",
        "grade",
        str(a_class),
        "--out",
        str(tmp_path / "out"),
        "--course",
        str(minicourse),
        "--jail",
        "none",
    ]
    done = subprocess.run(line, capture_output=True, text=True, check=False)
    assert done.returncode == 2 and "--trust" in done.stderr and done.stderr.count("\n") == 1
    assert not (tmp_path / "out").exists()


def test_workers_have_a_uid_of_their_own_where_the_interpreter_lies_open(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    """And keep the grader's where another uid would not find its way to it."""
    monkeypatch.setattr(os, "geteuid", lambda: 0)
    first, count = contained._uids(["/usr/lib"]) or (0, 0)
    assert first >= 40_000 and count >= 20_000
    shut = tmp_path / "shut"
    shut.mkdir(0o700)
    assert contained._uids(["/usr/lib", str(shut / "python")]) is None
    monkeypatch.setattr(os, "geteuid", lambda: 1000)
    assert contained._uids(["/usr/lib"]) is None


def test_what_may_be_read_there_holds_no_other_packages() -> None:
    """Landlock can allow a folder, but no hole in it."""
    readable = [Path(path) for path in contained.readable("numpy", Path("/nowhere"))]
    assert readable
    for package in runtimes.packages("torch"):
        if package not in runtimes.packages("numpy"):
            assert not any(package.is_relative_to(path) for path in readable), package
    assert not any(Path(jail.__file__).is_relative_to(path) for path in readable)
    assert not any(Path(__file__).is_relative_to(path) for path in readable)
