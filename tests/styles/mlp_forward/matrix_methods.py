from __future__ import annotations
import numpy as np, operator, itertools as it
from typing import Callable
class Net:
    table: dict[str, Callable] = {}
    @classmethod
    def layer(cls, Z, U, activation):
        try: f = cls.table[activation]
        except KeyError as e: raise ValueError(*e.args) from e
        if operator.ne(np.shape(U)[1], np.shape(Z)[1] + 1): raise ValueError("m")
        return f(np.asarray(np.asmatrix(U) * np.asmatrix(np.vstack([np.ones(len(Z)), np.asarray(Z).T]))).T)
    @staticmethod
    def collapse(weights):
        acc = list(it.accumulate(weights, Net._two))
        return acc[-1]
    @staticmethod
    def _two(first, second):
        k, m1 = second.shape
        if m1 != first.shape[0] + 1: raise ValueError("chain")
        return np.array([[second[i, 0] * (j == 0) + sum(second[i, r + 1] * first[r, j] for r in range(m1 - 1)) for j in range(first.shape[1])] for i in range(k)])
def _soft(s):
    z = s - np.amax(s, 1, keepdims=True)
    return np.exp(z - np.log(np.sum(np.exp(z), 1, keepdims=True)))
Net.table |= {"identity": np.asarray, "step": np.vectorize(lambda v: 1 if v > 0 else -1, otypes=[np.int8]), "relu": lambda s: np.where(np.signbit(s), 0, s),
              "tanh": lambda s: np.sign(s) * -np.expm1(-2 * abs(s)) / (1 + np.exp(-2 * abs(s))), "sigmoid": np.vectorize(lambda v: np.exp(-np.logaddexp(0, -v)), otypes=[float]), "softmax": _soft}
layer, collapse = Net.layer, Net().collapse
def forward(X, weights, activations):
    match (len(weights), len(activations)):
        case (a, b) if a == b: pass
        case _: raise ValueError("lengths differ")
    *_, out = it.accumulate(zip(weights, activations), lambda Z, p: layer(Z, *p), initial=X)
    return out
def predict_class(O): return np.argmax(O, axis=1).astype(float)
