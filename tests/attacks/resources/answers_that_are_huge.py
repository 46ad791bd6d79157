# attack: returns more than can cross: arrays, texts, numbers and strides that pretend to be
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
HUGE = {
    0.25: lambda: np.broadcast_to(1.0, (1 << 40,)),
    1.0: lambda: "x" * (64 << 20),
    2.5: lambda: 1 << (1 << 24),
    40.0: lambda: np.zeros((12 << 20,)),
    0.5: lambda: [b"x" * (1 << 20)] * 200,
    3.0: lambda: list(range(1_000_000)),
}


def temperature_softmax(x, t):
    return HUGE.get(t, lambda: plain(x, t))()
