# /// misconception
# en = "You round your results. Training follows small changes of the loss, and rounding hides them. Return what you calculated."
# ko = "결과를 반올림하고 있습니다. 학습은 손실의 작은 변화를 따라가므로 반올림하면 그 변화가 가려집니다. 계산한 값을 그대로 반환하십시오."
# ///
import numpy as np


def checked(y, y_hat):
    if y.shape != y_hat.shape or y.size == 0:
        raise ValueError("y and y_hat need one shape and at least one value")


def errors(y, y_hat):
    checked(y, y_hat)
    return np.round(y - y_hat, 2)


def sse(y, y_hat):
    checked(y, y_hat)
    return np.round(np.sum((y - y_hat) ** 2), 2)


def mse(y, y_hat):
    checked(y, y_hat)
    return np.round(np.mean((y - y_hat) ** 2), 2)


def mse_grad(y, y_hat):
    checked(y, y_hat)
    return np.round(2 * (y_hat - y) / len(y), 2)


def l1(y, y_hat):
    checked(y, y_hat)
    return np.round(np.sum(np.abs(y_hat - y)), 2)


def l2(y, y_hat):
    checked(y, y_hat)
    return np.round(np.sum((y_hat - y) ** 2), 2)
