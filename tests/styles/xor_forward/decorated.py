"""Decorators, einsum, a sign with its zero repaired, a search over lines, and a print at import."""

import functools
import itertools
import sys

import numpy as np

print("importing xor_forward")
print("weights follow", file=sys.stderr)

U1, U2 = np.array([[5.0, -10.0, -10.0], [-15.0, 10.0, 10.0]]), np.array([[-1.0, -2.0, -2.0]])


def with_ones(function):
    @functools.wraps(function)
    def wrapper(X, *weights):
        ones = np.ones(len(X))
        return function(np.column_stack([ones, X]), *weights)

    return wrapper


def step(s):
    signs = np.sign(np.array(s, dtype=float))
    signs[signs == 0] = -1.0
    return signs


@with_ones
def layer(augmented, U):
    return step(np.einsum("nd,md->nm", augmented, U))


hidden = layer


def forward(X, U1, U2):
    return np.squeeze(layer(layer(X, U1), U2), axis=1)


@functools.cache
def _possible():
    corners = list(itertools.product((0, 1), repeat=2))
    grid = [k / 2 for k in range(-5, 6)]
    return {
        tuple(1 if w1 * x1 + w2 * x2 + b > 0 else -1 for x1, x2 in corners)
        for w1, w2, b in itertools.product(grid, repeat=3)
    }


def linearly_separable(y):
    return tuple(int(label) for label in y) in _possible()
