"""What the benches share: a command's time and memory, the median of many, and the commands' environment."""

from __future__ import annotations

import os
import signal
import statistics
import subprocess
import sys
import threading
import time
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Final

__all__ = [
    "ENVIRONMENT",
    "GRADEKIT",
    "PYTHON",
    "Command",
    "descendants",
    "end_well",
    "measured",
    "median",
    "peak_of",
    "print_rows",
    "private_bytes",
]

PYTHON: Final = sys.executable
GRADEKIT: Final = str(Path(PYTHON).with_name("gradekit"))
# Without what the user has set for gradekit, such as another course or gradebook.
ENVIRONMENT: Final = {name: value for name, value in os.environ.items() if not name.startswith("GRADEKIT_")} | {
    "OMP_NUM_THREADS": "1",
    "OPENBLAS_NUM_THREADS": "1",
}
_SHOWN: Final = 2000  # characters of what a command that failed said last


@dataclass(frozen=True, slots=True)
class Command:
    """A command that ended well: its seconds, the largest sum of private memory over its processes, and what it printed."""

    seconds: float
    peak_bytes: int
    stdout: str


def measured(line: Sequence[str], *, beside: Sequence[int] = ()) -> Command:
    """Run a command to its end, and sample the memory of all its processes ten times a second.

    beside: other processes that work for it, whose memory, with that of all below them, counts too.

    Raises SystemExit where it ends with anything but 0: a bench of something that fails measures nothing.
    """
    highest = 0
    ended = threading.Event()
    began = time.perf_counter()
    with subprocess.Popen(
        line, env=ENVIRONMENT, stdin=subprocess.DEVNULL, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True
    ) as process:

        def watch() -> None:
            nonlocal highest
            while not ended.wait(0.1):
                roots = [process.pid, *beside]
                highest = max(highest, sum(private_bytes(pid) for root in roots for pid in [root, *descendants(root)]))

        watcher = threading.Thread(target=watch)
        watcher.start()
        try:
            stdout, stderr = process.communicate()
            seconds = time.perf_counter() - began
        except BaseException:
            process.terminate()  # the bench was ended: so is what it started
            raise
        finally:
            ended.set()
            watcher.join()
    if process.returncode:
        raise SystemExit(f"{' '.join(line)} ended with {process.returncode}:\n{(stdout + stderr)[-_SHOWN:]}")
    return Command(seconds, highest, stdout)


def end_well() -> None:
    """Let the signal that ends this process unwind it, so that servers and folders of its own do not outlive it."""
    signal.signal(signal.SIGTERM, lambda *_: sys.exit(128 + signal.SIGTERM))


def peak_of(line: Sequence[str]) -> int:
    """The largest sum of private memory over a command's processes."""
    return measured(line).peak_bytes


def private_bytes(pid: int) -> int:
    """Private_Clean and Private_Dirty of a process; 0 once it has gone."""
    try:
        lines = Path(f"/proc/{pid}/smaps_rollup").read_text().splitlines()
    except OSError:
        return 0
    return sum(int(line.split()[1]) * 1024 for line in lines if line.startswith(("Private_Clean", "Private_Dirty")))


def descendants(pid: int) -> list[int]:
    """All processes below pid, parents before their children; none of one that has gone meanwhile."""
    try:
        texts = [task.read_text() for task in sorted(Path(f"/proc/{pid}/task").glob("*/children"))]
    except OSError:
        return []
    found = []
    for child in (int(each) for text in texts for each in text.split()):
        found += [child, *descendants(child)]
    return found


def median(action: Callable[[], Any], count: int) -> float:
    """Seconds of action, the median of count runs."""
    seconds = []
    for _ in range(count):
        began = time.perf_counter()
        action()
        seconds.append(time.perf_counter() - began)
    return statistics.median(seconds)


def print_rows(rows: Sequence[Sequence[str]]) -> None:
    """The rows as a table, each column as wide as its widest cell."""
    widths = [max(len(cell) for cell in column) for column in zip(*rows, strict=True)]
    for row in rows:
        print("  ".join(f"{cell:<{width}}" for cell, width in zip(row, widths, strict=True)).rstrip())
