# attack: a student whose name is a template, markup and a command
# exercise: softmax
# answer: right
# verdicts: error,passed
# student: "{{ 7 * 7 }}{% for x in [1] %}[bold][link=file:]x[\u2215]%s$(id)`id`"
import numpy as np

WORDS = "<b>=1+1</b>"


def attack():
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
