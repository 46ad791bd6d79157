# attack: writes bytes that are no answer to the judge
# verdicts: crashed
# worth: 50
import numpy as np

LIMIT = 8.0


def row_sums(x):
    x = np.asarray(x)
    if x.ndim != 2:
        raise ValueError("x must have rows")
    return x.sum(axis=1)


import os
import random
import struct
import sys


def channel():
    frame = sys._getframe()
    while frame:
        owner = frame.f_locals.get("self")
        if hasattr(owner, "_channel"):
            return owner._channel._write_fd
        frame = frame.f_back


def frame_of(header, body=b""):
    return struct.pack("<II", len(header), len(body)) + header + body


def scale(x, k=2.0):
    os.write(channel(), random.Random(0).randbytes(10_000))
