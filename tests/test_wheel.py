"""What a student installs: the built wheel, in an environment and a folder of its own, where the solutions are not."""

import os
import subprocess
import sys
import sysconfig
import venv
import zipfile
from dataclasses import dataclass
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[1]
EXERCISES = sorted(path.parent.name for path in (ROOT / "exercises").glob("*/exercise.toml") if (path.parent / "test_public.py").exists())


@dataclass(frozen=True)
class Installed:
    """A wheel's names and contents, and the command it installed."""

    files: dict[str, bytes]
    folder: Path
    home: Path

    def run(self, *arguments: str | Path) -> subprocess.CompletedProcess[str]:
        environment = {"PATH": os.environ["PATH"], "LANG": "C.UTF-8", "HOME": str(self.home), "OMP_NUM_THREADS": "1"}
        return subprocess.run(
            [str(self.folder / "bin/gradekit"), *map(str, arguments)],
            env=environment,
            cwd=self.home,
            capture_output=True,
            text=True,
            timeout=120,
            check=False,
        )


@pytest.fixture(scope="module")
def installed(tmp_path_factory: pytest.TempPathFactory) -> Installed:
    """Built without a network by the build backend that is here, and installed without its requirements, which it finds next door."""
    base = tmp_path_factory.mktemp("wheel")
    build = [sys.executable, "-m", "hatchling", "build", "--target", "wheel", "--directory", str(base / "dist")]
    subprocess.run(build, cwd=ROOT, capture_output=True, timeout=120, check=True)
    [wheel] = (base / "dist").glob("*.whl")
    venv.create(base / "venv", with_pip=False, symlinks=True)
    python = base / "venv/bin/python"
    install = [sys.executable, "-m", "pip", "--python", str(python), "install", "--no-deps", "--no-index", "--quiet", str(wheel)]
    subprocess.run(install, capture_output=True, timeout=120, check=True)
    [packages] = (base / "venv/lib").glob("python*/site-packages")
    # A plain folder on the path: the line by which it would lead back to this checkout is read in real site folders only.
    (packages / "beside.pth").write_text(sysconfig.get_path("purelib") + "\n", "utf-8")
    (base / "home").mkdir()
    with zipfile.ZipFile(wheel) as archive:
        files = {name: archive.read(name) for name in archive.namelist()}
    return Installed(files, base / "venv", base / "home")


def test_it_carries_handouts_templates_and_data(installed: Installed) -> None:
    wanted = {str(path.relative_to(ROOT)) for path in (ROOT / "templates").rglob("*") if path.is_file() and path.suffix != ".pyc"}
    wanted |= {"course.toml"}
    for name in EXERCISES:
        wanted |= {f"exercises/{name}/{file}" for file in ("exercise.toml", "README.md", "README.ko.md", f"{name}.py", "test_public.py")}
    wanted |= {str(path.relative_to(ROOT)) for path in (ROOT / "exercises").glob("*/figures/*.svg")}
    for name in wanted:
        assert installed.files[f"gradekit/_course/{name}"] == (ROOT / name).read_bytes(), name
    assert any(name.startswith("gradekit/datasets/") and name.endswith("digits.npz") for name in installed.files)
    for path in (ROOT / "gradekit").rglob("*.py"):
        assert str(path.relative_to(ROOT)) in installed.files


def test_it_carries_no_solution(installed: Installed) -> None:
    """Neither by name nor by content; and nothing of the tests, or that a program left behind."""
    bodies = set(installed.files.values())
    for path in (ROOT / "solutions").rglob("*.py"):
        assert path.read_bytes() not in bodies, path
    for name in installed.files:
        parts = Path(name).parts
        assert not name.endswith((".pyc", "test_hidden.py", "reference.py", "solution.py")) or "templates" in parts, name
        assert not {"solutions", "misconceptions", "tests", "__pycache__", ".gradekit-secret"} & set(parts) or "templates" in parts, name
    assert not [name for name in installed.files if name.split("/")[0] != "gradekit" and ".dist-info" not in name]


def test_a_student_can_list_fetch_and_check(installed: Installed) -> None:
    """The course comes with it: no checkout, no network."""
    listed = installed.run("list")
    assert (listed.returncode, listed.stderr) == (0, "")
    assert all(name in listed.stdout for name in EXERCISES)
    fetched = installed.run("fetch", "exercise", "softmax", "cross_entropy", "--lang", "ko")
    assert (fetched.returncode, fetched.stderr) == (0, "")
    assert sorted(os.listdir(installed.home / "softmax")) == ["README.md", "softmax.py", "test_public.py"]
    checked = installed.run("check", "softmax", "--lang", "ko")
    assert checked.returncode == 1
    assert "통과" in checked.stdout and "✗" in checked.stdout and checked.stderr == ""
    (installed.home / "softmax/softmax.py").write_bytes((ROOT / "solutions/softmax/solution.py").read_bytes())
    checked = installed.run("check", "softmax")
    assert checked.returncode == 0, checked.stdout
    shown = installed.run("doctor")
    assert "no solutions (fetch and check work)" in shown.stdout
    assert str(ROOT) not in shown.stdout.replace(sysconfig.get_path("purelib"), ""), "it is the installed one that ran"


@pytest.mark.parametrize("command", ["submit", "grade", "verify", "demo"])
def test_what_needs_the_solutions_says_so(command: str, installed: Installed) -> None:
    """Exit code 2, one line, nothing left behind."""
    work = installed.home / "work" / "kim"
    work.mkdir(parents=True, exist_ok=True)
    (work / "softmax.py").write_bytes((ROOT / "solutions/softmax/solution.py").read_bytes())
    arguments = {
        "submit": ("submit", work),
        "grade": ("grade", work.parent, "--out", installed.home / "out"),
        "verify": ("verify", "softmax"),
        "demo": ("demo", "--out", installed.home / "out"),
    }
    done = installed.run(*arguments[command])
    assert done.returncode == 2, done
    assert done.stderr.count("\n") == 1 and "Traceback" not in done.stderr
    assert "not on this machine" in done.stderr or "no solutions" in done.stderr
    assert not (installed.home / "out").exists()
    assert os.listdir(work) == ["softmax.py"]
