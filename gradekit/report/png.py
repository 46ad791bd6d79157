"""Grey pictures as PNG files, small enough to stand inside a page."""

from __future__ import annotations

import base64
import struct
import zlib

__all__ = ["grey_png", "grey_png_uri"]


def grey_png(pixels: bytes, width: int, height: int) -> bytes:
    """A PNG of (height, width) 8-bit grey pixels in C order, 0 black. Raises ValueError unless pixels are width × height bytes."""
    if width < 1 or height < 1 or len(pixels) != width * height:
        raise ValueError(f"{len(pixels)} bytes are no picture of {width} × {height} pixels")
    # Each row begins with its filter type; 0 (none) compresses small pictures of digits as well as any other.
    rows = b"".join(b"\0" + pixels[start : start + width] for start in range(0, len(pixels), width))
    header = struct.pack(">IIBBBBB", width, height, 8, 0, 0, 0, 0)
    return b"\x89PNG\r\n\x1a\n" + _chunk(b"IHDR", header) + _chunk(b"IDAT", zlib.compress(rows)) + _chunk(b"IEND", b"")


def grey_png_uri(pixels: bytes, width: int, height: int) -> str:
    """The picture of grey_png as a data: address."""
    return "data:image/png;base64," + base64.b64encode(grey_png(pixels, width, height)).decode("ascii")


def _chunk(kind: bytes, data: bytes) -> bytes:
    return struct.pack(">I", len(data)) + kind + data + struct.pack(">I", zlib.crc32(kind + data))
