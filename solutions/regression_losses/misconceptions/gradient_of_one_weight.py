# /// misconception
# en = "Your gradient is multiplied by the predictions. That inner derivative belongs to a weight; with respect to y_hat itself it is 1."
# ko = "기울기에 예측값을 곱하고 있습니다. 그런 안쪽 미분은 가중치로 미분할 때 나옵니다. y_hat 자체로 미분하면 안쪽 미분은 1입니다."
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
    return 2 * (y_hat - y) * y_hat / len(y)


def l1(y, y_hat):
    checked(y, y_hat)
    return np.sum(np.abs(y_hat - y))


def l2(y, y_hat):
    checked(y, y_hat)
    return np.sum((y_hat - y) ** 2)
