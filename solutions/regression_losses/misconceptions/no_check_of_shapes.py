# /// misconception
# en = "You never compare the shapes, so NumPy stretches (n,) with (1,) or (n, 1) and returns a number for pairs that do not exist. See 'Hint 2'."
# ko = "모양을 비교하지 않아서 NumPy가 (n,)을 (1,)이나 (n, 1)과 함께 늘려 있지도 않은 쌍까지 계산합니다. '힌트 2'를 보십시오."
# ///
import numpy as np


def checked(y, y_hat):
    if y.size == 0:
        raise ValueError("there has to be at least one value")


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
