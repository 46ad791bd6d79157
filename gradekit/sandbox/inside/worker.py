"""The worker: holds one submission as a module and answers calls into it with plain data.

It is untrusted from the moment the submission is loaded: whatever the submission does to this process, all it can reach is
the bytes of its own answers. So nothing here defends the worker against its submission; it only tries to be a good messenger.
"""

from __future__ import annotations

import builtins
import faulthandler
import importlib
import linecache
import os
import random
import signal
import sys
import types
import warnings
from collections.abc import Callable, Iterator
from typing import Any, Final

import numpy as np

from .codec import ANSWER_LIMIT, BODY_LIMIT, PREFIX, Decoder, Encoder, Unsendable, frame_lengths, pack, unpack
from .refused import take_out

__all__ = ["Channel", "serve"]

_TEXT_LIMIT: Final = 2_000
_WARNING_LIMIT: Final = 50
_BIT_GENERATORS: Final = ("PCG64", "PCG64DXSM", "MT19937", "Philox", "SFC64")
_VIEWS: Final[tuple[type[Any], ...]] = (type({}.keys()), type({}.values()), type({}.items()), range)


class Channel:
    """Frames over two file descriptors."""

    def __init__(self, read_fd: int, write_fd: int) -> None:
        self._read_fd = read_fd
        self._write_fd = write_fd

    def receive(self) -> tuple[Any, bytearray]:
        """The next frame's structure and body. Raises EOFError where the other side has gone."""
        header_length, body_length = frame_lengths(bytes(self._exactly(PREFIX.size)))
        header = bytes(self._exactly(header_length))
        return unpack(header), self._exactly(body_length)

    def send(self, message: Any, buffers: list[Any]) -> None:
        for part in pack(message, buffers, ANSWER_LIMIT):
            rest = memoryview(part)
            while rest:
                rest = rest[os.write(self._write_fd, rest) :]

    def _exactly(self, size: int) -> bytearray:
        if size > BODY_LIMIT:
            raise EOFError
        data = bytearray(size)
        view = memoryview(data)
        while view:
            chunk = os.read(self._read_fd, min(len(view), 1 << 20))
            if not chunk:
                raise EOFError
            view[: len(chunk)] = chunk
            view = view[len(chunk) :]
        return data


class _Callback:
    """Stands in for a function of the judge's: calling it asks over the channel."""

    def __init__(self, worker: _Worker, number: int) -> None:
        self._worker = worker
        self._number = number

    def __call__(self, *args: Any, **kwargs: Any) -> Any:
        return self._worker.ask_back(self._number, args, kwargs)


class _Worker:
    def __init__(self, channel: Channel) -> None:
        self._channel = channel
        self._module: types.ModuleType | None = None
        self._file = ""
        self._objects: list[Any] = []
        self._device = "cpu"

    def serve(self) -> None:
        # The same for every submission, in the jail or out of it.
        random.seed(0)
        np.random.seed(0)
        if "torch" in sys.modules:
            sys.modules["torch"].manual_seed(0)
        # A line at a time, so that what a submission printed before it was stopped can be shown.
        for stream in (sys.stdout, sys.stderr):
            stream.reconfigure(line_buffering=True)  # type: ignore[union-attr]
        self._channel.send(["ready"], [])  # from here on, whatever ends this process is the submission's doing
        while True:
            try:
                message, body = self._channel.receive()
            except EOFError:
                return
            answer: list[Any]
            encoder = self._encoder()
            try:
                answer = self._answer(message, body, encoder)
            except Unsendable as fault:
                encoder, answer = self._encoder(), ["bad", str(fault)[:_TEXT_LIMIT]]
            except MemoryError as fault:
                encoder, answer = self._encoder(), ["memory", self._line_of(fault)]
            except BaseException as fault:
                encoder, answer = self._encoder(), self._raised(fault)
            _flush()
            try:
                self._channel.send(answer, encoder.buffers)
            except Unsendable as fault:
                self._channel.send(["bad", str(fault)[:_TEXT_LIMIT]], [])

    def ask_back(self, number: int, args: tuple[Any, ...], kwargs: dict[str, Any]) -> Any:
        encoder = self._encoder()
        message = ["callback", number, encoder.encode(list(args)), encoder.encode(kwargs)]
        self._channel.send(message, encoder.buffers)
        reply, body = self._channel.receive()
        if reply[0] == "value":
            return self._decoder(body).decode(reply[1])
        raise RuntimeError(reply[1])

    def _encoder(self) -> Encoder:
        return Encoder(self._node, ANSWER_LIMIT)

    def _decoder(self, body: bytearray) -> Decoder:
        return Decoder(body, self._object, self._device)

    def _answer(self, message: list[Any], body: bytearray, encoder: Encoder) -> list[Any]:
        kind = message[0]
        decoder = self._decoder(body)
        if kind == "load":
            _, name, device, refused, source = message
            self._device = device
            take_out(refused)
            self._load(name, decoder.decode(source).decode("utf-8"))
            return ["value", None]
        if kind == "get":
            found, value = self._find(message[1], decoder)
            return ["value", encoder.encode(value)] if found else ["missing"]
        _, target, positional, named, observing = message
        found, function = self._find(target, decoder)
        if not found:
            return ["missing"]
        args, kwargs = decoder.decode(positional), decoder.decode(named)
        if not observing:
            return ["value", encoder.encode(function(*args, **kwargs))]
        with warnings.catch_warnings(record=True) as caught:
            warnings.simplefilter("always")
            value = function(*args, **kwargs)
        seen = [[each.category.__name__[:_TEXT_LIMIT], str(each.message)[:_TEXT_LIMIT]] for each in caught[:_WARNING_LIMIT]]
        return ["observed", encoder.encode(value), encoder.encode(list(args)), encoder.encode(kwargs), encoder.encode(seen)]

    def _load(self, name: str, source: str) -> None:
        self._file = f"{name}.py"
        module = types.ModuleType(name)
        module.__file__ = self._file
        # Dataclasses with postponed annotations and inspect.getsource both look here.
        sys.modules[name] = module
        linecache.cache[self._file] = (len(source), None, source.splitlines(keepends=True), self._file)
        self._module = module
        exec(compile(source, self._file, "exec", dont_inherit=True), module.__dict__)

    def _find(self, target: list[Any], decoder: Decoder) -> tuple[bool, Any]:
        base, path = target
        value = self._module if base is None else decoder.decode(base)
        for name in path:
            try:
                value = getattr(value, name)
            except AttributeError:
                if base is None:
                    return False, None
                raise
        return True, value

    def _node(self, value: Any, encoder: Encoder) -> list[Any]:
        """The node of what is no plain data: views and iterators as lists, all else as an opaque handle."""
        if isinstance(value, _VIEWS) or (isinstance(value, Iterator) and not callable(value)):
            return encoder.sequence(value)
        self._objects.append(value)
        return ["h", len(self._objects) - 1, type(value).__name__[:_TEXT_LIMIT], callable(value)]

    def _object(self, tag: str, parts: list[Any]) -> Any:
        if tag == "h":
            return self._objects[parts[0]]
        if tag == "k":
            return _Callback(self, parts[0])
        if tag == "m":
            assert self._module is not None
            return getattr(self._module, parts[0])
        if tag == "n":
            module, _, name = parts[0].rpartition(".")
            return getattr(importlib.import_module(module), name)
        name, state = parts
        if name not in _BIT_GENERATORS:
            raise Unsendable(f"a generator of kind {name} cannot cross")
        bits = getattr(np.random, name)()
        bits.state = state
        return np.random.Generator(bits)

    def _raised(self, fault: BaseException) -> list[Any]:
        text = _safe(lambda: str(fault))
        line = self._line_of(fault)
        if (type(fault) is RuntimeError and "can't allocate memory" in text) or type(fault).__name__ == "OutOfMemoryError":
            return ["memory", line]  # how PyTorch says it, on the CPU and on the GPU
        kinds = [kind.__name__ for kind in type(fault).__mro__ if getattr(builtins, kind.__name__, None) is kind]
        return ["raised", _safe(lambda: type(fault).__name__), kinds, text, line]

    def _line_of(self, fault: BaseException) -> int | None:
        """The line of the submission's own file where fault arose, where there is one."""
        line = None
        trace = fault.__traceback__
        while trace is not None:
            if trace.tb_frame.f_code.co_filename == self._file:
                line = trace.tb_lineno
            trace = trace.tb_next
        if isinstance(fault, SyntaxError) and fault.filename == self._file:
            line = fault.lineno
        return line


def _safe(text: Callable[[], str]) -> str:
    try:
        return text()[:_TEXT_LIMIT].encode("utf-8", "replace").decode("utf-8")
    except BaseException:
        return "(no text)"


def _flush() -> None:
    for stream in (sys.stdout, sys.stderr):
        try:
            stream.flush()
        except BaseException:
            continue


def serve(channel: Channel, last_words: int | None = None) -> None:
    """Answer until the other side goes. last_words: the descriptor to say on which line was being run when it crashes or is asked."""
    if last_words is not None:
        faulthandler.enable(file=last_words, all_threads=False)
        faulthandler.register(signal.SIGUSR1, file=last_words, all_threads=False, chain=False)
    _Worker(channel).serve()
