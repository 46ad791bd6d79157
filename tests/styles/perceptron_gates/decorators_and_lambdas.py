"""Decorated functions, float answers, NumPy floats as weights, and a print at import."""

import functools

import numpy as np

print("perceptron_gates is being imported")

WEIGHTS = {name: tuple(np.float64(number) for number in triple) for name, triple in {
    "OR": (30.0, 7.25, -1e-3), "AND": (0.1, 0.1, -0.15), "NAND": (-3e5, -2e5, 4.5e5)}.items()}  # fmt: skip


def counted(function):
    @functools.wraps(function)
    def wrapper(*args, **kwargs):
        wrapper.calls += 1
        return function(*args, **kwargs)

    wrapper.calls = 0
    return wrapper


def as_float(function):
    return functools.wraps(function)(lambda *args: float(function(*args)))


@counted
@as_float
def perceptron(x, w, b):
    return np.heaviside(np.inner(x, w) + b, 0.0)


def make(name):
    @counted
    def gate(x1, x2):
        *w, b = WEIGHTS[name]
        return perceptron(np.array([x1, x2]), np.array(w), b)

    gate.__name__ = f"{name}_gate"
    return gate


AND_gate, NAND_gate, OR_gate = map(make, ("AND", "NAND", "OR"))
XOR_gate = functools.lru_cache(maxsize=None)(lambda x1, x2: AND_gate(NAND_gate(x1, x2), OR_gate(x1, x2)))
