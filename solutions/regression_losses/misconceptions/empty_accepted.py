# /// misconception
# en = "You calculate with empty arrays: a sum of nothing is 0 and looks like a perfect model, a mean of nothing is nan. Raise ValueError for n = 0."
# ko = "빈 배열로도 계산하고 있습니다. 아무것도 더하지 않은 합은 0이어서 완벽한 모델처럼 보이고, 평균은 nan이 됩니다. n = 0이면 ValueError를 일으키십시오."
# ///
import numpy as np


def checked(y, y_hat):
    if y.shape != y_hat.shape:
        raise ValueError("y and y_hat need one shape")


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
