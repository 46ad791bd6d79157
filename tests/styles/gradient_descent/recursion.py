import math
import sys
from functools import partial

sys.setrecursionlimit(5000)


def loss(u, x, y):
    return math.pow(y - u * x, 2)


def grad(u, x, y):
    inner, outer = -x, 2 * (y - u * x)
    return inner * outer


def descend(u, x, y, lr, steps):
    if steps == 0:
        return [u]
    before = descend(u, x, y, lr, steps - 1)
    slope = partial(grad, x=x, y=y)
    return [*before, before[-1] - lr * slope(before[-1])]


def diverges(x, lr):
    if x == 0:
        return False
    if math.sqrt(lr) * abs(x) == 1:
        return False
    return lr > 1 / x / x
