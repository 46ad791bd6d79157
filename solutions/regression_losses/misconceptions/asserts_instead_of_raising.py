# /// misconception
# en = "You check with assert, which raises AssertionError (and nothing at all under python -O). Use an if and raise ValueError."
# ko = "assert로 검사하면 AssertionError가 발생하고, python -O로 실행하면 검사 자체가 사라집니다. if로 검사하고 ValueError를 일으키십시오."
# ///
import numpy as np


def checked(y, y_hat):
    assert y.shape == y_hat.shape and y.size > 0


def errors(y, y_hat):
    checked(y, y_hat)
    return y - y_hat


def sse(y, y_hat):
    checked(y, y_hat)
    return np.sum((y - y_hat) ** 2)


def mse(y, y_hat):
    checked(y, y_hat)
    return np.mean((y - y_hat) ** 2)


def mse_grad(y, y_hat):
    checked(y, y_hat)
    return 2 * (y_hat - y) / len(y)


def l1(y, y_hat):
    checked(y, y_hat)
    return np.sum(np.abs(y_hat - y))


def l2(y, y_hat):
    checked(y, y_hat)
    return np.sum((y_hat - y) ** 2)
