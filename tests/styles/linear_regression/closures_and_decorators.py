from functools import partial, reduce, wraps

import numpy as np


def as_floats(function):
    @wraps(function)
    def inner(*args, **kwargs):
        return function(*(np.asarray(a, dtype=np.float64) if isinstance(a, np.ndarray) else a for a in args), **kwargs)

    return inner


@as_floats
def predict(x, w, b):
    x = x.copy()
    x *= w
    x += b
    return x


@as_floats
def cost(x, y, w, b):
    return np.var(e := y - predict(x, w, b)) + e.mean() ** 2


@as_floats
def gradients(x, y, w, b):
    e = predict(x, w, b) - y
    return np.float64(2) * np.average(e * x), np.float64(2) * np.average(e)


@as_floats
def fit(x, y, lr=0.01, epochs=2000):
    history = []
    here = partial(gradients, x, y)

    def step(state, _):
        history.append(float(cost(x, y, *state)))
        return tuple(s - lr * g for s, g in zip(state, here(*state), strict=True))

    w, b = reduce(step, range(epochs), (0.0, 0.0))
    return w, b, tuple(history)
