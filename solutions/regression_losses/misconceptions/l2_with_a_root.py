# /// misconception
# en = "Your l2 takes a square root: that is the L2 norm, the length of a vector. The L2 loss of this exercise is the sum of squares without a root."
# ko = "l2에서 제곱근을 구하고 있습니다. 그것은 벡터의 길이인 L2 노름입니다. 이 과제의 L2 손실은 제곱근을 구하지 않은 제곱의 합입니다."
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
    return np.sqrt(np.sum((y_hat - y) ** 2))
