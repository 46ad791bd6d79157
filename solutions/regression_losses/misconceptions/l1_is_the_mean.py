# /// misconception
# en = "Your l1 is divided by the number of samples. Here L1 is the sum of the magnitudes. See 'The formula'."
# ko = "l1을 샘플의 개수로 나누고 있습니다. 여기서 L1은 절댓값의 합입니다. '수식'을 보십시오."
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
    return np.mean(np.abs(y_hat - y))


def l2(y, y_hat):
    checked(y, y_hat)
    return np.sum((y_hat - y) ** 2)
