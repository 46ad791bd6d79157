"""What this machine can do, found out by doing it: a worker is started in the jail and asked what it can reach."""

from __future__ import annotations

import os
import platform
import sys
import time
from collections.abc import Iterator
from dataclasses import dataclass
from importlib import metadata
from pathlib import Path
from typing import Any, Final

from gradekit import __version__
from gradekit.course.load import load_course
from gradekit.course.places import cache_folder, find_course
from gradekit.errors import GradekitError
from gradekit.judge.remote import RemoteModule, SubmissionRun
from gradekit.sandbox import jail
from gradekit.sandbox.limits import Limits
from gradekit.sandbox.workers import JailedWorker, Output
from gradekit.text import Text

__all__ = ["Finding", "examine"]

# Run in a worker as a submission would be. Each answer is True where the wall stands.
_PROBE: Final = """
import os

def _refused(action):
    try:
        action()
    except OSError:
        return True
    return False

def walls():
    import socket
    return {
        "processes": _refused(os.fork),
        "programs": _refused(lambda: os.execv("/bin/sh", ["sh"])),
        "network": _refused(lambda: socket.socket()),
        "files": _refused(lambda: open("/etc/passwd")) and _refused(lambda: open("/gradekit/x", "w")),
        "proc": not os.listdir("/proc"),
        "scratch": os.listdir("/tmp") == [],
        "privileges": _refused(lambda: os.setuid(0)) or os.getuid() != 0,
        "namespace": os.getpid() < 10,
    }

def memory():
    try:
        return len(bytearray(8 << 30)) == 0
    except MemoryError:
        return True

def uid():
    return os.getuid()
"""


@dataclass(frozen=True, slots=True)
class Finding:
    """One thing that was looked at. good: None where it is neither good nor bad."""

    name: str
    good: bool | None
    found: Text
    advice: str = ""


def examine(course: Path | None = None) -> list[Finding]:
    """Look at everything; never raises for what it finds."""
    return [*_versions(), *_jail(), _gpu(), *_data(), _course(course)]


def _versions() -> Iterator[Finding]:
    yield Finding("gradekit", None, Text.same(__version__))
    yield Finding(
        "Python",
        sys.version_info >= (3, 11),
        Text.same(f"{platform.python_version()} ({sys.executable})"),
        "Python 3.11 or later is needed",
    )
    for name in ("numpy", "torch", "pytest", "msgpack"):
        try:
            yield Finding(name, True, Text.same(metadata.version(name)))
        except metadata.PackageNotFoundError:
            yield Finding(name, False, Text("not installed", "설치되어 있지 않음"), f"pip install {name}")
    cores = len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else os.cpu_count()
    yield Finding("machine", None, Text.same(f"{platform.system()} {platform.release()} {platform.machine()}, {cores} cores"))


def _jail() -> Iterator[Finding]:
    reason = jail.why_not()
    if reason is not None:
        yield Finding(
            "jail",
            False,
            Text("other people's work cannot be graded here", "이 컴퓨터에서는 다른 사람의 제출물을 채점할 수 없습니다"),
            reason,
        )
        return
    from gradekit.sandbox.host import WarmProcess

    for runtime in ("numpy", "torch"):
        began = time.monotonic()
        try:
            with WarmProcess(runtime) as warm:
                warm.wait_ready()
                ready = time.monotonic() - began
                yield from _walls(runtime, warm.address, ready)
        except GradekitError as fault:
            yield Finding(f"jail {runtime}", False, Text.same(str(fault)), "see the line above")


def _walls(runtime: str, address: str, ready: float) -> Iterator[Finding]:
    run = SubmissionRun("probe", _PROBE, Limits(), "cpu", lambda limits, output: JailedWorker(address, limits, output), Output(1 << 20))
    try:
        module: Any = RemoteModule(run, frozenset({"walls", "memory", "uid"}))
        walls = module.walls() | {"memory": module.memory()}
        uid = module.uid()
        began = time.monotonic()
        for _ in range(5):
            JailedWorker(address, Limits(), Output(1 << 20)).close()
        each = (time.monotonic() - began) / 5
    finally:
        run.close()
    missing = sorted(name for name, stands in walls.items() if not stands)
    standing = ", ".join(sorted(name for name, stands in walls.items() if stands))
    if missing:
        names = ", ".join(missing)
        shown = Text(f"these walls do not stand: {names}", f"서 있지 않은 벽: {names}")
        yield Finding(f"jail {runtime}", False, shown, "do not grade other people's work here, and report this")
    else:
        yield Finding(
            f"jail {runtime}",
            True,
            Text(
                f"bubblewrap, seccomp, namespaces; uid {uid}; warm in {ready:.1f} s, a worker in {each * 1000:.0f} ms; closed: {standing}",
                f"bubblewrap, seccomp, 네임스페이스; uid {uid}; 준비 {ready:.1f}초, 작업자 {each * 1000:.0f}ms; 차단: {standing}",
            ),
        )


def _gpu() -> Finding:
    os.environ.setdefault("PYTORCH_NVML_BASED_CUDA_CHECK", "1")
    try:
        import torch

        if torch.cuda.is_available():
            return Finding("GPU", True, Text.same(torch.cuda.get_device_name(0)))
    except (ImportError, RuntimeError) as fault:
        return Finding("GPU", None, Text.same(str(fault)))
    return Finding("GPU", None, Text("none; PyTorch exercises run on the CPU", "없음. PyTorch 과제는 CPU에서 실행합니다"))


def _data() -> Iterator[Finding]:
    from gradekit import datasets

    for name in datasets.NAMES:
        there = datasets.available(name)
        absent = Text(f"not here; 'gradekit fetch data {name}' downloads it", f"없음. 'gradekit fetch data {name}' 명령으로 내려받습니다")
        yield Finding(f"data {name}", True if there else None, datasets.describe(name) if there else absent)
    yield Finding("cache", None, Text.same(str(cache_folder())))


def _course(folder: Path | None) -> Finding:
    try:
        course = load_course(find_course(folder))
    except GradekitError as fault:
        return Finding("course", False, Text.same(str(fault)), "name a course with --course DIR")
    state = f"{course.root}: {len(course.exercises)} exercises" + ("" if course.has_solutions else ", no solutions (fetch and check work)")
    if course.broken:
        return Finding("course", False, Text.same(f"{state}; broken: {', '.join(course.broken)}"), "run 'gradekit verify'")
    return Finding("course", True, Text.same(state))
