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
from gradekit.sandbox import cgroup, jail
from gradekit.sandbox.inside import landlock
from gradekit.sandbox.limits import Limits
from gradekit.sandbox.workers import JailedWorker, Output
from gradekit.text import Text

__all__ = ["Finding", "examine"]

# Run in a worker as a submission would be. Each answer is True where the wall stands.
_PROBE: Final = """
import ctypes, os

def _refused(action):
    try:
        action()
    except OSError:
        return True
    return False

def _system_call(number, *arguments):
    libc = ctypes.CDLL(None, use_errno=True)
    if libc.syscall(number, *arguments) < 0:
        raise OSError(ctypes.get_errno(), "")

def walls(parent):
    import socket
    return {
        "processes": _refused(os.fork),
        "programs": _refused(lambda: os.execv("/bin/sh", ["sh"])),
        "network": _refused(lambda: socket.socket()),
        "files": _refused(lambda: open("/etc/passwd")) and _refused(lambda: open("/gradekit/x", "w")),
        "proc": _refused(lambda: open("/proc/self/environ")) and _refused(lambda: open("/proc/sys/kernel/core_pattern", "w")),
        "scratch": os.listdir(os.getcwd()) == [] and _refused(lambda: os.listdir(os.path.dirname(os.getcwd()))),
        "devices": _refused(lambda: open("/dev/mem", "rb")) and _refused(lambda: open("/dev/tty", "rb")),
        "privileges": _refused(lambda: os.setuid(0)) or os.getuid() != 0,
        "kernel": _refused(lambda: _system_call(321, 0, 0, 0)) and _refused(lambda: _system_call(425, 1, 0)),  # bpf, io_uring (x86-64)
        "signals": _refused(lambda: os.kill(1, 0)) and _refused(lambda: os.kill(parent, 0)),
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
    standing = [name for name in jail.JAIL_NAMES if jail.why_not(name) is None]
    used = standing[0] if standing else None
    for name in jail.JAIL_NAMES:
        if name not in standing:
            # Only where there is no jail at all can the work of others not be graded.
            shown = (
                Text("not on this machine", "이 컴퓨터에는 없음")
                if standing
                else Text("other people's work cannot be graded here", "이 컴퓨터에서는 다른 사람의 제출물을 채점할 수 없습니다")
            )
            reason = jail.why_not(name) or ""
            found = Text(f"{shown.en}: {reason}", f"{shown.ko}: {reason}") if standing else shown
            yield Finding(name if standing else "jail", None if standing else False, found, reason)
            continue
        for runtime in ("numpy", "torch"):
            yield _try_jail(name, runtime, name == used)
    landlocked, group = landlock.version(), cgroup.delegated()
    yield Finding(
        "Landlock",
        True if landlocked else None,
        Text(f"version {landlocked}", f"버전 {landlocked}") if landlocked else Text("not in this kernel", "이 커널에 없음"),
    )
    yield Finding(
        "cgroup v2",
        True if group else None,
        Text.same(str(group))
        if group
        else Text(
            "not delegated to this process; rlimits hold each worker's memory and processes",
            "이 프로세스에 위임되지 않음. 작업자의 메모리와 프로세스는 rlimit으로 제한합니다",
        ),
    )


def _try_jail(name: jail.JailName, runtime: str, used: bool) -> Finding:
    """A worker in that jail, asked what it can reach."""
    from gradekit.sandbox.host import WarmProcess

    title = f"jail {runtime}" if used else f"{name} {runtime}"
    began = time.monotonic()
    try:
        with WarmProcess(runtime, jail=name) as warm:
            warm.wait_ready()
            ready = time.monotonic() - began
            stands, uid = _walls(warm.address)
            began = time.monotonic()
            for _ in range(5):
                JailedWorker(warm.address, Limits(), Output(1 << 20)).close()
            each = (time.monotonic() - began) / 5
    except GradekitError as fault:
        return Finding(title, False, Text(f"{name}: {fault}", f"{name}: {fault}"), "see the line above")
    missing = ", ".join(sorted(wall for wall, closed in stands.items() if not closed))
    if missing:
        shown = Text(f"{name}: these walls do not stand: {missing}", f"{name}: 서 있지 않은 벽: {missing}")
        return Finding(title, False, shown, "do not grade other people's work here, and report this")
    kind = jail.jail_named(name)
    landlocked = ", Landlock" if landlock.version() else ""
    closed = ", ".join(sorted(stands))
    lacks = Text(f"; {kind.lacks.en}", f"; {kind.lacks.ko}") if kind.lacks else Text("", "")
    return Finding(
        title,
        True if used else None,
        Text(
            f"{name}{'' if used else f' (--jail {name})'}: {kind.made_of.en}, seccomp{landlocked}; uid {uid};"
            f" warm in {ready:.1f} s, a worker in {each * 1000:.0f} ms; closed: {closed}{lacks.en}",
            f"{name}{'' if used else f' (--jail {name})'}: {kind.made_of.ko}, seccomp{landlocked}; uid {uid};"
            f" 준비 {ready:.1f}초, 작업자 {each * 1000:.0f}ms; 차단: {closed}{lacks.ko}",
        ),
    )


def _walls(address: str) -> tuple[dict[str, bool], int]:
    """Which walls a worker there finds standing, and its uid."""
    run = SubmissionRun("probe", _PROBE, Limits(), "cpu", lambda limits, output: JailedWorker(address, limits, output), Output(1 << 20))
    try:
        module: Any = RemoteModule(run, frozenset({"walls", "memory", "uid"}))
        return module.walls(os.getpid()) | {"memory": module.memory()}, module.uid()
    finally:
        run.close()


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
