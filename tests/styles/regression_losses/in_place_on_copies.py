import numpy as np


def errors(y, y_hat):
    if np.shape(y) != np.shape(y_hat):
        raise ValueError("shapes")
    if np.size(y) == 0:
        raise ValueError("empty")
    e = y.astype(np.float64)
    e -= y_hat
    return e


def sse(y, y_hat):
    e = errors(y, y_hat)
    e **= 2
    return np.asarray(e.sum())


def mse(y, y_hat):
    e = errors(y, y_hat)
    return np.asarray(np.average(np.square(e, out=e)))


def mse_grad(y, y_hat):
    e = errors(y, y_hat)
    e *= -2
    e /= len(e)
    return e


def l1(y, y_hat):
    e = errors(y, y_hat)
    e[e < 0] *= -1
    return np.asarray(e.sum())


def l2(y, y_hat):
    e = errors(y, y_hat)
    return np.asarray(np.einsum("i,i->", e, e))
