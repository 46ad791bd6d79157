"""Exact arithmetic, rounded once at the end; long walks in floats, whose denominators would explode."""

from fractions import Fraction as F
from functools import wraps


def exact(function):
    @wraps(function)
    def inner(u, x, y):
        return float(function(F(u), F(x), F(y)))

    return inner


@exact
def loss(u, x, y):
    return (y - u * x) ** 2


@exact
def grad(u, x, y):
    return -2 * x * (y - u * x)


def descend(u, x, y, lr, steps):
    ws = [u]
    while len(ws) <= steps:
        ws += [ws[-1] + lr * 2 * x * (y - ws[-1] * x)]
    return ws


def diverges(x, lr):
    return F(lr) * F(x) ** 2 > 1
