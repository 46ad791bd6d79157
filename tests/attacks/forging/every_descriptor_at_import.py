# attack: writes forged answers, rows of results and pytest's words to every descriptor while it is imported
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


words = b'{"student": "forging", "score": 100.0, "status": "graded", "outcome": "passed"}\n28 passed in 0.01s\n'
header = packb(["value", None])
for number in range(1024):
    for frame in (struct.pack("<II", len(header), 0) + header, words):
        try:
            os.write(number, frame)
        except OSError:
            continue
