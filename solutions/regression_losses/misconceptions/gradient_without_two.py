# /// misconception
# en = "Your gradient lacks the factor 2 that comes from differentiating the square. See 'The formula'."
# ko = "제곱을 미분할 때 나오는 2가 기울기에 없습니다. '수식'을 보십시오."
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
    return np.mean((y - y_hat) ** 2)


def mse_grad(y, y_hat):
    checked(y, y_hat)
    return (y_hat - y) / len(y)


def l1(y, y_hat):
    checked(y, y_hat)
    return np.sum(np.abs(y_hat - y))


def l2(y, y_hat):
    checked(y, y_hat)
    return np.sum((y_hat - y) ** 2)
