"""One worker, seen from outside: a request goes in, a frame comes back, or the call has ended some other way.

JailedWorker talks to a fork of a warm process; LocalWorker, in gradekit.sandbox.local, to a plain process of a student's own
machine. Both keep the beginning of what the submission prints and end the worker when a limit is met.
"""

from __future__ import annotations

import contextlib
import os
import select
import socket
import time
from abc import ABC, abstractmethod
from typing import Any, Final

import msgpack

from gradekit.errors import ProtocolError, SandboxError
from gradekit.sandbox import cgroup
from gradekit.sandbox.answers import CallEnded, OutputLimit
from gradekit.sandbox.endings import closed_channel, ended, line_said, out_of_memory, overflowed, timed_out
from gradekit.sandbox.inside.codec import ANSWER_LIMIT, PREFIX, WireError, frame_lengths, unpack
from gradekit.sandbox.limits import Limits

__all__ = ["KEPT_OUTPUT_BYTES", "Frame", "JailedWorker", "Output", "Worker", "WorkerGone"]

KEPT_OUTPUT_BYTES: Final = 64 * 1024
_CHUNK_BYTES: Final = 1 << 18
_LAST_WORDS_SECONDS: Final = 1.0
_CONNECT_TRIES: Final = 200
_STATUS_BYTES: Final = 4
_WHERE: Final = b"where?"  # asks a worker's init for its last words
_WHERE_SECONDS: Final = 1.0

Frame = tuple[Any, bytearray]


class WorkerGone(SandboxError):
    """A worker ended and its jail cannot say how: the machine's fault, so worth another try."""


class _Late(Exception):
    """No answer came in time."""


class Output:
    """What a submission prints: the beginning is kept, the rest counted."""

    def __init__(self, limit_bytes: int) -> None:
        self.limit_bytes = limit_bytes
        self._kept = bytearray()
        self._seen = 0

    def add(self, chunk: bytes) -> None:
        """Raises OutputLimit once more was printed than a program may."""
        self._seen += len(chunk)
        self._kept += chunk[: max(0, KEPT_OUTPUT_BYTES - len(self._kept))]
        if self._seen > self.limit_bytes:
            raise overflowed(self.limit_bytes)

    def take(self) -> tuple[bytes, int]:
        """What was kept and how much was printed in all, and begin anew."""
        taken = bytes(self._kept), self._seen
        self._kept, self._seen = bytearray(), 0
        return taken


class Worker(ABC):
    """One running worker. After any CallEnded but SubmissionError it is dead, and alive is False."""

    alive: bool = True

    @abstractmethod
    def wait_ready(self) -> None:
        """Return once it can be asked: its own start is no part of a submission's time. Raises WorkerGone."""

    @abstractmethod
    def exchange(self, parts: list[Any], seconds: float) -> Frame:
        """Send a frame (none for []) and wait for the next one.

        Raises CallTimeout, OutputLimit, WorkerCrashed, ProtocolError, or WorkerGone.
        """

    @abstractmethod
    def close(self) -> None:
        """End the worker and everything it started. Safe to call twice."""


class JailedWorker(Worker):
    """A fork of the warm process at address."""

    def __init__(self, address: str, limits: Limits, output: Output) -> None:
        self._output = output
        self._pending = bytearray()
        self._limits = limits
        self._status_socket = _connect(address)
        self._data, theirs = socket.socketpair()
        self._printed, printing = os.pipe()
        self._words, saying = os.pipe2(os.O_NONBLOCK | os.O_CLOEXEC)
        self._group: cgroup.Group | None = None
        try:
            request = {
                "memory_bytes": limits.memory_bytes or 0,
                "scratch_bytes": limits.scratch_bytes,
                "limits": limits.for_kernel(),
            }
            try:
                self._group = cgroup.make(limits)
                given = [theirs.fileno(), printing, saying, *([self._group.entry] if self._group else [])]
                socket.send_fds(self._status_socket, [msgpack.packb(request)], given)
            except OSError as fault:
                raise WorkerGone(f"the warm process ended as a worker was asked for ({fault})") from fault
            finally:
                theirs.close()
                os.close(printing)
                os.close(saying)
            self._data.setblocking(False)
            os.set_blocking(self._printed, False)
            self._printed_open = True
            hello, _ = self.exchange([], 30.0)
        except CallEnded as fault:
            self.close()
            raise WorkerGone(f"a worker did not come up ({fault})") from fault
        except BaseException:
            self.close()
            raise
        if hello != ["ready"]:
            self.close()
            raise WorkerGone("a worker did not come up")

    def wait_ready(self) -> None:
        return  # it was, before it was made

    def exchange(self, parts: list[Any], seconds: float) -> Frame:
        try:
            return self._exchange(parts, time.monotonic() + seconds)
        except WireError as fault:
            self.close()
            raise ProtocolError(str(fault)) from None
        except _Late:
            line = self._where()
            self.close()
            raise timed_out(seconds, line) from None
        except OutputLimit:
            line = self._where()
            self.close()
            raise overflowed(self._output.limit_bytes, line) from None
        except (CallEnded, SandboxError):
            self.close()
            raise

    def close(self) -> None:
        if self.alive:
            self.alive = False
            self._status_socket.close()  # its init sees this and goes, and the kernel ends the rest
            self._data.close()
            with contextlib.suppress(OSError, OutputLimit):
                self._drain()
            os.close(self._printed)
            os.close(self._words)
            if self._group is not None:
                self._group.close()

    def _exchange(self, parts: list[Any], deadline: float) -> Frame:
        if parts:
            self._nothing_unasked()
        outgoing = [memoryview(part).cast("B") for part in parts if len(part)]
        poller = select.poll()
        poller.register(self._data, select.POLLIN | (select.POLLOUT if outgoing else 0))
        poller.register(self._status_socket, select.POLLIN)
        if self._printed_open:
            poller.register(self._printed, select.POLLIN)
        frame = self._frame()
        while frame is None:
            remaining = deadline - time.monotonic()
            if remaining <= 0:
                raise _Late
            ready = dict(poller.poll(remaining * 1000 + 1))
            if self._printed in ready and not self._drain():
                poller.unregister(self._printed)
                self._printed_open = False
            events = ready.get(self._data.fileno(), 0)
            if events & select.POLLOUT and outgoing:
                outgoing = self._write(outgoing)
                if not outgoing:
                    poller.modify(self._data, select.POLLIN)
            if events & (select.POLLIN | select.POLLHUP | select.POLLERR):
                if not self._read():
                    raise self._last_words()
                frame = self._frame()
            elif self._status_socket.fileno() in ready:
                raise self._last_words()
        if self._printed_open:
            self._drain()
        return frame

    def _nothing_unasked(self) -> None:
        """What arrived before it was asked for must not pass for the answer to what is asked now. Raises WireError."""
        try:
            if self._data.recv(1, socket.MSG_PEEK):
                raise WireError("an answer to no request")
        except (BlockingIOError, ConnectionResetError):
            return

    def _write(self, outgoing: list[memoryview]) -> list[memoryview]:
        try:
            sent = self._data.sendmsg(outgoing[:16])
        except BlockingIOError:
            return outgoing
        except (BrokenPipeError, ConnectionResetError):
            return []  # it has ended; reading says how
        while sent:
            head = outgoing[0]
            step = min(sent, len(head))
            sent -= step
            outgoing = [head[step:], *outgoing[1:]] if step < len(head) else outgoing[1:]
        return outgoing

    def _read(self) -> bool:
        """Take what has arrived; False at the end."""
        try:
            chunk = self._data.recv(_CHUNK_BYTES)
        except BlockingIOError:
            return True
        except ConnectionResetError:
            return False
        self._pending += chunk
        return bool(chunk)

    def _frame(self) -> Frame | None:
        if len(self._pending) < PREFIX.size:
            return None
        header, body = frame_lengths(bytes(self._pending[: PREFIX.size]), ANSWER_LIMIT)
        end = PREFIX.size + header + body
        if len(self._pending) < end:
            return None
        structure = unpack(bytes(self._pending[PREFIX.size : PREFIX.size + header]))
        content = self._pending[PREFIX.size + header : end]
        # One request has one answer, so what stands behind it was forged; it must not pass for the answer to the next.
        if len(self._pending) > end:
            raise WireError("more than one answer to one request")
        self._pending = bytearray()
        return structure, content

    def _drain(self) -> bool:
        """Take what was printed so far; False at the end. Raises OutputLimit."""
        while True:
            try:
                chunk = os.read(self._printed, _CHUNK_BYTES)
            except BlockingIOError:
                return True
            if not chunk:
                return False
            self._output.add(chunk)

    def _last_words(self) -> Exception:
        """Why the worker ended, from its init."""
        self._status_socket.settimeout(_LAST_WORDS_SECONDS)
        try:
            raw = self._status_socket.recv(64)
        except TimeoutError:
            return closed_channel()
        except OSError:
            raw = b""
        if self._printed_open:
            self._drain()
        if len(raw) != _STATUS_BYTES:
            return WorkerGone("a worker and its init ended together")
        line = line_said(self._words)
        if self._group is not None and self._group.ran_out_of_memory():
            return out_of_memory(self._limits.memory_bytes, line)
        return ended(int.from_bytes(raw, "little"), line)

    def _where(self) -> int | None:
        """The line that is being run, asked of the worker; None where it does not say so soon."""
        try:
            self._status_socket.send(_WHERE)
        except OSError:
            return None
        return line_said(self._words, _WHERE_SECONDS)


def _connect(address: str) -> socket.socket:
    """A connection to the warm process; waits while it is being started again."""
    for attempt in range(_CONNECT_TRIES):
        connection = socket.socket(socket.AF_UNIX, socket.SOCK_SEQPACKET)
        try:
            connection.connect(address)
        except (BlockingIOError, ConnectionRefusedError):
            connection.close()
            time.sleep(0.005 * min(attempt + 1, 10))
        except OSError as fault:
            connection.close()
            raise SandboxError(f"the warm process cannot be reached ({fault})") from fault
        else:
            return connection
    raise SandboxError("the warm process does not answer")
