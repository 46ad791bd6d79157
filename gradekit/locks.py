"""One process at a time, where two would spoil each other's files."""

from __future__ import annotations

from pathlib import Path

__all__ = ["is_abandoned", "locked"]


def locked(handle: int) -> bool:
    """Lock the open file for as long as it is open; False where another process has it. Ends with the process, however that ends.

    On Windows, where this is not to be had so simply, always True.
    """
    try:
        import fcntl
    except ImportError:
        return True
    try:
        fcntl.flock(handle, fcntl.LOCK_EX | fcntl.LOCK_NB)
    except BlockingIOError:
        return False
    except OSError:  # a file system without locks
        return True
    return True


def is_abandoned(path: Path) -> bool:
    """Whether no process holds the file locked, as whoever writes it would. Raises OSError where there is none."""
    with path.open("rb") as file:
        return locked(file.fileno())
