from fractions import Fraction
from statistics import mean


def pairs(y, y_hat):
    if y.shape != y_hat.shape or y.shape == (0,):
        raise ValueError
    return [(Fraction(a), Fraction(b)) for a, b in zip(y.tolist(), y_hat.tolist(), strict=True)]


def errors(y, y_hat):
    return tuple(float(a - b) for a, b in pairs(y, y_hat))


def sse(y, y_hat):
    return float(sum((a - b) ** 2 for a, b in pairs(y, y_hat)))


def mse(y, y_hat):
    return float(mean((a - b) ** 2 for a, b in pairs(y, y_hat)))


def mse_grad(y, y_hat):
    p = pairs(y, y_hat)
    return [float(2 * (b - a) / len(p)) for a, b in p]


def l1(y, y_hat):
    return float(sum(abs(a - b) for a, b in pairs(y, y_hat)))


def l2(y, y_hat):
    return float(sum((b - a) ** 2 for a, b in pairs(y, y_hat)))
