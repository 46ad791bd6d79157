# attack: lone surrogates, NUL, bytes that are no UTF-8 and overlong forms, in output and exceptions
# exercise: softmax
# answer: right
# verdicts: error,passed
import os

import numpy as np

WORDS = "\ud800\udc00\udfff \udcff\0\0 \ud83d end\udc80"


def attack():
    os.write(1, b"\xff\xfe\x00\xc0\x80\xed\xa0\x80\xf8\x88\x80\x80\x80\x00end\xe2\x82")
    raise RuntimeError(WORDS)


def softmax(x):
    x = np.asarray(x, dtype=np.float64)
    powers = np.exp(x - x.max(axis=-1, keepdims=True))
    return powers / powers.sum(axis=-1, keepdims=True)


def temperature_softmax(x, t):
    if t <= 0:
        raise ValueError("the temperature must be above 0")
    return softmax(np.asarray(x) / t)


plain = temperature_softmax


def temperature_softmax(x, t):
    if t == 40.0:
        attack()
    return plain(x, t)
