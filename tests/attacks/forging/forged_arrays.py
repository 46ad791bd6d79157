# attack: sends arrays whose dtype, shape, order and bytes contradict each other
# exercise: softmax
# answer: wrong
# verdicts: failed,crashed
import numpy as np


def softmax(x):
    return np.zeros(np.shape(x))


def temperature_softmax(x, t):
    return np.zeros(np.shape(x))


import os
import stat
import struct
import sys

packb = next(module.packb for name, module in list(sys.modules.items()) if name == "msgpack")


def line_to_the_judge():
    for number in range(3, 1024):
        try:
            if stat.S_ISSOCK(os.fstat(number).st_mode):
                return number
        except OSError:
            continue
    raise SystemExit("no line was found")


def say(message, body=b""):
    header = packb(message)
    raw = struct.pack("<II", len(header), len(body)) + header + body
    while raw:
        raw = raw[os.write(line_to_the_judge(), raw) :]


def exactly(size):
    raw = b""
    while len(raw) < size:
        more = os.read(line_to_the_judge(), size - len(raw))
        if not more:
            os._exit(0)
        raw += more
    return raw


def hear():
    header, body = struct.unpack("<II", exactly(8))
    return exactly(header), exactly(body)


def take_over(*answers):
    """Be the worker from here on, and give these answers in turn, whatever is asked."""
    say(["value", None])
    while True:
        for answer in answers:
            hear()
            say(*answer)


take_over(
    (["value", ["a", "<f8", [2, 3], [1, 0], 48]], b"\0" * 48),
    (["value", ["a", "<f8", [2, 3], [1, 1], 48]], b"\0" * 48),
    (["value", ["a", "|O", [1], None, 8]], b"\x41" * 8),
    (["value", ["a", "<f8", [-1], None, 8]], b"\0" * 16),
    (["value", ["a", "<f8", [0, 2**39, 2**39], None, 0]],),
    (["value", ["a", "<f8", [1] * 16, None, 8]], b"\0" * 16),
    (["value", ["a", "<U4", [1], None, 16]], b"\xff" * 16),
    (["value", ["a", "<f8,<f8", [1], None, 16]], b"\0" * 16),
    (["value", ["s", "<M8[ns]", 8]], b"\0" * 16),
)
