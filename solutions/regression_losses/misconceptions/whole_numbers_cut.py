# /// misconception
# en = "Your results are stored in an array with the dtype of y. Where y holds integers, fractions are cut off: let NumPy choose the dtype of the result."
# ko = "결과를 y와 dtype이 같은 배열에 저장하고 있어서 y가 정수이면 소수 부분이 잘립니다. 결과의 dtype은 NumPy가 정하게 하십시오."
# ///
import numpy as np


def checked(y, y_hat):
    if y.shape != y_hat.shape or y.size == 0:
        raise ValueError("y and y_hat need one shape and at least one value")


def errors(y, y_hat):
    checked(y, y_hat)
    result = np.zeros_like(y)
    result[:] = y - y_hat
    return result


def sse(y, y_hat):
    checked(y, y_hat)
    return np.sum((y - y_hat) ** 2)


def mse(y, y_hat):
    checked(y, y_hat)
    return np.mean((y - y_hat) ** 2)


def mse_grad(y, y_hat):
    checked(y, y_hat)
    result = np.zeros_like(y)
    result[:] = 2 * (y_hat - y) / len(y)
    return result


def l1(y, y_hat):
    checked(y, y_hat)
    return np.sum(np.abs(y_hat - y))


def l2(y, y_hat):
    checked(y, y_hat)
    return np.sum((y_hat - y) ** 2)
