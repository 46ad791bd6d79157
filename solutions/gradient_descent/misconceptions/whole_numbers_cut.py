# /// misconception
# en = "You store the weights in an array with the type of the start, so a start of 3 makes all weights whole numbers. A list keeps each as it is."
# ko = "처음 값과 같은 자료형의 배열에 가중치를 저장하고 있어서 3에서 시작하면 모두 정수가 됩니다. 리스트에는 값이 그대로 담깁니다."
# ///
import numpy as np


def loss(u, x, y):
    return (y - u * x) ** 2


def grad(u, x, y):
    return -2 * x * (y - u * x)


def descend(u, x, y, lr, steps):
    weights = np.full(steps + 1, u)
    for i in range(steps):
        weights[i + 1] = weights[i] - lr * grad(weights[i], x, y)
    return weights


def diverges(x, lr):
    return lr * x**2 > 1
