"""Inside, the bias is weight number 0 of a constant input 1; answers are 0-d arrays; XOR is a network of two layers."""

import numpy as np
from typing import NamedTuple


class Triple(NamedTuple):
    w1: float
    w2: float
    b: float


WEIGHTS = {"NAND": Triple(-2, -1.5, 2.5), "OR": Triple(b=-1.0, w1=3.0, w2=2.0), "AND": Triple(1, 1, -1.25)}


def _augmented(x, w, b):
    return np.concatenate(([1.0], x)), np.concatenate(([b], w))


def perceptron(x, w, b):
    inputs, weights = _augmented(x, w, b)
    return np.where(np.einsum("i,i->", inputs, weights) > 0, 1, 0)


def _layer(names, inputs):
    return np.array([perceptron(inputs, np.array(WEIGHTS[name][:2]), WEIGHTS[name].b) for name in names])


def AND_gate(x1, x2):
    return _layer(["AND"], np.array([x1, x2]))[0]


def NAND_gate(x1, x2):
    return _layer(["NAND"], np.array([x1, x2]))[0]


def OR_gate(x1, x2):
    return _layer(["OR"], np.array([x1, x2]))[0]


def XOR_gate(x1, x2):
    hidden = _layer(("NAND", "OR"), np.array([x1, x2]))
    return _layer(("AND",), hidden)[0]
