import functools

import numpy as np

print("losses of regression")


def pairs_only(function):
    @functools.wraps(function)
    def inner(y, y_hat, *, _dtype=float):
        y, y_hat = np.array(y, dtype=_dtype), np.array(y_hat, dtype=_dtype)
        if y.ndim != 1 or y_hat.ndim != 1 or y.size != y_hat.size or y.size < 1:
            raise ValueError("y and y_hat should be (n,) with n >= 1")
        return function(y - y_hat)

    return inner


@pairs_only
def errors(e):
    return e


@pairs_only
def sse(e):
    return e @ e


@pairs_only
def mse(e):
    return np.dot(e, e) / e.shape[0]


@pairs_only
def mse_grad(e):
    return e * -2.0 / e.shape[0]


@pairs_only
def l1(e):
    return np.linalg.norm(e, ord=1)


@pairs_only
def l2(e):
    return np.linalg.norm(e) ** 2
