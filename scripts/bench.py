"""Speed and memory, measured against what scripts do today, in one run: ratios and medians, for machines are noisy.

The baseline is one 'python -m pytest' process a submission, on the same tests, importing the student's file.

Then, each also a script of its own: classes as they grow (bench_scale.py), and other graders (bench_others.py).

    python scripts/bench.py [--quick]
"""

from __future__ import annotations

import argparse
import json
import os
import resource
import shutil
import subprocess
import tempfile
import textwrap
import time
from collections.abc import Callable
from pathlib import Path
from typing import Any

import bench_others
import bench_scale
from measuring import ENVIRONMENT, GRADEKIT, PYTHON, descendants, end_well, median, peak_of, print_rows, private_bytes

from gradekit.course.load import load_course
from gradekit.course.places import default_course
from gradekit.engine.classroom import grade_class
from gradekit.intake import scan
from gradekit.judge.remote import RemoteModule, SubmissionRun
from gradekit.sandbox.host import WarmProcess
from gradekit.sandbox.jail import JAIL_NAMES, why_not
from gradekit.sandbox.limits import Limits
from gradekit.sandbox.workers import JailedWorker, Output

ROOT = default_course()

# The fixtures of a hidden suite for plain pytest: the student's file imported into the same process, the reference beside it.
PLAIN_CONFTEST = """
import importlib, sys
import numpy as np
import pytest

sys.path.insert(0, "{folder}")

@pytest.fixture
def submission():
    return importlib.import_module("{name}")

@pytest.fixture
def reference():
    return importlib.import_module("reference_by_hand")

@pytest.fixture
def rng():
    return np.random.default_rng(7)

@pytest.fixture
def seed():
    return 7

@pytest.fixture
def evidence():
    return lambda kind, **data: None
"""

FORWARD_TOML = """
format_version = 1
name = "forward_only"
kind = "code"
runtime = "torch"
points = 10
exports = ["build_model()"]
[title]
en = "Forward passes"
ko = "순전파"
[summary]
en = "A model that is only called."
ko = "호출만 하는 모델입니다."
[policy]
by_hand = false
"""
FORWARD_SOLUTION = """
import torch
from torch import nn

def build_model():
    return nn.Sequential(nn.Linear(784, 64), nn.Tanh(), nn.Linear(64, 10))
"""
FORWARD_SUITE = """
import pytest
import torch
from gradekit.testing import assert_shape, points

@points(1)
@pytest.mark.parametrize("count", range(10))
def test_forward(submission, count):
    model = submission.build_model()
    assert_shape(model(torch.rand(count + 1, 784)), (count + 1, 10))
"""


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--quick", action="store_true", help="a tenth of the submissions, to see that it runs")
    options = parser.parse_args()
    scale = 10 if options.quick else 1
    with tempfile.TemporaryDirectory(prefix="gradekit-bench-") as name:
        folder = Path(name)
        rows: list[tuple[str, str, str]] = []
        rows += speed(folder, 200 // scale, 10 // min(scale, 3))
        rows += walls()
        rows += starts(folder)
        rows += memory(folder, 1000 // scale, 100 // scale)
        print_rows(rows)
        sizes = bench_scale.QUICK if options.quick else bench_scale.SIZES
        quick = {"count": 4, "rounds": 1} if options.quick else {}
        for table in (
            lambda: bench_scale.scale_rows(folder, sizes),
            lambda: bench_scale.cluster_rows(folder, sizes[1]),
            lambda: bench_others.rows(folder, **quick),
        ):
            print(flush=True)
            print_rows(table())


def speed(folder: Path, many: int, few: int) -> list[tuple[str, str, str]]:
    """Throughput of grading against the baseline, over one and two jobs, and the distance from the floor."""
    rows = []
    course = load_course(ROOT)
    solution = course.exercise("softmax").solution
    base = baseline(folder / "plain", "softmax", solution, course.exercise("softmax").suite, few)
    one = graded(folder / "one", ROOT, "softmax", solution, many, 1)
    two = graded(folder / "two", ROOT, "softmax", solution, many, 2)
    bare, jailed = floors(solution, min(many, 50))
    rows += [
        ("softmax: plain pytest, one process each", f"{base * 1000:.0f} ms a submission (median of {few})", "baseline"),
        (f"softmax: gradekit, {many} submissions, --jobs 1", f"{one * 1000:.1f} ms: {base / one:.1f} times baseline", "at least 8"),
        (
            f"softmax: gradekit, {many} submissions, --jobs 2",
            f"{two * 1000:.1f} ms: {one / two:.2f} times --jobs 1",
            "at least 1.7 on 2 cores",
        ),
        ("softmax: floor, a bare fork, import and calls", f"{bare * 1000:.1f} ms: we take {one / bare:.1f} times that", "aim within 3"),
        ("softmax: floor with the jail and the protocol", f"{jailed * 1000:.1f} ms: we take {one / jailed:.1f} times that", ""),
    ]
    root = forward_course(folder / "course")
    source = root / "solutions" / "forward_only" / "solution.py"
    base = baseline(folder / "plain_torch", "forward_only", source, source.with_name("test_hidden.py"), max(3, few // 2))
    one = graded(folder / "torch", root, "forward_only", source, many, 1)
    rows += [
        ("torch, forward passes: plain pytest", f"{base * 1000:.0f} ms a submission", "baseline"),
        (f"torch, forward passes: gradekit, {many}, --jobs 1", f"{one * 1000:.1f} ms: {base / one:.1f} times baseline", "at least 30"),
    ]
    return rows


def baseline(folder: Path, name: str, solution: Path, suite: Path, count: int) -> float:
    """Seconds for one submission with one pytest process each; the median of count."""
    folder.mkdir(parents=True)
    shutil.copy(solution, folder / f"{name}.py")
    shutil.copy(solution, folder / "reference_by_hand.py")
    shutil.copy(suite, folder / "test_hidden.py")
    (folder / "conftest.py").write_text(PLAIN_CONFTEST.format(folder=folder, name=name))

    def once() -> None:
        line = [PYTHON, "-m", "pytest", "-q", "-p", "no:cacheprovider", "--rootdir", str(folder), str(folder / "test_hidden.py")]
        done = subprocess.run(line, cwd=folder, env=ENVIRONMENT, capture_output=True, text=True, check=False)
        if done.returncode != 0:
            raise SystemExit(f"the baseline does not pass:\n{done.stdout[-2000:]}")

    once()
    return median(once, count)


def graded(folder: Path, root: Path, name: str, solution: Path, count: int, jobs: int) -> float:
    """Seconds a submission takes a whole 'grade', processes started and results written; what comes once is taken off.

    Once come the warm process, the judges and their imports. It is measured as the same grading of no more than a chunk a job.
    """
    course = load_course(root)
    timings = {}
    for size in (2 * jobs, jobs, count):  # the first fills the cache of transcripts
        work = folder / f"work{size}"
        for number in range(size):
            (work / f"student-{number:04}").mkdir(parents=True)
            shutil.copy(solution, work / f"student-{number:04}" / f"{name}.py")
        found = scan(work, course)
        began = time.perf_counter()
        grade_class(course, found.submissions, folder / f"out{size}", jobs=jobs, lang="en")
        timings[size] = time.perf_counter() - began
        results = json.loads((folder / f"out{size}" / "results.json").read_text())["results"]
        if len(results) != size or any(row["score"] != row["max_score"] for row in results):
            raise SystemExit(f"{name}: a correct submission did not get full marks; the bench measures nothing")
    return (timings[count] - timings[jobs]) / (count - jobs)


def floors(solution: Path, count: int) -> tuple[float, float]:
    """Seconds for a bare fork that imports the file and makes the suite's calls, and for the same in the jail by the protocol."""
    import numpy as np

    source = solution.read_text()
    inputs = [np.random.default_rng(number).normal(size=(4, 5)) for number in range(45)]

    def fork() -> None:
        child = os.fork()
        if child == 0:
            module: dict[str, Any] = {"__name__": "softmax"}
            exec(compile(source, "softmax.py", "exec"), module)
            for x in inputs:
                module["softmax"](x)
            os._exit(0)
        os.waitpid(child, 0)

    with WarmProcess("numpy") as warm:
        warm.wait_ready()

        def jailed() -> None:
            start: Callable[[Limits, Output], JailedWorker] = lambda limits, output: JailedWorker(warm.address, limits, output)  # noqa: E731
            run = SubmissionRun("softmax", source, Limits(), "cpu", start, Output(1 << 20))
            module = RemoteModule(run, frozenset({"softmax"}))
            for x in inputs:
                module.softmax(x)
            run.close()

        return median(fork, count), median(jailed, count)


def walls() -> list[tuple[str, str, str]]:
    """What each wall of a worker costs, measured in namespaces of its own; and a worker of each jail from its request to its end."""
    rows = []
    inside = ["unshare", "--pid", "--mount", "--fork", *(() if os.geteuid() == 0 else ("--user", "--map-root-user"))]
    line = [*inside, PYTHON, str(Path(__file__).with_name("walls.py"))]
    done = subprocess.run(line, env=ENVIRONMENT, capture_output=True, text=True, check=False)
    if done.returncode == 0:
        rows += [(f"a wall of a worker: {name}", f"{cost:.2f} ms", "") for name, cost in json.loads(done.stdout)]
    else:
        rows.append(("walls of a worker", f"not measured: {(done.stderr.strip().splitlines() or ['?'])[-1]}", ""))
    for name in JAIL_NAMES:
        if why_not(name) is None:
            with WarmProcess("numpy", jail=name) as warm:
                warm.wait_ready()
                taken = median(lambda at=warm.address: JailedWorker(at, Limits(), Output(1 << 20)).close(), 100)  # type: ignore[misc]
            rows.append((f"a worker in the jail '{name}', started and ended", f"{taken * 1000:.1f} ms", ""))
    return rows


def forward_course(root: Path) -> Path:
    """A course of one torch exercise whose tests only run forward passes."""
    for part in ("exercises", "solutions"):
        (root / part / "forward_only").mkdir(parents=True)
    (root / "course.toml").write_text(
        textwrap.dedent(
            """
            format_version = 1
            name = "bench"
            title = {en = "Bench", ko = "측정"}
            [[units]]
            id = 1
            title = {en = "One", ko = "하나"}
            exercises = ["forward_only"]
            """
        )
    )
    (root / "exercises/forward_only/exercise.toml").write_text(FORWARD_TOML)
    solutions = root / "solutions/forward_only"
    (solutions / "solution.py").write_text(FORWARD_SOLUTION)
    (solutions / "reference.py").write_text(FORWARD_SOLUTION)
    (solutions / "test_hidden.py").write_text(FORWARD_SUITE)
    (solutions / "misconceptions").mkdir()
    return root


def starts(folder: Path) -> list[tuple[str, str, str]]:
    """How long commands take from the prompt to their end."""
    work = folder / "start"
    work.mkdir()
    subprocess.run([GRADEKIT, "fetch", "softmax", "--to", str(work)], check=True, capture_output=True, env=ENVIRONMENT)
    shutil.copy(ROOT / "solutions/softmax/solution.py", work / "softmax/softmax.py")

    def timed(*line: str, again: int = 9) -> float:
        return median(lambda: subprocess.run(line, cwd=work, env=ENVIRONMENT, capture_output=True, check=True), again)

    click, help_page = timed(PYTHON, "-c", "import click"), timed(GRADEKIT, "--help")
    check, plain = timed(GRADEKIT, "check", "softmax"), timed(PYTHON, "-m", "pytest", "-q", "softmax")
    fetch = timed(GRADEKIT, "fetch", "cross_entropy", "--to", str(work / "again"))
    return [
        ("gradekit --help", f"{help_page * 1000:.0f} ms: {help_page / click:.2f} times 'import click'", "at most 1.5"),
        ("gradekit list", f"{timed(GRADEKIT, 'list') * 1000:.0f} ms", "under 400 ms"),
        ("gradekit fetch", f"{fetch * 1000:.0f} ms", "under 400 ms"),
        ("gradekit check softmax", f"{check * 1000:.0f} ms: {check / plain:.2f} times plain pytest", "below 1"),
    ]


def memory(folder: Path, many: int, few: int) -> list[tuple[str, str, str]]:
    """What a running worker holds for itself, and whether a larger class takes more."""
    rows = []
    for runtime, call in (("numpy", "np.exp(np.ones((100, 100)))"), ("torch", "torch.tanh(torch.ones(100, 100)).sum()")):
        library = "import numpy as np" if runtime == "numpy" else "import torch"
        with WarmProcess(runtime) as warm:
            warm.wait_ready()
            run = SubmissionRun(
                "probe",
                f"{library}\ndef f():\n    return float({call}.sum())\n",
                Limits(),
                "cpu",
                lambda limits, output, at=warm.address: JailedWorker(at, limits, output),  # type: ignore[misc]
                Output(1 << 20),
            )
            RemoteModule(run, frozenset({"f"})).f()
            newest = private_bytes(descendants(warm.pid)[-1])
            run.close()
        rows.append((f"private memory of a running {runtime} worker", f"{newest / 2**20:.1f} MiB", "at most 40"))
    course = load_course(ROOT)
    solution = course.exercise("softmax").solution
    peaks = {}
    for size in (few, many):
        work = folder / f"memory{size}"
        for number in range(size):
            (work / f"student-{number:04}").mkdir(parents=True)
            shutil.copy(solution, work / f"student-{number:04}" / "softmax.py")
        peaks[size] = peak_of([GRADEKIT, "grade", str(work), "--out", str(folder / f"memory_out{size}"), "--jobs", "1"])
    rows.append(
        (
            f"peak memory of 'grade', judges included, {few} → {many} submissions",
            f"{peaks[few] / 2**20:.0f} → {peaks[many] / 2**20:.0f} MiB",
            "the same",
        )
    )
    return rows


if __name__ == "__main__":
    end_well()
    resource.setrlimit(resource.RLIMIT_CORE, (0, 0))
    main()
