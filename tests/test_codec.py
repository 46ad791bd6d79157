"""Whatever can cross, crosses unchanged; whatever else arrives is refused before it costs anything."""

import contextlib
import math
import struct
import time
import tracemalloc
from typing import Any

import msgpack
import numpy as np
import pytest
import torch
from hypothesis import given, settings
from hypothesis import strategies as st
from hypothesis.extra import numpy as npst

from gradekit.judge.received import generator
from gradekit.sandbox.inside import codec
from gradekit.sandbox.inside.codec import BODY_LIMIT, HEADER_LIMIT, Decoder, Encoder, Unsendable, WireError, frame_lengths, pack, unpack


def refuse(value: Any, encoder: Encoder) -> list[Any]:
    raise Unsendable(f"a {type(value).__name__}")


def make(tag: str, parts: list[Any]) -> Any:
    """What a judge makes of the nodes that only a worker may send: a handle, and a generator."""
    if tag == "g" and len(parts) == 2 and parts[0] in ("PCG64", "MT19937", "Philox", "SFC64"):
        return generator(parts[0], parts[1])
    raise WireError("not here")


def frame(value: Any) -> bytes:
    encoder = Encoder(refuse)
    node = encoder.encode(value)
    return b"".join(bytes(part) for part in pack(["value", node], encoder.buffers))


def read(data: bytes) -> Any:
    """A frame as a judge reads it."""
    header, body = frame_lengths(data[:8])
    if len(data) != 8 + header + body:
        raise WireError("a frame of another length")
    structure = unpack(data[8 : 8 + header])
    if not isinstance(structure, list) or len(structure) != 2:
        raise WireError("no answer")
    decoder = Decoder(bytearray(data[8 + header :]), make)
    value = decoder.decode(structure[1])
    decoder.finish()
    return value


def there_and_back(value: Any) -> Any:
    return read(frame(value))


def alike(left: Any, right: Any) -> bool:
    """The same type, and the same value to the last bit."""
    if type(left) is not type(right):
        return False
    if isinstance(left, np.ndarray):
        return left.dtype == right.dtype and left.shape == right.shape and left.tobytes() == right.tobytes()
    if isinstance(left, np.generic):
        return left.dtype == right.dtype and left.tobytes() == right.tobytes()
    if isinstance(left, torch.Tensor):
        same = left.dtype == right.dtype and left.shape == right.shape
        return same and left.contiguous().view(-1).tolist().__repr__() == right.contiguous().view(-1).tolist().__repr__()
    if isinstance(left, list | tuple):
        return len(left) == len(right) and all(map(alike, left, right))
    if isinstance(left, dict):
        return len(left) == len(right) and all(
            alike(key, other) and alike(left[key], right[other]) for key, other in zip(left, right, strict=True)
        )
    if isinstance(left, float):
        return struct.pack("d", left) == struct.pack("d", right) or (math.isnan(left) and math.isnan(right))
    if isinstance(left, complex):
        return alike(left.real, right.real) and alike(left.imag, right.imag)
    return bool(left == right)


NUMPY_DTYPES = ["?", "i1", "i2", "i4", "i8", "u1", "u2", "u4", "u8", "f2", "f4", "f8", "c8", "c16"]
ARRAYS = st.sampled_from(NUMPY_DTYPES).flatmap(
    lambda dtype: npst.arrays(dtype, npst.array_shapes(min_dims=0, max_dims=4, min_side=0, max_side=4))
)
SCALARS = st.sampled_from(NUMPY_DTYPES).flatmap(lambda dtype: npst.arrays(dtype, (1,))).map(lambda array: array[0])
LEAVES = st.one_of(
    st.none(), st.booleans(), st.integers(-(2**200), 2**200), st.floats(), st.complex_numbers(), st.text(), st.binary(max_size=40), ARRAYS,
    SCALARS
)  # fmt: skip
KEYS = st.one_of(
    st.none(), st.integers(-(2**80), 2**80), st.text(max_size=5), st.binary(max_size=5), st.tuples(st.integers(), st.text(max_size=2))
)
VALUES = st.recursive(
    LEAVES,
    lambda inner: st.one_of(
        st.lists(inner, max_size=4),
        st.lists(inner, max_size=4).map(tuple),
        st.dictionaries(KEYS, inner, max_size=4),
    ),
    max_leaves=12,
)


@given(VALUES)
@settings(deadline=None)
def test_every_plain_value_comes_back_as_it_went(value: Any) -> None:
    assert alike(there_and_back(value), value)


@given(ARRAYS, st.randoms(use_true_random=False))
@settings(deadline=None, max_examples=60)
def test_an_array_keeps_its_order_in_memory(array: np.ndarray, random: Any) -> None:
    """A transposed array arrives transposed, so that code which wrongly relies on C order shows; and it can be written to."""
    axes = list(range(array.ndim))
    random.shuffle(axes)
    sent = array.transpose(axes)
    got = there_and_back(sent)
    assert got.shape == sent.shape and np.array_equal(got, sent, equal_nan=array.dtype.kind in "fc")
    assert got.flags.writeable
    if array.size and min(array.shape, default=0) > 1:
        assert got.strides == sent.strides


@pytest.mark.parametrize(
    "sent", [np.arange(12)[::2], np.arange(12)[::-1], np.arange(24).reshape(2, 3, 4)[:, ::2, 1:3], np.broadcast_to(1.5, (3, 2))]
)
def test_slices_cross(sent: np.ndarray) -> None:
    assert np.array_equal(there_and_back(sent), sent)


TENSOR_DTYPES = [torch.bool, torch.uint8, torch.int8, torch.int16, torch.int32, torch.int64, torch.float16, torch.bfloat16, torch.float32,
                 torch.float64, torch.complex64, torch.complex128]  # fmt: skip


@pytest.mark.parametrize("dtype", TENSOR_DTYPES, ids=str)
@pytest.mark.parametrize("shape", [(), (0,), (3,), (2, 0, 3), (2, 3, 4)], ids=str)
def test_tensors_of_every_dtype_cross(dtype: torch.dtype, shape: tuple[int, ...]) -> None:
    tensor = torch.tensor(np.random.default_rng(0).normal(size=shape) * 3).to(dtype)
    for sent in (tensor, tensor.transpose(0, -1) if tensor.ndim > 1 else tensor):
        got = there_and_back(sent)
        assert alike(got, sent)
        if tensor.numel():
            assert got.stride() == sent.stride()


def test_a_parameter_crosses_as_a_plain_tensor() -> None:
    got = there_and_back(torch.nn.Parameter(torch.ones(2)))
    assert type(got) is torch.Tensor and not got.requires_grad


def test_conjugates_and_views_cross_as_their_values() -> None:
    tensor = torch.tensor([1 + 2j, 3 - 4j])
    assert torch.equal(there_and_back(tensor.conj()), torch.tensor([1 - 2j, 3 + 4j]))
    assert torch.equal(there_and_back(tensor.conj().imag), torch.tensor([-2.0, 4.0]))
    assert torch.equal(there_and_back(torch.arange(10)[::3]), torch.arange(10)[::3])


@pytest.mark.parametrize("name", ["PCG64", "MT19937", "Philox", "SFC64"])
def test_a_generator_crosses_by_its_state(name: str) -> None:
    sent = np.random.Generator(getattr(np.random, name)(5))
    sent.random(3)
    got = there_and_back(sent)
    assert got.random(700).tolist() == sent.random(700).tolist()


class Loud(list):  # type: ignore[type-arg]
    def __iter__(self) -> Any:
        raise AssertionError("asked")


class Named(str):
    def __str__(self) -> str:
        raise AssertionError("asked")


class Lying(np.ndarray):  # type: ignore[type-arg]
    def __array__(self, *args: Any, **kwargs: Any) -> Any:
        raise AssertionError("asked")

    def tobytes(self, *args: Any, **kwargs: Any) -> Any:
        raise AssertionError("asked")


def test_subclasses_cross_as_what_they_are_underneath() -> None:
    """No method of theirs is asked on the way."""
    assert alike(there_and_back(Loud([1, 2])), [1, 2])
    assert alike(there_and_back(Named("a")), "a")
    assert alike(there_and_back(np.arange(3.0).view(Lying)), np.arange(3.0))
    assert alike(there_and_back(bytearray(b"ab")), b"ab")


def nested(depth: int) -> Any:
    value: Any = 1
    for _ in range(depth):
        value = [value]
    return value


@pytest.mark.parametrize(
    "value",
    [
        object(), np.array([None]), np.array(["a"]), np.array(1, "M8[s]"), np.zeros(1, [("a", "i4")]), np.longdouble(1), {1, 2}, 1 << 9000,
        nested(30), list(range(100_001)), "a" * (HEADER_LIMIT + 1), {(n, n): 0 for n in range(1_001)}, torch.ones(2).to_sparse(),
        np.zeros((1,) * 17), np.broadcast_to(0.0, (1 << 26,)), torch.zeros(1).expand(1 << 27), [np.broadcast_to(0.0, (1 << 24,))] * 3,
    ],
    ids=lambda value: type(value).__name__,
)  # fmt: skip
def test_what_cannot_cross_is_said_to_be_so(value: Any) -> None:
    with pytest.raises(Unsendable):
        frame(value)


def test_lone_surrogates_become_question_marks() -> None:
    assert there_and_back("a\ud800b") == "a?b"


# What a hostile worker may send

HOSTILE_NODES: list[Any] = [
    [], ["l"], ["l", 1], ["l", [], []], [1, 2], ["zz", 1], ["t", {}], ["b", -1], ["b", 1], ["b", 2**63], ["b", "1"], ["b", True],
    ["i", ""], ["i", "xyz"], ["i", "f" * 5000], ["i", 5], ["c", 1, 2.0], ["c", "1", "2"], ["s", "<f8", 8], ["s", "|O", 8], ["s", "<U4", 4],
    ["a", "<f8", [1], None, 8], ["a", "O", [1], None, 0], ["a", "|V8", [0], None, 0], ["a", "<f8,<f8", [0], None, 0],
    ["a", "<M8[s]", [0], None, 0],
    ["a", "<f8", [-1], None, -8], ["a", "<f8", [0] * 17, None, 0], ["a", "<f8", [0, 2**40, 2**40], None, 0],
    ["a", "<f8", [2**63, 2], None, 0],
    ["a", "<f8", [0], [0, 1], 0], ["a", "<f8", [0, 0], [0, 0], 0], ["a", "<f8", [0], "0", 0], ["a", "<f8", [0, 0], [1.0, 0.0], 0],
    ["a", "<f8", "0", None, 0], ["a", "<f8", [True], None, 0], ["a", ["<f8"], [0], None, 0], ["a", {}, [0], None, 0],
    ["a", "<f8", [0], None],
    ["T", "float32", [0, 2**40, 2**40], None, 0], ["T", "qint8", [0], None, 0], ["T", "float32", [1], None, 4],
    ["T", "__class__", [], None, 0],
    ["d", [1]], ["d", [[1]]], ["d", [[1, 2, 3]]], ["d", [[["l", []], 1]]], ["d", [[["a", "<f8", [0], None, 0], 1]]], ["d", {}],
    ["h", 0], ["h", "0", 1], ["k", 0], ["n", "os.system"], ["m", "f"], ["g", "PCG64", None], ["g", "PCG64", ["d", []]],
    ["g", "Generator", 0],
    ["g", ["l", []], 0], ["g", "MT19937", 5],
]  # fmt: skip


@pytest.mark.parametrize("node", HOSTILE_NODES, ids=str)
def test_a_malformed_node_is_refused(node: Any) -> None:
    header = msgpack.packb(["value", node])
    with pytest.raises(WireError):
        read(struct.pack("<II", len(header), 0) + header)


@pytest.mark.parametrize(
    "header",
    [b"", b"\xc1", b"\x80", b"\x81\x01\x01", b"\xc4\x00", b"\xd4\x01\x00", b"\xc7\x00\x05", b"\xc7\x00\xff", b"\x91\x81\xa1a\x01",
    b"\x92\xa1a",
     b"\xdd\xff\xff\xff\xff", b"\xdb\xff\xff\xff\xff", b"\xa1\xff", b"\x01\x01", b"\x91" * 2000],
    ids=repr,
)  # fmt: skip
def test_a_malformed_header_is_refused(header: bytes) -> None:
    with pytest.raises(WireError):
        read(struct.pack("<II", len(header), 0) + header)


@pytest.mark.parametrize(("header", "body"), [(HEADER_LIMIT + 1, 0), (0, BODY_LIMIT + 1), (2**32 - 1, 2**32 - 1)])
def test_announced_lengths_beyond_the_bounds_are_refused_unread(header: int, body: int) -> None:
    with pytest.raises(WireError):
        frame_lengths(struct.pack("<II", header, body))


GENERATOR_STATES = [
    ("MT19937", ("state", "pos"), 10**6), ("MT19937", ("state", "pos"), -1), ("MT19937", ("state", "pos"), "1"),
    ("MT19937", ("state", "key"), np.zeros(3)),
    ("Philox", ("buffer_pos",), -(10**6)), ("Philox", ("buffer_pos",), 99), ("Philox", ("buffer",), [1]), ("PCG64", ("state", "state"), -1),
    ("PCG64", ("state",), {}), ("PCG64", ("bit_generator",), "MT19937"), ("SFC64", ("state", "state"), np.zeros(9)),
    ("PCG64", ("uinteger",), 2**70),
]  # fmt: skip


@pytest.mark.parametrize(("name", "path", "value"), GENERATOR_STATES, ids=str)
def test_a_generator_in_a_state_that_is_none_is_refused(name: str, path: tuple[str, ...], value: Any) -> None:
    """Some of these NumPy itself would accept, and then draw from beyond its buffer."""
    state: Any = getattr(np.random, name)(1).state
    inner = state
    for key in path[:-1]:
        inner = inner[key]
    inner[path[-1]] = value
    try:
        drawn = generator(name, state)
    except WireError:
        return
    assert name not in ("MT19937", "Philox")
    assert np.isfinite(drawn.random(8)).all()


@given(st.binary(max_size=200), st.binary(max_size=64))
@settings(deadline=None, max_examples=300)
def test_random_bytes_are_refused_or_a_value(header: bytes, body: bytes) -> None:
    data = struct.pack("<II", len(header), len(body)) + header + body
    with contextlib.suppress(WireError):
        read(data)


@given(VALUES, st.data())
@settings(deadline=None, max_examples=300)
def test_a_frame_with_a_few_bytes_changed_is_refused_or_a_value(value: Any, data: Any) -> None:
    raw = bytearray(frame(value))
    for _ in range(data.draw(st.integers(1, 4))):
        raw[data.draw(st.integers(0, len(raw) - 1))] = data.draw(st.integers(0, 255))
    with contextlib.suppress(WireError):
        read(bytes(raw))


NODES = st.recursive(
    st.one_of(st.none(), st.booleans(), st.integers(-(2**63), 2**64 - 1), st.floats(), st.text(max_size=4),
    st.sampled_from(["<f8", "float32", "l"])),
    lambda inner: st.lists(inner, max_size=5) | st.tuples(st.sampled_from("ltdbicasTghnmk"), inner, inner, inner, inner).map(list)
    | st.tuples(st.sampled_from("ltdbi"), inner).map(list) | st.tuples(st.sampled_from("csg"), inner, inner).map(list),
    max_leaves=15,
)  # fmt: skip


@given(NODES, st.binary(max_size=32))
@settings(deadline=None, max_examples=400)
def test_a_random_structure_is_refused_or_a_value(node: Any, body: bytes) -> None:
    with contextlib.suppress(WireError):
        Decoder(bytearray(body), make).decode(node)


def test_keys_made_to_collide_cost_no_time() -> None:
    """40,000 numbers of one hash would keep a dict busy for a quarter of a minute."""
    prime = 2**61 - 1
    pairs = [[["i", format(number * prime, "x")], None] for number in range(5, 36_000)]
    header = msgpack.packb(["value", ["d", pairs]])
    assert len(header) < HEADER_LIMIT
    began = time.monotonic()
    with pytest.raises(WireError):
        read(struct.pack("<II", len(header), 0) + header)
    within = msgpack.packb(["value", ["d", pairs[: codec.KEY_LIMIT]]])
    assert len(read(struct.pack("<II", len(within), 0) + within)) == codec.KEY_LIMIT
    assert time.monotonic() - began < 2


def test_memory_is_bounded_by_the_bytes_that_arrived() -> None:
    """Lists that announce more than they hold, nested as deeply as they can be, and an array whose bytes are missing."""
    announced = b"\xdd" + (100_000).to_bytes(4, "big")
    tracemalloc.start()
    try:
        for header in (announced * 200 + b"\xc0" * 1000, msgpack.packb(["value", ["a", "<f8", [2**27], None, 2**30]])):
            with pytest.raises(WireError):
                read(struct.pack("<II", len(header), 0) + header)
        assert tracemalloc.get_traced_memory()[1] < 300 << 20
    finally:
        tracemalloc.stop()


def test_a_boolean_of_another_byte_is_made_one() -> None:
    node = ["a", "|b1", [3], None, 3]
    got = Decoder(bytearray(b"\x00\x02\xff"), make).decode(node)
    assert got.view(np.uint8).tolist() == [0, 1, 1]


def test_a_body_with_more_than_its_arrays_is_refused() -> None:
    data = bytearray(frame([1]))
    data[4:8] = struct.pack("<I", 16)
    with pytest.raises(WireError):
        read(bytes(data) + bytes(16))
