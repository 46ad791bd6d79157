# /// misconception
# en = "Your mse is divided by 2n. The factor 1/2 of some books does not belong here: the mean divides by n. See 'The formula'."
# ko = "mse를 2n으로 나누고 있습니다. 1/2을 곱하는 책도 있지만 여기서는 n으로만 나눕니다. '수식'을 보십시오."
# ///
import numpy as np


def checked(y, y_hat):
    if y.shape != y_hat.shape or y.size == 0:
        raise ValueError("y and y_hat need one shape and at least one value")


def errors(y, y_hat):
    checked(y, y_hat)
    return y - y_hat


def sse(y, y_hat):
    checked(y, y_hat)
    return np.sum((y - y_hat) ** 2)


def mse(y, y_hat):
    checked(y, y_hat)
    return 0.5 * np.mean((y - y_hat) ** 2)


def mse_grad(y, y_hat):
    checked(y, y_hat)
    return 2 * (y_hat - y) / len(y)


def l1(y, y_hat):
    checked(y, y_hat)
    return np.sum(np.abs(y_hat - y))


def l2(y, y_hat):
    checked(y, y_hat)
    return np.sum((y_hat - y) ** 2)
