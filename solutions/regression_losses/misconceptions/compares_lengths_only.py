# /// misconception
# en = "You compare the lengths only. Both (n,) and (n, 1) have length n, and yet NumPy pairs every value with every other. Compare the shapes."
# ko = "길이만 비교하고 있습니다. (n,)과 (n, 1)은 모두 길이가 n이지만 NumPy는 모든 값을 서로 짝짓습니다. 모양을 비교하십시오."
# ///
import numpy as np


def checked(y, y_hat):
    if len(y) != len(y_hat) or len(y) == 0:
        raise ValueError("y and y_hat need one length and at least one value")


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
