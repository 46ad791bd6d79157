from __future__ import annotations

import functools

import numpy as np

print("cross-entropy, ready")


def fits(*rules):
    """Refuse arguments whose shapes break one of the rules."""

    def decorate(function):
        @functools.wraps(function)
        def checked(a, b):
            for rule in rules:
                if not rule(a.shape, b.shape):
                    raise ValueError(f"{function.__name__}: shapes {a.shape} and {b.shape} do not fit")
            return function(a, b)

        return checked

    return decorate


same = fits(lambda a, b: a == b)
labelled = fits(lambda a, b: len(a) == 2, lambda a, b: b == a[:1])


@same
def cross_entropy(probs, targets):
    chosen = probs[targets.astype(bool)]
    return np.mean(-np.log(np.maximum(chosen, np.finfo(float).tiny)))


@same
def binary_cross_entropy(p, y):
    right = np.where(y == 1, p, 1 - p)
    return np.mean(np.where(right > 0, -np.log(np.where(right > 0, right, 1.0)), 745.0))


@labelled
def cross_entropy_from_logits(logits, labels):
    z = logits.astype(np.float64)
    return (np.logaddexp.reduce(z, axis=1) - np.take_along_axis(z, labels[:, None], axis=1)[:, 0]).mean()


@labelled
def cross_entropy_grad(logits, labels):
    z = logits.astype(np.float64)
    probs = np.exp(z - np.logaddexp.reduce(z, axis=1, keepdims=True))
    np.subtract.at(probs, (np.arange(len(z)), labels), 1)
    return probs / len(z)
