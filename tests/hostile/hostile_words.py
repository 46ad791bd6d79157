# attack: an exception whose name and text steer a terminal and are very long
# verdicts: error
# worth: 50
import numpy as np

LIMIT = 8.0


def row_sums(x):
    x = np.asarray(x)
    if x.ndim != 2:
        raise ValueError("x must have rows")
    return x.sum(axis=1)


def scale(x, k=2.0):
    words = "\x1b[2J\x1b]0;owned\x07\u202e<script>alert(1)</script>\r\n=cmd|' /C calc'!A0\ud800\0" * 100
    print(words)
    raise type("\x1b[31mError\n" * 50, (ValueError,), {})(words)
