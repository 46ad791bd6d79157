# /// misconception
# en = "You subtract with -=, which overwrites the caller's y and cannot store fractions in an array of integers. y - y_hat makes a new array."
# ko = "-=로 빼고 있어서 호출한 쪽의 y가 바뀌고, 정수 배열에는 소수를 저장할 수도 없습니다. y - y_hat은 새 배열을 만듭니다."
# ///
import numpy as np


def checked(y, y_hat):
    if y.shape != y_hat.shape or y.size == 0:
        raise ValueError("y and y_hat need one shape and at least one value")


def errors(y, y_hat):
    checked(y, y_hat)
    y -= y_hat
    return y


def sse(y, y_hat):
    return np.sum(errors(y, y_hat) ** 2)


def mse(y, y_hat):
    return np.mean(errors(y, y_hat) ** 2)


def mse_grad(y, y_hat):
    return -2 * errors(y, y_hat) / len(y)


def l1(y, y_hat):
    return np.sum(np.abs(errors(y, y_hat)))


def l2(y, y_hat):
    return np.sum(errors(y, y_hat) ** 2)
