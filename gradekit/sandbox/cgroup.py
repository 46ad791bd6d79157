"""A cgroup for each worker, where the machine delegates cgroup v2 to us: the kernel's own bound on all its memory and processes.

Without one the rlimits hold by themselves. Delegated is a folder in which we may make cgroups that have the controllers of memory and
processes: our own cgroup or the one above it (where a service manager put this process into a leaf), as systemd does
for `systemd-run --user -p Delegate=yes -p DelegateSubgroup=main`. The interface is the kernel's documentation of cgroup v2.
"""

from __future__ import annotations

import contextlib
import functools
import itertools
import os
import time
from pathlib import Path
from typing import Final

from gradekit.sandbox.limits import Limits

__all__ = ["Group", "delegated", "make"]

_NEEDED: Final = frozenset({"memory", "pids"})
_OVERHEAD_BYTES: Final = 64 << 20  # what a fork copies of its warm process is its own
_REMOVE_TRIES: Final = 50
_numbers = itertools.count()


class Group:
    """One worker's cgroup. entry: a descriptor that a process writes "0" to, to enter; the worker's init does, before it forks."""

    def __init__(self, folder: Path, limits: Limits) -> None:
        """Raises OSError."""
        self._folder = folder
        folder.mkdir()
        try:
            if limits.memory_bytes is not None:
                self._set("memory.max", str(limits.memory_bytes + _OVERHEAD_BYTES))
                self._set("memory.swap.max", "0")
            self._set("pids.max", str(limits.threads + 8))
            self.entry = os.open(folder / "cgroup.procs", os.O_WRONLY | os.O_CLOEXEC)
        except OSError:
            with contextlib.suppress(OSError):
                folder.rmdir()
            raise

    def ran_out_of_memory(self) -> bool:
        """Whether the kernel ended a process in it for want of memory."""
        try:
            events = dict(line.split() for line in (self._folder / "memory.events").read_text("ascii").splitlines())
        except (OSError, ValueError):
            return False
        return events.get("oom_kill", "0") != "0"

    def close(self) -> None:
        """End whatever is in it and remove it."""
        os.close(self.entry)
        with contextlib.suppress(OSError):
            self._set("cgroup.kill", "1")
        for _ in range(_REMOVE_TRIES):
            try:
                self._folder.rmdir()
            except FileNotFoundError:
                return
            except OSError:
                time.sleep(0.002)  # the last process in it is on its way out
            else:
                return

    def _set(self, name: str, value: str) -> None:
        path = self._folder / name
        if name == "memory.swap.max" and not path.exists():
            return  # a kernel that does not account for swap
        descriptor = os.open(path, os.O_WRONLY | os.O_CLOEXEC)
        try:
            os.write(descriptor, value.encode("ascii"))
        finally:
            os.close(descriptor)


def make(limits: Limits) -> Group | None:
    """A cgroup for one worker; None where none is delegated. Raises OSError."""
    parent = delegated()
    return Group(parent / f"gradekit-{os.getpid()}-{next(_numbers)}", limits) if parent else None


@functools.cache
def delegated() -> Path | None:
    """The folder to make cgroups in; None where the machine delegates none."""
    try:
        mounts = Path("/proc/self/mountinfo").read_text("utf-8", "replace")
        own = Path("/proc/self/cgroup").read_text("utf-8", "replace")
    except OSError:
        return None
    return find(mounts, own)


def find(mounts: str, own: str) -> Path | None:
    """The same from the texts of /proc/self/mountinfo and /proc/self/cgroup."""
    roots = [fields[4] for line in mounts.splitlines() if " - cgroup2 " in line and (fields := line.split())[3] == "/"]
    paths = [line.removeprefix("0::") for line in own.splitlines() if line.startswith("0::")]
    if not roots or not paths:
        return None
    root = Path(roots[0])
    here = root / paths[0].lstrip("/")
    for folder in (here, here.parent):
        if folder != root.parent and _usable(folder):
            return folder
    return None


def _usable(folder: Path) -> bool:
    switch = folder / "cgroup.subtree_control"
    try:
        if not os.access(folder, os.W_OK) or not set((folder / "cgroup.controllers").read_text("ascii").split()) >= _NEEDED:
            return False
        if not set(switch.read_text("ascii").split()) >= _NEEDED:
            switch.write_text("+memory +pids", "ascii")  # refused while processes live in the folder itself
        return set(switch.read_text("ascii").split()) >= _NEEDED
    except OSError:
        return False
