"""What the two jails do differently about a worker: where it lives, what it finds there, what is left to do when it ends.

A warm process makes one Boundary; its forks use it. What every worker gives up, in either jail, is in confine.
"""

from __future__ import annotations

import contextlib
import os
from abc import ABC, abstractmethod
from typing import Any, Final

from . import confine

__all__ = ["Boundary", "boundary"]

_SCRATCH_ENTRIES: Final = 1024


class Boundary(ABC):
    """seconds_between_looks: how often an init looks after its worker's scratch folder; None where the kernel does."""

    seconds_between_looks: float | None = None

    @abstractmethod
    def before_fork(self) -> None:
        """In the warm process, just before the fork of an init."""

    @abstractmethod
    def after_fork(self) -> None:
        """In the warm process, just after it, whether it succeeded or not."""

    @abstractmethod
    def prepare(self, number: int, scratch_bytes: int, uid: int | None) -> str:
        """In the init: make the worker's place; returns its scratch folder."""

    @abstractmethod
    def become_init(self) -> None:
        """In the init, after the fork of the worker: keep only what looking after it needs."""

    def overfull(self, folder: str, scratch_bytes: int) -> bool:
        """In the init: whether the scratch folder holds more than it may."""
        return False

    def tidy(self, folder: str) -> None:
        """In the init, after the worker's end: leave nothing of it."""
        return


class Namespaces(Boundary):
    """PID, mount and IPC namespaces of its own; what is in them goes with them."""

    def __init__(self) -> None:
        self._own = os.open("/proc/self/ns/pid", os.O_RDONLY | os.O_CLOEXEC)

    def before_fork(self) -> None:
        confine.enter_pid_namespace()

    def after_fork(self) -> None:
        confine.leave_pid_namespace(self._own)

    def prepare(self, number: int, scratch_bytes: int, uid: int | None) -> str:
        confine.private_mounts(scratch_bytes, _SCRATCH_ENTRIES, uid)
        return "/tmp"

    def become_init(self) -> None:
        confine.become_init(confine.CAP_KILL)


class Folder(Boundary):
    """A folder of its own on the machine's disk, all of whose sizes the init has to watch and to clear away."""

    seconds_between_looks = 0.2

    def __init__(self, base: str) -> None:
        self._base = base

    def before_fork(self) -> None:
        return

    def after_fork(self) -> None:
        return

    def prepare(self, number: int, scratch_bytes: int, uid: int | None) -> str:
        confine.end_with_parent()  # no namespace ends it
        folder = f"{self._base}/{number}"
        os.mkdir(folder, 0o700)
        if uid is not None:
            os.chown(folder, uid, uid)
        return folder

    def become_init(self) -> None:
        confine.become_init(confine.CAP_KILL, confine.CAP_DAC_OVERRIDE, confine.CAP_FOWNER)

    def overfull(self, folder: str, scratch_bytes: int) -> bool:
        size = entries = 0
        waiting = [folder]
        while waiting:
            try:
                with os.scandir(waiting.pop()) as found:
                    for entry in found:
                        entries += 1
                        size += entry.stat(follow_symlinks=False).st_blocks * 512
                        if size > scratch_bytes or entries > _SCRATCH_ENTRIES:
                            return True
                        if entry.is_dir(follow_symlinks=False):
                            waiting.append(entry.path)
            except FileNotFoundError:
                continue  # gone since it was listed
            except OSError:
                return True  # a path too long, or closed to us: no honest program makes these
        return False

    def tidy(self, folder: str) -> None:
        """Remove the folder, however deep what it holds; step by step, because a path can be longer than the kernel takes."""
        os.chdir(folder)
        depth = 0
        while True:
            os.chmod(".", 0o700)
            inner = None
            with os.scandir(".") as found:
                for entry in found:
                    if entry.is_dir(follow_symlinks=False):
                        inner = inner or entry.name
                    else:
                        os.unlink(entry.name)
            if inner is not None:
                with contextlib.suppress(PermissionError):
                    os.chmod(inner, 0o700)
                os.chdir(inner)
                depth += 1
            elif depth:
                # Its own name is what its parent's only question is: the parent removes it when it looks again.
                here = os.stat(".").st_ino
                os.chdir("..")
                depth -= 1
                with os.scandir(".") as found:
                    name = next(entry.name for entry in found if entry.inode() == here)
                os.rmdir(name)
            else:
                os.chdir("/")
                os.rmdir(folder)
                return


def boundary(settings: dict[str, Any]) -> Boundary:
    """The one of the jail that the settings name."""
    return Folder(settings["scratch"]) if settings["jail"] == "landlock" else Namespaces()
