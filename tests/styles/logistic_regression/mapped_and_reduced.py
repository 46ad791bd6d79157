import math
from functools import reduce
import numpy as np
def _s(t):
    try:
        return 1 / (1 + math.exp(-t))
    except OverflowError:
        return 0.0
def sigmoid(z):
    return np.array(list(map(_s, z)), dtype=float)
def predict_proba(X, w, b):
    return sigmoid([sum(xi * wi for xi, wi in zip(x, w)) + b for x in X.tolist()])
def predict(X, w, b):
    return np.array([1 if q >= 0.5 else 0 for q in predict_proba(X, w, b)])
def bce(p, y):
    total = 0.0
    for q, t in zip(p.tolist(), y.tolist()):
        total -= math.log(max(q if t else 1 - q, 1e-300))
    return total / len(p)
def gradients(X, y, w, b):
    p = predict_proba(X, w, b)
    gw = np.zeros(len(w)); gb = 0.0
    for x, q, t in zip(X, p, y):
        gw += (q - t) * x; gb += q - t
    return gw / len(y), float(gb / len(y))
def fit(X, y, lr=0.1, epochs=1000):
    def go(state, _):
        w, b, h = state
        gw, gb = gradients(X, y, w, b)
        h.append(bce(predict_proba(X, w, b), y))
        return w - lr * gw, b - lr * gb, h
    return reduce(go, range(epochs), (np.zeros(X.shape[1]), 0.0, []))
