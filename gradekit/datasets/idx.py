"""The IDX files of MNIST and its kin: a big-endian header (magic, sizes) and then bytes, plain or gzipped.

Nothing in a file is believed before it is checked: the header's sizes are held against the file's own size before
memory is taken, and a gzipped file is unpacked piece by piece, so neither a forged header nor a gzip bomb costs memory.
"""

from __future__ import annotations

import gzip
import math
import os
import stat
import zlib
from io import BufferedIOBase, BufferedReader
from pathlib import Path
from typing import Final

import numpy as np
from numpy.typing import NDArray

from gradekit.errors import DataError

__all__ = ["CLASSES", "PICTURE", "read_head", "read_idx", "read_pictures"]

PICTURE: Final = (28, 28)
CLASSES: Final = 10
_GZIP_MAGIC: Final = b"\x1f\x8b"
_UNSIGNED_BYTES: Final = 0x08  # the type byte of the magic; no data set of this family uses another
_MAX_RATIO: Final = 1032  # deflate cannot pack tighter (https://zlib.net/zlib_tech.html), so a header that says more is wrong
_MAX_BYTES: Final = 256 * 1024 * 1024  # MNIST's largest file is 47 MB unpacked, EMNIST's 220 MB
_CHUNK: Final = 1024 * 1024
_REPLACE: Final = "replace the file by a fresh copy"


def _open(path: Path) -> tuple[BufferedReader, int, bool]:
    """The opened file, its size in bytes and whether it is gzipped, told by its first bytes (a browser may unpack a .gz
    and keep the name)."""
    try:
        # looked at before it is opened: opening a pipe would wait for a writer
        if not stat.S_ISREG(path.stat().st_mode):
            raise DataError(f"{path}: not a regular file: put the data file itself there")
        raw = path.open("rb")
        packed = raw.read(len(_GZIP_MAGIC)) == _GZIP_MAGIC
        raw.seek(0)
        return raw, os.fstat(raw.fileno()).st_size, packed
    except FileNotFoundError:
        raise DataError(f"{path}: no such file: put it there, or unset GRADEKIT_DATA to use the cache") from None
    except OSError as error:
        raise DataError(f"{path}: cannot be read ({error.strerror or error}): check its permissions") from None


def _read_exactly(stream: BufferedIOBase, count: int) -> bytearray:
    """Up to `count` bytes, in pieces, so that memory grows with what is there and not with what a header says."""
    data = bytearray()
    while len(data) < count:
        piece = stream.read(min(_CHUNK, count - len(data)))
        if not piece:
            break
        data += piece
    return data


def _parse(stream: BufferedIOBase, path: Path, item: tuple[int, ...], size_bytes: int, packed: bool) -> NDArray[np.uint8]:
    dimensions = 1 + len(item)
    header_bytes = 4 + 4 * dimensions
    header = _read_exactly(stream, header_bytes)
    expected_magic = bytes([0, 0, _UNSIGNED_BYTES, dimensions])
    if len(header) >= 4 and header[:4] != expected_magic:
        raise DataError(
            f"{path}: begins with {header[:4].hex()}, an IDX file of {'pictures' if item else 'labels'} with {expected_magic.hex()}: "
            "the file is something else; check that the files' names are not mixed up"
        )
    if len(header) < header_bytes:
        raise DataError(f"{path}: truncated: {len(header)} bytes, shorter than an IDX header of {header_bytes}: {_REPLACE}")
    shape = tuple(int.from_bytes(header[at : at + 4], "big") for at in range(4, header_bytes, 4))
    if shape[1:] != item:
        raise DataError(f"{path}: holds pictures of {shape[1]}x{shape[2]} pixels, expected {item[0]}x{item[1]}: use a set of that size")
    body_bytes = math.prod(shape)  # Python's integers: no header makes this overflow
    if body_bytes > _MAX_BYTES:
        raise DataError(f"{path}: its header promises {body_bytes:,} bytes, beyond the {_MAX_BYTES:,} gradekit reads: {_REPLACE}")
    most = size_bytes * _MAX_RATIO if packed else size_bytes
    if header_bytes + body_bytes > most:
        raise DataError(f"{path}: truncated: its header promises {body_bytes:,} bytes, the file has {size_bytes:,}: {_REPLACE}")
    body = _read_exactly(stream, body_bytes)
    if len(body) < body_bytes:
        raise DataError(f"{path}: truncated: its header promises {body_bytes:,} bytes, {len(body):,} are there: {_REPLACE}")
    if stream.read(1):  # reaching the end is also what makes gzip compare its checksum
        raise DataError(f"{path}: bytes follow after the {body_bytes:,} that its header promises: {_REPLACE}")
    return np.frombuffer(body, dtype=np.uint8).reshape(shape)


def read_idx(path: Path, item: tuple[int, ...] = ()) -> NDArray[np.uint8]:
    """Reads one IDX file of unsigned bytes, plain or gzipped.

    `item` is the shape of one item: () for labels, (28, 28) for pictures. Returns an array (n, *item) of uint8.
    Raises DataError, which names the file, for one that is absent, no IDX file of that kind, truncated, corrupt, or too long.
    """
    raw, size_bytes, packed = _open(path)
    with raw:
        try:
            if not packed:
                return _parse(raw, path, item, size_bytes, packed)
            with gzip.GzipFile(fileobj=raw) as unpacked:
                return _parse(unpacked, path, item, size_bytes, packed)
        except EOFError:
            raise DataError(f"{path}: truncated: the gzip data ends too early: {_REPLACE}") from None
        except (gzip.BadGzipFile, zlib.error) as error:
            raise DataError(f"{path}: corrupt gzip data ({error}): {_REPLACE}") from None
        except OSError as error:
            raise DataError(f"{path}: cannot be read ({error.strerror or error}): check the disk and the permissions") from None


def read_head(path: Path, count: int) -> bytes:
    """The first `count` labels of a label file, fewer (or none) where they cannot be had: for recognising a set, never an error."""
    try:
        raw, _, packed = _open(path)
        with raw:
            if packed:
                with gzip.GzipFile(fileobj=raw) as unpacked:
                    return unpacked.read(8 + count)[8:]
            return raw.read(8 + count)[8:]
    except (DataError, OSError, EOFError, zlib.error):
        return b""


def read_pictures(images: Path, labels: Path) -> tuple[NDArray[np.uint8], NDArray[np.int64]]:
    """Reads pictures and their labels, which must belong together.

    Returns uint8 (n, 28, 28) and int64 (n,) with labels 0 to 9, n at least 1. Raises DataError as `read_idx` does, and for
    files that are empty, of different counts, or with labels outside that range.
    """
    targets = read_idx(labels)
    pixels = read_idx(images, PICTURE)
    if len(pixels) != len(targets):
        raise DataError(
            f"{labels}: {len(targets):,} labels for the {len(pixels):,} pictures of {images.name}: take both files from the same set"
        )
    if not len(pixels):
        raise DataError(f"{images}: holds no pictures: {_REPLACE}")
    if (worst := int(targets.max())) >= CLASSES:
        at = int(targets.argmax())
        raise DataError(f"{labels}: label {worst} of picture {at} is outside 0 to {CLASSES - 1}: {_REPLACE}")
    return pixels, targets.astype(np.int64)
