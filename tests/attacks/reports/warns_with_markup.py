# attack: warnings whose categories and texts are markup, formulas and escapes
# exercise: softmax
# answer: right
# verdicts: failed,passed
import warnings

import numpy as np


def softmax(x):
    x = np.asarray(x, dtype=np.float64)
    powers = np.exp(x - x.max(axis=-1, keepdims=True))
    return powers / powers.sum(axis=-1, keepdims=True)


def temperature_softmax(x, t):
    if t <= 0:
        raise ValueError("the temperature must be above 0")
    return softmax(np.asarray(x) / t)


plain = softmax
Category = type("<script>alert(1)</script>\x1b[2J=1+1", (RuntimeWarning,), {"__module__": "</td>"})


def softmax(x):
    text = "=1+1\x1b]0;x\x07<img src=x onerror=alert(1)>\u202e{{7*7}}[bold]\ud800" * 50
    warnings.warn(Category(text), stacklevel=1)
    warnings.warn(text, RuntimeWarning, stacklevel=1)
    return plain(x)
