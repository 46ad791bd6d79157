"""The jail without namespaces, for where they are refused: in a container with its default profile, on some CI services.

A warm process is a plain process with an empty environment. Each worker walls itself in with Landlock (the runtime's files to
read, a folder of its own to write, no program to start), the same seccomp filter and rlimits, and as root a uid of its own,
unless the interpreter lies where only root finds it. What it lacks beside the jail of namespaces stands in SECURITY.md: the numbers
of other processes and the names of files can be seen, and the size of the scratch folder is watched rather than bounded.
"""

from __future__ import annotations

import contextlib
import os
import stat
from collections.abc import Iterator
from pathlib import Path
from typing import Any, Final

from gradekit.sandbox import runtimes
from gradekit.sandbox.inside import landlock
from gradekit.sandbox.start import Start

__all__ = ["readable", "start", "why_not"]

# Where this process may take on any uid: far above what distributions hand out; else within what its user namespace has.
_HIGH_UIDS: Final = (1_879_048_193, 60_000)
_LOW_UIDS: Final = (40_000, 20_000)


def why_not() -> str | None:
    """Why this machine has no such jail, with what to do; None where it has."""
    known = landlock.version()
    if known == 0:
        return "the kernel has no Landlock, or has it switched off: boot it with landlock in its list of lsm= (Linux 6.2 or later)"
    if known < landlock.LEAST_VERSION:
        return f"the kernel's Landlock is version {known}, and {landlock.LEAST_VERSION} is needed: use Linux 6.2 or later"
    return None


@contextlib.contextmanager
def start(runtime: str, folder: Path, listener: int, settings: int, *, gpu: bool) -> Iterator[Start]:
    """How to start a warm process of that runtime; folder is for what it needs on disk."""
    modules, scratch = folder / "packages", folder / "scratch"
    for path in (modules, scratch):
        path.mkdir(exist_ok=True)
    for path in (folder, modules, scratch):
        path.chmod(0o711)  # a worker's own uid has to find its way through
    for package in runtimes.packages(runtime):
        link = modules / package.name
        if not link.is_symlink():
            link.symlink_to(package)
    paths = [*readable(runtime, modules), *(runtimes.gpu_folders() if gpu else ())]
    told: dict[str, Any] = {"jail": "landlock", "uids": _uids(paths), "scratch": str(scratch), "readable": paths}
    line = runtimes.python_line(str(runtimes.INSIDE.parent), str(modules), listener, settings)
    yield Start(tuple(line), told, runtimes.environment(), signals=landlock.version() >= landlock.SIGNALS_VERSION)


def readable(runtime: str, modules: Path) -> list[str]:
    """What a worker of that runtime may read; modules is the folder of links to its packages."""
    shared = [*runtimes.system_libraries(), *_standard_library(), *runtimes.interpreter_libraries(), str(runtimes.INSIDE)]
    return [*shared, str(modules), *map(str, runtimes.packages(runtime))]


def _standard_library() -> Iterator[str]:
    """Everything in the standard library but other people's packages: Landlock can allow a folder, but no hole in it."""
    for folder in runtimes.standard_library():
        for entry in sorted(os.listdir(folder)):
            if entry not in runtimes.HIDDEN:
                yield f"{folder}/{entry}"


def _uids(paths: list[str]) -> tuple[int, int] | None:
    """The first and the number of the uids for workers; None where they keep the grader's."""
    if os.geteuid() != 0 or not all(_open_to_others(path) for path in paths):
        return None
    first, _, count = (int(word) for word in Path("/proc/self/uid_map").read_text("ascii").split()[:3])
    return next((uids for uids in (_HIGH_UIDS, _LOW_UIDS) if first + count > sum(uids)), None)


def _open_to_others(path: str) -> bool:
    """Whether another uid finds its way to path: an interpreter below /root, say, it does not."""
    return all(parent.stat().st_mode & stat.S_IXOTH for parent in Path(path).parents)
