"""A worker without a jail, for a student's own work on a student's own machine: a plain process, on any system.

It speaks the same protocol as a jailed worker and is held to the same time and output limits; memory is the machine's own affair.
"""

from __future__ import annotations

import contextlib
import os
import queue
import signal
import subprocess
import sys
import threading
import time
from pathlib import Path
from typing import IO, Any, Final

from gradekit.errors import ProtocolError
from gradekit.sandbox.answers import CallEnded, OutputLimit, WorkerCrashed
from gradekit.sandbox.endings import closed_channel, ended, line_said, timed_out
from gradekit.sandbox.inside.codec import ANSWER_LIMIT, PREFIX, WireError, frame_lengths, unpack
from gradekit.sandbox.limits import Limits
from gradekit.sandbox.workers import Frame, Output, Worker, WorkerGone
from gradekit.text import Text

__all__ = ["LocalWorker"]

_SANDBOX: Final = Path(__file__).parent
_START_SECONDS: Final = 60.0
_LAST_WORDS_SECONDS: Final = 1.0
_CHUNK_BYTES: Final = 1 << 16
# Takes the two protocol descriptors away from where print() and input() would find them, then serves.
_START: Final = f"""
import os, sys
read, write = os.dup(0), os.dup(1)
os.dup2(2, 1)
os.dup2(os.open(os.devnull, os.O_RDONLY), 0)
if sys.platform == "win32":
    import msvcrt
    msvcrt.setmode(read, os.O_BINARY), msvcrt.setmode(write, os.O_BINARY)
sys.path.insert(0, {str(_SANDBOX)!r})
from inside import worker
sys.path.pop(0)
if sys.argv[1] == "torch":
    import torch  # now, so that it does not count as the submission's own time
worker.serve(worker.Channel(read, write), int(sys.argv[2]) if len(sys.argv) > 2 else None)
"""


class LocalWorker(Worker):
    """A fresh process of this interpreter, ready once it has imported the runtime."""

    def __init__(self, limits: Limits, output: Output, runtime: str = "numpy") -> None:
        self._output = output
        # -P: a file of the student's that is called random.py must not stand in for Python's own.
        line = [sys.executable, "-B", "-P", "-X", "utf8", "-c", _START, runtime]
        self._words: int | None = None
        saying: list[int] = []
        if sys.platform != "win32":  # where a process can neither be handed a descriptor nor be asked by a signal
            self._words, end = os.pipe()
            os.set_blocking(self._words, False)
            os.set_blocking(end, False)
            saying = [end]
            line.append(str(end))
        try:
            self._process = subprocess.Popen(
                line, stdin=subprocess.PIPE, stdout=subprocess.PIPE, stderr=subprocess.PIPE, bufsize=0, pass_fds=saying
            )
        finally:
            for descriptor in saying:
                os.close(descriptor)
        self._events: queue.SimpleQueue[Frame | Exception] = queue.SimpleQueue()
        # Written by a thread of its own: a worker that does not read must not keep its judge from noticing the time.
        self._requests: queue.SimpleQueue[list[Any] | None] = queue.SimpleQueue()
        targets = (self._read_answers, self._read_output, self._write_requests)
        self._threads = [threading.Thread(target=target, daemon=True) for target in targets]
        for thread in self._threads:
            thread.start()
        self._greeted = False

    def wait_ready(self) -> None:
        # Not awaited when the process was started, so that its imports and the caller's run side by side.
        if self._greeted:
            return
        self._greeted = True
        try:
            hello = self._wait(_START_SECONDS)[0]
        except (CallEnded, ProtocolError) as fault:
            raise WorkerGone(f"a local worker did not come up ({fault})") from fault
        if hello != ["ready"]:
            self.close()
            raise WorkerGone("a local worker did not come up")

    def exchange(self, parts: list[Any], seconds: float) -> Frame:
        self.wait_ready()
        if not self._events.empty():
            self._wait(0.0)  # raises where it says how the worker ended
            self.close()
            raise ProtocolError("an answer to no request")
        self._requests.put(parts)
        return self._wait(seconds)

    def close(self) -> None:
        if self.alive:
            self.alive = False
            self._requests.put(None)
            self._process.kill()
            self._process.wait()
            for thread in self._threads:
                thread.join(2)
            for stream in (self._process.stdin, self._process.stdout, self._process.stderr):
                assert stream is not None
                with contextlib.suppress(OSError):
                    stream.close()
            if self._words is not None:
                os.close(self._words)

    def _wait(self, seconds: float) -> Frame:
        deadline = time.monotonic() + seconds
        try:
            event = self._events.get(timeout=max(0.0, deadline - time.monotonic()))
        except queue.Empty:
            line = self._where()
            self.close()
            raise timed_out(seconds, line) from None
        if isinstance(event, Exception):
            self.close()
            raise event
        return event

    def _write_requests(self) -> None:
        assert self._process.stdin is not None
        with contextlib.suppress(OSError, ValueError):  # it has ended, and the reading thread says how
            while (parts := self._requests.get()) is not None:
                for part in parts:
                    rest = memoryview(part).cast("B")
                    while rest:
                        rest = rest[self._process.stdin.write(rest) or 0 :]

    def _read_answers(self) -> None:
        assert self._process.stdout is not None
        try:
            while True:
                header, body = frame_lengths(_exactly(self._process.stdout, PREFIX.size), ANSWER_LIMIT)
                structure = unpack(_exactly(self._process.stdout, header))
                self._events.put((structure, bytearray(_exactly(self._process.stdout, body))))
        except EOFError:
            self._events.put(self._ending())
        except WireError as fault:
            self._events.put(ProtocolError(str(fault)))
        except (OSError, ValueError):
            return  # closed from this side

    def _ending(self) -> Exception:
        try:
            code = self._process.wait(_LAST_WORDS_SECONDS)
        except subprocess.TimeoutExpired:
            return closed_channel()
        if code < 0:
            return ended(-code, None if self._words is None else line_said(self._words))
        return WorkerCrashed(
            Text(f"its process ended by itself with exit code {code}", f"프로세스가 종료 코드 {code}(으)로 스스로 끝났습니다")
        )

    def _where(self) -> int | None:
        """The line that is being run, asked of the process; None where it does not say so soon."""
        if self._words is None or sys.platform == "win32" or not self._greeted:
            return None
        self._process.send_signal(signal.SIGUSR1)
        return line_said(self._words, _LAST_WORDS_SECONDS)

    def _read_output(self) -> None:
        assert self._process.stderr is not None
        try:
            while chunk := self._process.stderr.read(_CHUNK_BYTES):
                self._output.add(chunk)
        except OutputLimit as fault:
            self._events.put(fault)
        except (OSError, ValueError):
            return  # closed from this side


def _exactly(stream: IO[bytes], size: int) -> bytes:
    data = bytearray()
    while len(data) < size:
        chunk = stream.read(min(size - len(data), 1 << 20))
        if not chunk:
            raise EOFError
        data += chunk
    return bytes(data)
