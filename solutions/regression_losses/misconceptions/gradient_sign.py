# /// misconception
# en = "Your gradient points the wrong way. It is taken with respect to y_hat, and y - y_hat falls when y_hat rises: the chain rule brings a minus. See 'The formula'."
# ko = "기울기의 방향이 반대입니다. y_hat으로 미분하는데 y_hat이 커지면 y - y_hat은 작아지므로 연쇄 법칙에서 음의 부호가 나옵니다. '수식'을 보십시오."
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
    return 2 * (y - y_hat) / len(y)


def l1(y, y_hat):
    checked(y, y_hat)
    return np.sum(np.abs(y_hat - y))


def l2(y, y_hat):
    checked(y, y_hat)
    return np.sum((y_hat - y) ** 2)
