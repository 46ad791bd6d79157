from numpy import amax, divide, exp
from numpy import sum as total


def _softmax(x, t=1):
    z = divide(x, t).T
    z = z - amax(z, axis=0)
    e = exp(z)
    return (e / total(e, axis=0)).T


def softmax(x):
    return _softmax(x)


def temperature_softmax(x, t):
    assert_positive(t)
    return _softmax(x, t)


def assert_positive(t):
    match t > 0:
        case False:
            raise ValueError("temperature")
