# /// misconception
# en = "You flatten y and y_hat, so (n, 1) passes for (n,). The exercise asks for a ValueError there: shapes that differ are a mistake of the caller that should be seen."
# ko = "y와 y_hat을 먼저 펼치고 있어서 (n, 1)이 (n,)처럼 받아들여집니다. 모양이 다른 것은 호출한 쪽의 실수이므로 감추지 말고 ValueError를 일으켜야 합니다."
# ///
import numpy as np


def flat(y, y_hat):
    y, y_hat = np.ravel(y), np.ravel(y_hat)
    if len(y) != len(y_hat) or len(y) == 0:
        raise ValueError("y and y_hat need as many values, and at least one")
    return y, y_hat


def errors(y, y_hat):
    y, y_hat = flat(y, y_hat)
    return y - y_hat


def sse(y, y_hat):
    y, y_hat = flat(y, y_hat)
    return np.sum((y - y_hat) ** 2)


def mse(y, y_hat):
    y, y_hat = flat(y, y_hat)
    return np.mean((y - y_hat) ** 2)


def mse_grad(y, y_hat):
    y, y_hat = flat(y, y_hat)
    return 2 * (y_hat - y) / len(y)


def l1(y, y_hat):
    y, y_hat = flat(y, y_hat)
    return np.sum(np.abs(y_hat - y))


def l2(y, y_hat):
    y, y_hat = flat(y, y_hat)
    return np.sum((y_hat - y) ** 2)
