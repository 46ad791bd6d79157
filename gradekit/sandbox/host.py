"""Warm processes, seen from outside: started in their jail, watched, restarted, ended."""

from __future__ import annotations

import contextlib
import os
import socket
import subprocess
import tempfile
import threading
from pathlib import Path
from types import TracebackType
from typing import Final

import msgpack

from gradekit.errors import SandboxError
from gradekit.sandbox import runtimes
from gradekit.sandbox.jail import JailName, choose
from gradekit.sandbox.seccomp import compile_filter

__all__ = ["WarmProcess"]

_START_SECONDS: Final = 120.0
_RESTARTS: Final = 20


class WarmProcess:
    """One warm process in its jail, started here and used, by its address, from any process of this user.

    address: the path of the socket on which it accepts one connection a worker.
    """

    def __init__(self, runtime: str, *, gpu: bool = False, jail: JailName | None = None) -> None:
        """jail: the strongest there is, if None. Raises CannotJail where this machine has none such."""
        self.jail = choose(jail)
        self.runtime = runtime
        self._gpu = gpu
        self._folder = tempfile.TemporaryDirectory(prefix="gradekit-", ignore_cleanup_errors=True)
        self.address = f"{self._folder.name}/{runtime}.sock"
        self._listener = socket.socket(socket.AF_UNIX, socket.SOCK_SEQPACKET)
        self._listener.bind(self.address)
        self._listener.listen(128)
        self._closing = threading.Event()
        self._launching = threading.Lock()
        self._process: subprocess.Popen[bytes] | None = None
        self._lifeline: socket.socket | None = None
        self._log = Path(self._folder.name) / "log"
        self._ready = threading.Event()
        self._launch()
        self._watcher = threading.Thread(target=self._watch, name=f"gradekit-{runtime}", daemon=True)
        self._watcher.start()

    @property
    def pid(self) -> int:
        assert self._process is not None
        return self._process.pid

    @property
    def ended(self) -> bool:
        """Whether it ended for good: closed, or died too often to be started again."""
        return self._closing.is_set()

    def wait_ready(self) -> None:
        """Return once workers can be had. Raises SandboxError where the warm process does not start."""
        if not self._ready.wait(_START_SECONDS) or self._closing.is_set():
            said = self._log.read_text("utf-8", "replace").strip().splitlines()
            raise SandboxError(
                f"the warm {self.runtime} process did not start ({said[-1] if said else 'it said nothing'}): run 'gradekit doctor'"
            )

    def close(self) -> None:
        """End the warm process and with it every worker."""
        with self._launching:
            self._closing.set()
        self._listener.close()
        self._cut_lifeline()
        if self._process is not None:
            try:
                self._process.wait(2)  # the end of its lifeline lets it go by itself, and the jail reaps what it held
            except subprocess.TimeoutExpired:
                self._process.kill()
                self._process.wait()
        self._watcher.join(5)
        self._folder.cleanup()

    def __enter__(self) -> WarmProcess:
        return self

    def __exit__(self, kind: type[BaseException] | None, fault: BaseException | None, trace: TracebackType | None) -> None:
        self.close()

    def _cut_lifeline(self) -> None:
        assert self._lifeline is not None
        with contextlib.suppress(OSError):
            self._lifeline.shutdown(socket.SHUT_RDWR)  # close() alone would not wake a thread that waits on it
        self._lifeline.close()

    def _launch(self) -> None:
        ours, theirs = socket.socketpair()
        read_end, write_end = os.pipe()
        listener = self._listener.fileno()
        try:
            with self.jail.start(self.runtime, Path(self._folder.name), listener, read_end, gpu=self._gpu) as start:
                settings = dict(start.told) | {
                    "runtime": self.runtime,
                    "filter": compile_filter(self._gpu, start.signals),
                    "devices": runtimes.DEVICES,
                    "drivers": runtimes.gpu_nodes() if self._gpu else (),
                }
                with self._log.open("ab") as log:
                    self._process = subprocess.Popen(
                        start.line,
                        stdin=theirs.fileno(),
                        stdout=log,
                        stderr=log,
                        env=dict(start.environment),  # of bubblewrap's own process nothing may be read either
                        # Under their own numbers: moving them would take a preexec_fn, which is unsafe where threads run.
                        pass_fds=[listener, read_end, *start.descriptors],
                        cwd="/",
                        start_new_session=True,
                    )
        finally:
            theirs.close()
            os.close(read_end)
        with contextlib.suppress(BrokenPipeError), os.fdopen(write_end, "wb") as file:
            file.write(msgpack.packb(settings))
        self._lifeline = ours

    def _watch(self) -> None:
        """Say when the warm process is ready, and start another whenever it ends before its time."""
        for _ in range(_RESTARTS):
            assert self._lifeline is not None and self._process is not None
            with contextlib.suppress(OSError):
                if self._lifeline.recv(16) == b"ready":
                    self._ready.set()
            self._process.wait()
            if self._closing.is_set():
                return
            if not self._ready.is_set():
                break  # it never came up: starting it again would not help
            self._cut_lifeline()
            try:
                with self._launching:
                    if self._closing.is_set():
                        return
                    self._launch()
            except (OSError, SandboxError):
                break
        self._closing.set()
        self._ready.set()
        self._listener.close()  # so that nobody waits for a worker that will not come
