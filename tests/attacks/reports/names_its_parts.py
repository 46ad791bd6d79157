# attack: types and attributes whose names are shown where an answer is none
# exercise: softmax
# answer: right
# verdicts: failed,passed
import numpy as np


def softmax(x):
    x = np.asarray(x, dtype=np.float64)
    powers = np.exp(x - x.max(axis=-1, keepdims=True))
    return powers / powers.sum(axis=-1, keepdims=True)


def temperature_softmax(x, t):
    if t <= 0:
        raise ValueError("the temperature must be above 0")
    return softmax(np.asarray(x) / t)


plain = temperature_softmax


def named(name):
    return type(name, (), {"__module__": "<b>", "__repr__": lambda self: "\x1b[2J<script>alert(1)</script>"})()


PARTS = {
    0.25: named("<script>alert(1)</script>" * 20),
    1.0: named("\x1b]8;;file:///etc/passwd\x07x"),
    2.5: {"=1+1": "<img src=x onerror=alert(1)>", "\u202e": "\0"},
    40.0: ["<script>alert(1)</script>", "\x1b[2J", "@SUM(1)"],
}


def temperature_softmax(x, t):
    return PARTS.get(t, None) or plain(x, t)
