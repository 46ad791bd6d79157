"""A scheduler and two workers of Dask on this machine's loopback, for measurements."""

from __future__ import annotations

import contextlib
import re
import subprocess
import tempfile
import threading
from collections.abc import Iterator
from dataclasses import dataclass

from measuring import ENVIRONMENT, PYTHON

__all__ = ["Running", "two_workers"]


@dataclass(frozen=True, slots=True)
class Running:
    """A cluster that is up: its scheduler's address, and the processes of the scheduler and the workers."""

    address: str
    pids: tuple[int, ...]


@contextlib.contextmanager
def two_workers() -> Iterator[Running]:
    """A cluster with two workers of one thread each, ended on leaving. Raises RuntimeError where one of its processes ends at once."""
    with tempfile.TemporaryDirectory(prefix="gradekit-dask-") as folder, contextlib.ExitStack() as stack:
        environment = ENVIRONMENT | {"DASK_DISTRIBUTED__DIAGNOSTICS__NVML": "False", "PYTHONUNBUFFERED": "1", "TMPDIR": folder}

        def start(program: str, says: str, *options: str) -> tuple[int, str]:
            """One of Dask's programs, once it has said what it says when it is up; gives its process and the words in the brackets."""
            line = [PYTHON, "-m", f"distributed.cli.dask_{program}", "--host", "127.0.0.1", "--no-dashboard", *options]
            nobody = subprocess.DEVNULL
            process = subprocess.Popen(line, env=environment, cwd=folder, stdin=nobody, stdout=nobody, stderr=subprocess.PIPE, text=True)
            stack.callback(_end, process)
            assert process.stderr is not None
            for heard in process.stderr:
                if found := re.search(says, heard):
                    threading.Thread(target=process.stderr.read, daemon=True).start()  # or it would stop at a full pipe
                    return process.pid, found[1]
            raise RuntimeError(f"dask {program} ended with {process.wait()}")

        scheduler, address = start("scheduler", r"Scheduler at:\s+(\S+)", "--port", "0")
        workers = [start("worker", r"(Registered to)", address, "--nthreads", "1", "--no-nanny")[0] for _ in range(2)]
        yield Running(address, (scheduler, *workers))


def _end(process: subprocess.Popen[str]) -> None:
    process.terminate()
    try:
        process.wait(20)
    except subprocess.TimeoutExpired:
        process.kill()
        process.wait()
