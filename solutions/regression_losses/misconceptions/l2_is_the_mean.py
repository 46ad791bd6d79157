# /// misconception
# en = "Your l2 is divided by the number of samples, which makes it the MSE. Here L2 is the sum of squares."
# ko = "l2를 샘플의 개수로 나누고 있어서 MSE가 되었습니다. 여기서 L2는 제곱의 합입니다."
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
    return np.sum(np.abs(y_hat - y))


def l2(y, y_hat):
    checked(y, y_hat)
    return np.mean((y_hat - y) ** 2)
