"""The warm process: an interpreter with the runtime imported, in the outer jail, that forks a worker for each connection.

It never runs a line of a submission. A judge connects, sends one request with three descriptors (a fourth: the cgroup to enter),
and keeps the connection as the worker's lifeline:

    judge  ── connection ──►  warm ── fork ──►  init ── fork ──►  worker (the submission)
                                                 ▲ keeps the        ▲ has the three descriptors only:
                                                   connection         the protocol, its output, its last words

The init waits for both. When the worker ends it sends the wait status (4 bytes, little-endian) and goes; when the connection
ends it just goes; asked "where?", it makes the worker's last words say which line it is at. In the jail of namespaces the init
is PID 1 of a namespace, and the kernel ends everything in it with it; a worker cannot make processes in either jail, so there is
nothing else to end.
"""

from __future__ import annotations

import contextlib
import gc
import os
import selectors
import signal
import socket
import struct
import sys
from typing import Any, Final, NoReturn

import msgpack

from . import confine
from .boundary import Boundary, boundary

__all__ = ["main"]

STATUS: Final = struct.Struct("<i")
WHERE: Final = b"where?"
_REQUEST_BYTES: Final = 4096
_DATA_FD: Final = 3
_LAST_WORDS_FD: Final = 4
_GIVEN: Final = 3

# What submissions commonly import: loaded once here, so that a fork finds it ready.
_COMMON: Final = (
    "abc", "collections", "contextlib", "copy", "dataclasses", "enum", "functools", "inspect", "itertools", "json", "math", "numbers",
    "operator", "random", "re", "statistics", "string", "time", "traceback", "types", "typing", "warnings",
    "numpy", "numpy.linalg", "numpy.random", "numpy.testing",
)  # fmt: skip


def main(listener_fd: int, settings_fd: int) -> NoReturn:
    """Serve until the lifeline ends. Descriptors: 0 the lifeline, then those of the listener and of the settings (msgpack)."""
    lifeline = socket.socket(fileno=os.dup(0))
    with os.fdopen(settings_fd, "rb") as file:
        settings: dict[str, Any] = msgpack.unpackb(file.read())
    listener = socket.socket(fileno=listener_fd)
    _import_runtime(settings["runtime"])
    os.dup2(os.open("/dev/null", os.O_RDWR), 0)
    gc.collect()
    gc.freeze()  # so that a collection in a fork does not touch, and so copy, every page
    signal.signal(signal.SIGCHLD, signal.SIG_IGN)  # the kernel reaps
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    around = boundary(settings)
    base = confine.memory_in_use()
    lifeline.sendall(b"ready")
    selector = selectors.DefaultSelector()
    selector.register(lifeline, selectors.EVENT_READ)
    selector.register(listener, selectors.EVENT_READ)
    count = int.from_bytes(os.urandom(2))  # so that its uid does not tell a submission which in the class it is
    descriptors: list[int] = []
    while True:
        ready = {key.fileobj for key, _ in selector.select()}
        if lifeline in ready:
            os._exit(0)  # the grader has gone; the jail goes with its first process
        connection, _ = listener.accept()
        try:
            connection.settimeout(10)
            raw, descriptors, _, _ = socket.recv_fds(connection, _REQUEST_BYTES, _GIVEN + 1)
            if raw and len(descriptors) >= _GIVEN:
                count += 1
                _spawn(connection, msgpack.unpackb(raw), descriptors, settings, around, base, count)
        except OSError as fault:
            print(f"warm process: {fault}", file=sys.stderr, flush=True)
        finally:
            connection.close()
            for descriptor in descriptors:
                os.close(descriptor)
            descriptors = []


def _import_runtime(runtime: str) -> None:
    import importlib

    for name in _COMMON:
        importlib.import_module(name)
    if runtime == "torch":
        _import_torch()
    importlib.import_module(".worker", __package__)


def _import_torch() -> None:
    """Import PyTorch with everything a first training step would import, and not a thread started."""
    import torch
    from torch import nn
    from torch.utils import data

    torch.set_num_threads(1)
    torch.set_num_interop_threads(1)
    weight = nn.Parameter(torch.zeros(2, 2))
    weight.grad = torch.zeros(2, 2)
    for optimizer in (torch.optim.SGD([weight], lr=0.1), torch.optim.Adam([weight], lr=0.1)):
        optimizer.zero_grad(set_to_none=False)
        optimizer.step()
    model = nn.Sequential(nn.Linear(4, 3), nn.Tanh(), nn.Dropout(0.5), nn.Linear(3, 2))
    with torch.no_grad():  # no backward pass here: its engine would refuse to run again after a fork
        for batch, labels in data.DataLoader(data.TensorDataset(torch.zeros(4, 4), torch.zeros(4, dtype=torch.int64)), 2, shuffle=True):
            nn.functional.cross_entropy(model(batch), labels)
    torch.manual_seed(0)


def _spawn(
    connection: socket.socket,
    request: dict[str, Any],
    descriptors: list[int],
    settings: dict[str, Any],
    around: Boundary,
    base: tuple[int, int],
    count: int,
) -> None:
    around.before_fork()
    try:
        child = os.fork()
    except OSError:
        around.after_fork()
        raise
    if child == 0:
        _run_init(connection, request, descriptors, settings, around, base, count)
    around.after_fork()


def _run_init(
    connection: socket.socket,
    request: dict[str, Any],
    descriptors: list[int],
    settings: dict[str, Any],
    around: Boundary,
    base: tuple[int, int],
    count: int,
) -> NoReturn:
    try:
        for group in descriptors[_GIVEN:]:
            os.write(group, b"0")  # enter the cgroup, and all that is forked from here with it
        uids = settings["uids"]
        uid = uids[0] + count % uids[1] if uids else None
        folder = around.prepare(count, request["scratch_bytes"], uid)
        try:
            worker = os.fork()
            if worker == 0:
                os.setsid()  # kill(0) means its process group, which would be everyone's
                _run_worker(request, descriptors, settings, folder, uid, base)
            for descriptor in descriptors:
                os.close(descriptor)
            around.become_init()
            _wait(connection, worker, around, folder, request["scratch_bytes"])
        finally:
            around.tidy(folder)
    except BaseException as fault:
        print(f"init of a worker: {fault}", file=sys.stderr, flush=True)
    finally:
        os._exit(0)


def _wait(connection: socket.socket, worker: int, around: Boundary, folder: str, scratch_bytes: int) -> None:
    """Until the worker or the connection ends; then the worker has ended."""
    handle = os.pidfd_open(worker)
    overfull = False
    with selectors.DefaultSelector() as selector:
        selector.register(handle, selectors.EVENT_READ)
        selector.register(connection, selectors.EVENT_READ)
        while True:
            ready = {key.fileobj for key, _ in selector.select(around.seconds_between_looks)}
            if handle in ready:
                break
            if connection in ready:
                if connection.recv(len(WHERE)) != WHERE:
                    os.kill(worker, signal.SIGKILL)
                    break
                os.kill(worker, signal.SIGUSR1)
            elif not ready and (overfull := around.overfull(folder, scratch_bytes)):
                os.kill(worker, signal.SIGKILL)  # SIGXFSZ it could ignore; the status says that it was meant
                break
    _, status = os.waitpid(worker, 0)
    if overfull:
        status = signal.SIGXFSZ
    with contextlib.suppress(OSError):
        connection.sendall(STATUS.pack(status))


def _run_worker(
    request: dict[str, Any], descriptors: list[int], settings: dict[str, Any], folder: str, uid: int | None, base: tuple[int, int]
) -> NoReturn:
    code, confined = 1, False
    try:
        data, output, words = descriptors[:_GIVEN]
        high = 64  # out of the way of the numbers they are to have
        for number, descriptor in enumerate((data, output, words)):
            os.dup2(descriptor, high + number)
        for given, target in ((1, 1), (1, 2), (0, _DATA_FD), (2, _LAST_WORDS_FD)):
            os.dup2(high + given, target)
        os.closerange(_LAST_WORDS_FD + 1, 1024)
        memory = request["memory_bytes"]
        limits = dict(request["limits"])
        if memory:
            # DATA counts what is written; AS also catches shared mappings, and leaves room for what is only reserved.
            limits["DATA"] = base[1] + memory
            limits["AS"] = base[0] + memory + (256 << 20)
        os.environ["HOME"] = os.environ["TMPDIR"] = folder
        files = {"readable": settings["readable"], "scratch": folder, "devices": settings["devices"], "drivers": settings["drivers"]}
        confine.confine_worker(limits, uid, files, settings["filter"])
        confined = True
        from .worker import Channel, serve

        serve(Channel(_DATA_FD, _DATA_FD), _LAST_WORDS_FD)
        code = 0
    except BaseException as fault:
        if not confined:
            print(f"worker: {fault}", file=sys.stderr, flush=True)
    finally:
        os._exit(code)
