# /// misconception
# en = "Your l1 takes the magnitude after adding, when the signs have already cancelled. It is the sum of magnitudes, not the magnitude of a sum."
# ko = "l1에서 더한 뒤에 절댓값을 구하고 있어서 이미 서로 지워진 뒤입니다. 합의 절댓값이 아니라 절댓값의 합입니다."
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
    return 2 * (y_hat - y) / len(y)


def l1(y, y_hat):
    checked(y, y_hat)
    return np.abs(np.sum(y_hat - y))


def l2(y, y_hat):
    checked(y, y_hat)
    return np.sum((y_hat - y) ** 2)
