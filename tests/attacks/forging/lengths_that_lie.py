# attack: announces frames of four gigabytes, and sends none
# exercise: softmax
# answer: wrong
# verdicts: crashed
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


say(["value", None])
hear()
os.write(line_to_the_judge(), struct.pack("<II", 2**32 - 1, 2**32 - 1) + b"value")
hear()


take_over()
