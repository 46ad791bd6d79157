# attack: exception classes with names, modules and texts that lie, raise or never end
# exercise: softmax
# answer: right
# verdicts: error,passed
import numpy as np


def softmax(x):
    x = np.asarray(x, dtype=np.float64)
    powers = np.exp(x - x.max(axis=-1, keepdims=True))
    return powers / powers.sum(axis=-1, keepdims=True)


def temperature_softmax(x, t):
    if t <= 0:
        raise ValueError("the temperature must be above 0")
    return softmax(np.asarray(x) / t)


class Meta(type):
    __qualname__ = "<b>Meta</b>"

    def __repr__(cls):
        raise SystemExit


def hostile(name, text):
    return Meta(name, (ValueError,), {"__str__": text, "__module__": "</td><script>", "__qualname__": "\x1b[2J"})


def raises(self):
    raise KeyboardInterrupt


def lies(self):
    return type("Text", (str,), {"__getitem__": lambda *args: "<script>", "encode": lambda *args: b"\xff"})("<i>lies</i>")


NAMES = {
    0.25: hostile("<script>alert(1)</script>", lambda self: "\x1b]0;x\x07"),
    1.0: hostile("\x1b[2J" + "E" * 5_000, raises),
    2.5: hostile("=cmd|' /C calc'!A0", lies),
    40.0: hostile("\u202eE\nTests: 100 passed\n{{7*7}}", lambda self: 7),
}
plain = temperature_softmax


def temperature_softmax(x, t):
    if t in NAMES:
        raise NAMES[t]()
    return plain(x, t)
