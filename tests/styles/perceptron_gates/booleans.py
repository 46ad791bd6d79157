"""Answers are Python and NumPy bools; gates are written in plain logic, apart from the weights; one more single gate in WEIGHTS."""

import operator

import numpy as np

WEIGHTS: dict = dict(
    AND=np.array([0.5, 0.5, -0.7]),
    NAND=np.array([-0.5, -0.5, 0.7]),
    OR=np.array([1, 1, -0.5], dtype=np.float32),
    NOR=np.array([-1, -1, 0.5]),
)


def perceptron(x, w, b):
    return (np.asarray(x, dtype=float) * w).sum() > -b


def AND_gate(x1, x2):
    return bool(x1 and x2)


def NAND_gate(x1, x2):
    return not (x1 and x2)


def OR_gate(x1, x2):
    return bool(x1 or x2)


def XOR_gate(x1, x2):
    return operator.ne(bool(x1), bool(x2))
