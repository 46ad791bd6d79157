"""The wire protocol: plain values as frames of bytes, bounded before anything is built.

A frame is two lengths (little-endian u32: header, body), a msgpack header and a body. The header holds the structure,
the body the raw bytes of arrays, one after another, each padded to ALIGNMENT. So the number of objects a frame can make is bounded by
the header's length, and the memory they take by the body's; both are checked before a byte of them is read.

None, bool, 64-bit int, float and str are themselves in the header; everything else is a list that begins with a tag:

    ["l", items]  ["t", items]  ["d", [[key, value], …]]          list, tuple, dict
    ["b", length]                                                 bytes, in the body
    ["i", digits]  ["c", real, imag]                              an int beyond 64 bits (hexadecimal), a complex number
    ["a", dtype, shape, axes, length]                             array; axes: its memory order, or None for C order
    ["s", dtype, length]                                          NumPy scalar
    ["T", dtype, shape, axes, length]                             tensor
    ["g", name, state]                                            NumPy generator, by its state
    ["n", name]                                                   something importable, by its dotted name
    ["m", name]                                                   something the submission defines
    ["h", number, type name, callable]                            an opaque handle to an object in the worker
    ["k", number]                                                 a function of the judge's, called back

Nothing here pickles. Each side gives hooks for what only it can make: the worker handles, the judge callbacks.
"""

from __future__ import annotations

import struct
import sys
from collections.abc import Callable, Iterable
from typing import Any, Final

import msgpack
import numpy as np

__all__ = [
    "ANSWER_LIMIT",
    "BODY_LIMIT",
    "HEADER_LIMIT",
    "Decoder",
    "Encoder",
    "Unsendable",
    "WireError",
    "frame_lengths",
    "pack",
    "unpack",
]

HEADER_LIMIT: Final = 1 << 20
BODY_LIMIT: Final = 256 << 20  # of a request: all of MNIST as float32 is 179 MiB
ANSWER_LIMIT: Final = 64 << 20  # of an answer: a suite may make eight times as much of it before it looks
PREFIX: Final = struct.Struct("<II")
ALIGNMENT: Final = 16
DEPTH_LIMIT: Final = 24
ITEM_LIMIT: Final = 100_000
DIMENSION_LIMIT: Final = 16
DIGIT_LIMIT: Final = 2_048
NAME_LIMIT: Final = 200
# Keys but text, bytes and plain numbers can be made to collide in a dict, at a cost that grows with their number's square.
KEY_LIMIT: Final = 1_000

_DTYPES: Final = frozenset(
    np.dtype(name).str for name in ("bool", "i1", "i2", "i4", "i8", "u1", "u2", "u4", "u8", "f2", "f4", "f8", "c8", "c16")
)
_TENSOR_DTYPES: Final[dict[str, int]] = {
    "bool": 1, "uint8": 1, "int8": 1, "int16": 2, "int32": 4, "int64": 8,
    "float16": 2, "bfloat16": 2, "float32": 4, "float64": 8, "complex64": 8, "complex128": 16,
}  # fmt: skip


class WireError(ValueError):
    """Bytes that are no frame, or a frame beyond its bounds."""


class Unsendable(TypeError):
    """A value that cannot cross; its text says why."""


def pack(message: Any, buffers: Iterable[Any], body_limit: int = BODY_LIMIT) -> list[Any]:
    """A frame as a list of bytes-like parts. Raises Unsendable where it is beyond the bounds."""
    header = msgpack.packb(message, use_bin_type=True)
    if len(header) > HEADER_LIMIT:
        raise Unsendable(f"a value of more than {HEADER_LIMIT} bytes outside arrays cannot cross")
    parts: list[Any] = []
    length = 0
    for buffer in buffers:
        size = len(buffer)
        padding = -size % ALIGNMENT
        parts.append(buffer)
        if padding:
            parts.append(bytes(padding))
        length += size + padding
    if length > body_limit:
        raise Unsendable(f"arrays of {length / 2**20:.0f} MiB together cannot cross: the limit is {body_limit >> 20} MiB")
    return [PREFIX.pack(len(header), length) + header, *parts]


def frame_lengths(prefix: bytes, body_limit: int = BODY_LIMIT) -> tuple[int, int]:
    """The lengths of header and body that a frame's first eight bytes announce. Raises WireError beyond the bounds."""
    header, body = PREFIX.unpack(prefix)
    if header > HEADER_LIMIT or body > body_limit:
        raise WireError(f"a frame of {header} and {body} bytes is beyond the bounds")
    return header, body


def unpack(header: bytes) -> Any:
    """The structure in a header. Raises WireError for anything that is not one msgpack value within the bounds."""
    try:
        return msgpack.unpackb(
            header,
            raw=False,
            strict_map_key=True,
            use_list=True,
            max_map_len=0,
            max_ext_len=0,
            max_bin_len=0,
            # A list's room is made as it is announced, and each item takes a byte.
            max_array_len=min(ITEM_LIMIT + 8, len(header)),
        )
    except (ValueError, TypeError, RecursionError, MemoryError, OverflowError) as fault:
        raise WireError(f"a malformed header ({type(fault).__name__})") from None


class Encoder:
    """Turns values into the header's structure and collects the buffers of the body.

    other(value, encoder) makes the node of a value that is no plain data; it raises Unsendable where there is none.
    """

    def __init__(self, other: Callable[[Any, Encoder], list[Any]], body_limit: int = BODY_LIMIT) -> None:
        self._body_limit = body_limit
        self._other = other
        self._count = 0
        self._keys = 0
        self.buffers: list[Any] = []

    def encode(self, value: Any, depth: int = 0) -> Any:
        kind = type(value)
        if value is None or kind is bool or kind is float:
            return value
        if kind is str:
            return _clean(value)
        if kind is int:
            return _integer(value)
        self._count += 1
        if depth > DEPTH_LIMIT:
            raise Unsendable(f"a value nested more than {DEPTH_LIMIT} deep cannot cross")
        if isinstance(value, np.ndarray):
            return self._array(value)
        if isinstance(value, np.generic):
            return self._scalar(value)
        torch = sys.modules.get("torch")
        if torch is not None and isinstance(value, torch.Tensor):
            return self._tensor(torch, value)
        if isinstance(value, list):
            return ["l", self._items(list.__iter__(value), depth)]
        if isinstance(value, tuple):
            return ["t", self._items(tuple.__iter__(value), depth)]
        if isinstance(value, dict):
            return ["d", [[self._key(key, depth + 1), self.encode(item, depth + 1)] for key, item in self._bounded(dict.items(value))]]
        if isinstance(value, bytes | bytearray):
            raw = bytes(value)
            self.buffers.append(raw)
            return ["b", len(raw)]
        # Subclasses of the plain scalars cross as what they are underneath.
        if isinstance(value, bool | int):
            return _integer(int.__int__(value))
        if isinstance(value, float):
            return float.__float__(value)
        if isinstance(value, str):
            return _clean(str.__str__(value))
        if isinstance(value, complex):
            return ["c", value.real, value.imag]
        if isinstance(value, np.random.Generator):
            return ["g", type(value.bit_generator).__name__, self.encode(dict(value.bit_generator.state), depth + 1)]
        return self._other(value, self)

    def _bounded(self, items: Iterable[Any]) -> Iterable[Any]:
        for item in items:
            self._count += 1
            if self._count > ITEM_LIMIT:
                raise Unsendable(f"a value of more than {ITEM_LIMIT} parts cannot cross")
            yield item

    def _items(self, items: Iterable[Any], depth: int) -> list[Any]:
        return [self.encode(item, depth + 1) for item in self._bounded(items)]

    def _key(self, key: Any, depth: int) -> Any:
        node = self.encode(key, depth)
        if isinstance(node, list) and node[0] != "b":
            self._keys += 1
            if self._keys > KEY_LIMIT:
                raise Unsendable(f"more than {KEY_LIMIT} dict keys that are tuples or long numbers cannot cross")
        return node

    def sequence(self, items: Iterable[Any]) -> list[Any]:
        """The node of an iterator's items, as a list."""
        return ["l", self._items(items, 0)]

    def _array(self, value: np.ndarray[Any, Any]) -> list[Any]:
        plain = np.ndarray.view(value, np.ndarray)
        if plain.dtype.hasobject or plain.dtype.newbyteorder("<").str not in _DTYPES:
            raise Unsendable(f"an array of dtype {plain.dtype} cannot cross: an array of numbers is needed")
        if plain.ndim > DIMENSION_LIMIT:
            raise Unsendable(f"an array of {plain.ndim} dimensions cannot cross")
        _check_size(plain.nbytes, self._body_limit)
        plain = plain.astype(plain.dtype.newbyteorder("<"), copy=False)
        axes = _memory_order(plain.shape, plain.strides)
        dense = plain if axes is None else plain.transpose(axes)
        # A copy at this moment: whatever a thread of the submission does to the array later, the answer stays.
        raw = dense.tobytes()
        self.buffers.append(raw)
        return ["a", plain.dtype.str, list(plain.shape), axes, len(raw)]

    def _scalar(self, value: np.generic) -> Any:
        array = np.asarray(value)
        if array.dtype.str not in _DTYPES:
            if isinstance(value, np.str_):
                return _clean(str(value))
            raise Unsendable(f"a NumPy scalar of dtype {array.dtype} cannot cross")
        raw = array.tobytes()
        self.buffers.append(raw)
        return ["s", array.dtype.str, len(raw)]

    def _tensor(self, torch: Any, value: Any) -> list[Any]:
        try:
            plain = torch.Tensor.detach(value).cpu()
            name = str(plain.dtype).removeprefix("torch.")
            if name not in _TENSOR_DTYPES or plain.layout is not torch.strided:
                raise Unsendable(f"a tensor of dtype {name} and layout {plain.layout} cannot cross")
            if plain.dim() > DIMENSION_LIMIT:
                raise Unsendable(f"a tensor of {plain.dim()} dimensions cannot cross")
            _check_size(plain.numel() * _TENSOR_DTYPES[name], self._body_limit)
            axes = _memory_order(tuple(plain.shape), tuple(plain.stride()))
            dense = (plain if axes is None else plain.permute(axes)).resolve_conj().resolve_neg().contiguous()
            raw = dense.reshape(-1).view(torch.uint8).numpy().tobytes() if plain.numel() else b""
        except (RuntimeError, NotImplementedError) as fault:
            raise Unsendable(f"this tensor cannot cross ({type(fault).__name__})") from None
        self.buffers.append(raw)
        return ["T", name, list(plain.shape), axes, len(raw)]


class Decoder:
    """Turns a header's structure and a body back into values.

    body: the frame's body; arrays are views of it, so a bytearray gives writable ones. other(node) makes what only this side can
    make of the tags n, m, h, k and g; it raises WireError for what it does not know. device: where tensors are put.
    """

    def __init__(self, body: bytes | bytearray, other: Callable[[str, list[Any]], Any], device: str = "cpu") -> None:
        self._device = device
        self._body = memoryview(body)
        self._offset = 0
        self._keys = 0
        self._other = other

    def decode(self, node: Any, depth: int = 0) -> Any:
        if node is None or isinstance(node, bool | int | float | str):
            return node
        if depth > DEPTH_LIMIT + 2:
            raise WireError("a value nested too deep")
        if not isinstance(node, list) or len(node) < 2 or not isinstance(node[0], str):
            raise WireError("a node without a tag")
        tag, parts = node[0], node[1:]
        if tag in ("l", "t") and len(parts) == 1 and isinstance(parts[0], list):
            items = [self.decode(item, depth + 1) for item in parts[0]]
            return items if tag == "l" else tuple(items)
        if tag == "d" and len(parts) == 1 and isinstance(parts[0], list):
            return self._dict(parts[0], depth)
        if tag == "b" and len(parts) == 1:
            return bytes(self._take(parts[0]))
        if tag == "i" and len(parts) == 1:
            return _big(parts[0])
        if tag == "c" and len(parts) == 2 and all(isinstance(part, float) for part in parts):
            return complex(parts[0], parts[1])
        if tag == "s" and len(parts) == 2:
            return self._array(parts[0], [], None, parts[1])[()]
        if tag == "a" and len(parts) == 4:
            return self._array(*parts)
        if tag == "T" and len(parts) == 4:
            return self._tensor(*parts)
        if tag == "g" and len(parts) == 2:
            return self._other(tag, [parts[0], self.decode(parts[1], depth + 1)])
        if tag in ("n", "m", "k", "h"):
            return self._other(tag, parts)
        raise WireError("a node with an unknown tag")

    def finish(self) -> None:
        """Raises WireError unless the whole body was used."""
        if self._offset != len(self._body):
            raise WireError("a body longer than its arrays")

    def _dict(self, pairs: list[Any], depth: int) -> dict[Any, Any]:
        result = {}
        for pair in pairs:
            if not isinstance(pair, list) or len(pair) != 2:
                raise WireError("a dict whose item is no pair")
            if isinstance(pair[0], list) and pair[0][:1] != ["b"]:
                self._keys += 1
                if self._keys > KEY_LIMIT:
                    raise WireError("a dict with too many keys that are no text")
            key = self.decode(pair[0], depth + 1)
            try:
                result[key] = self.decode(pair[1], depth + 1)
            except TypeError:
                raise WireError("a dict with a key that cannot be one") from None
        return result

    def _take(self, length: Any) -> memoryview:
        if type(length) is not int or not 0 <= length <= len(self._body) - self._offset:
            raise WireError("a buffer beyond the body")
        start = self._offset
        self._offset = min(len(self._body), start + length + -length % ALIGNMENT)
        return self._body[start : start + length]

    def _array(self, dtype: Any, shape: Any, axes: Any, length: Any) -> np.ndarray[Any, Any]:
        if not isinstance(dtype, str) or dtype not in _DTYPES:
            raise WireError("an array of a dtype that does not cross")
        kind = np.dtype(dtype)
        stored, inverse = _layout(shape, axes)
        _matches(stored, kind.itemsize, length)
        raw = self._take(length)
        # A byte that is neither 0 nor 1 makes a boolean that NumPy computes nonsense with, so booleans are made anew.
        array = (np.frombuffer(raw, np.uint8) != 0 if kind.kind == "b" else np.frombuffer(raw, kind)).reshape(stored)
        return array if inverse is None else array.transpose(inverse)

    def _tensor(self, dtype: Any, shape: Any, axes: Any, length: Any) -> Any:
        import torch

        if not isinstance(dtype, str) or dtype not in _TENSOR_DTYPES:
            raise WireError("a tensor of a dtype that does not cross")
        stored, inverse = _layout(shape, axes)
        _matches(stored, _TENSOR_DTYPES[dtype], length)
        raw = self._take(length)
        if not length:
            tensor = torch.empty(stored, dtype=getattr(torch, dtype))
        elif dtype == "bool":
            tensor = torch.from_numpy(np.frombuffer(raw, np.uint8) != 0).reshape(stored)
        else:
            tensor = torch.frombuffer(bytearray(raw), dtype=getattr(torch, dtype)).reshape(stored)
        if self._device != "cpu":
            tensor = tensor.to(self._device)
        return tensor if inverse is None else tensor.permute(inverse)


def _clean(text: str) -> str:
    """text as UTF-8 can hold it: a lone surrogate becomes '?', for msgpack and everything after it is UTF-8."""
    return text.encode("utf-8", "replace").decode("utf-8")


def _integer(value: int) -> Any:
    if -(2**63) <= value < 2**63:
        return value
    if value.bit_length() > 4 * (DIGIT_LIMIT - 1):
        raise Unsendable(f"an integer of {value.bit_length()} bits cannot cross")
    return ["i", format(value, "x")]


def _big(digits: Any) -> int:
    if not isinstance(digits, str) or not 0 < len(digits) <= DIGIT_LIMIT:
        raise WireError("an integer too long")
    try:
        return int(digits, 16)
    except ValueError:
        raise WireError("an integer without digits") from None


def _check_size(size_bytes: int, limit: int) -> None:
    if size_bytes > limit:
        raise Unsendable(f"an array of {size_bytes / 2**20:.0f} MiB cannot cross: the limit is {limit >> 20} MiB")


def _memory_order(shape: tuple[int, ...], strides: tuple[int, ...]) -> list[int] | None:
    """The axes from the slowest to the fastest in memory, or None where that is C order anyway.

    So a transposed array reaches the other side transposed, and code that wrongly relies on C order shows.
    """
    if len(shape) < 2 or any(extent == 0 for extent in shape):
        return None
    axes = sorted(range(len(shape)), key=lambda axis: -abs(strides[axis]))
    return None if axes == sorted(axes) else axes


def _layout(shape: Any, axes: Any) -> tuple[tuple[int, ...], list[int] | None]:
    """The shape as stored, and the transposition that gives the announced shape back."""
    if not isinstance(shape, list) or len(shape) > DIMENSION_LIMIT:
        raise WireError("a shape of too many dimensions")
    if any(type(extent) is not int or not 0 <= extent < 2**40 for extent in shape):
        raise WireError("a shape that is none")
    if axes is None:
        return tuple(shape), None
    if not isinstance(axes, list) or any(type(axis) is not int for axis in axes) or sorted(axes) != list(range(len(shape))):
        raise WireError("a memory order that is none")
    inverse = [axes.index(axis) for axis in range(len(axes))]
    return tuple(shape[axis] for axis in axes), inverse


def _matches(shape: tuple[int, ...], item_bytes: int, length: Any) -> None:
    size = room = item_bytes
    for extent in shape:
        size *= extent
        room *= extent or 1
    if type(length) is not int or size != length:
        raise WireError("an array whose bytes do not fit its shape")
    # An empty array takes no bytes whatever its other extents, but NumPy refuses those whose product overflows, and a sum over the
    # empty axis makes an array of the others.
    if room > BODY_LIMIT:
        raise WireError("an empty array of an absurd shape")
