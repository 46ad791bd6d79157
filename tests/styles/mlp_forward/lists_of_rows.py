import math
import numpy as np
NAMES = ("identity", "step", "sigmoid", "tanh", "relu", "softmax")
def _sig(v):
    return 1 / (1 + math.exp(-v)) if v >= 0 else math.exp(v) / (1 + math.exp(v))
def _row(s, name):
    if name == "identity": return s
    if name == "step": return [1 if v > 0 else -1 for v in s]
    if name == "sigmoid": return [_sig(v) for v in s]
    if name == "tanh": return [math.tanh(v) for v in s]
    if name == "relu": return [v if v > 0 else 0.0 for v in s]
    m = max(s); e = [math.exp(v - m) for v in s]
    return [v / sum(e) for v in e]
def layer(Z, U, activation):
    if activation not in NAMES: raise ValueError("activation must be one of " + ", ".join(NAMES))
    (n, m), (k, m1) = Z.shape, U.shape
    if m + 1 != m1: raise ValueError(f"{m} + 1 != {m1}")
    out = [_row([U[j, 0] + sum(U[j, i + 1] * z[i] for i in range(m)) for j in range(k)], activation) for z in Z]
    return np.array(out, dtype=float).reshape(n, k)
def forward(X, weights, activations):
    if len(activations) != len(weights): raise ValueError("one activation a layer")
    if not weights: return X
    first, *rest = weights
    Z = layer(X, first, activations[0])
    return forward(Z, rest, list(activations)[1:]) if rest else Z
def predict_class(O):
    best = []
    for row in O:
        k = 0
        for j, v in enumerate(row):
            if v > row[k]: k = j
        best.append(k)
    return np.array(best)
def collapse(weights):
    weights = [w.tolist() for w in weights]
    T = weights[0]
    for U in weights[1:]:
        if len(U[0]) != len(T) + 1: raise ValueError("matrices do not fit")
        T = [[(u[0] if c == 0 else 0) + sum(u[r + 1] * T[r][c] for r in range(len(T))) for c in range(len(T[0]))] for u in U]
    return np.array(T, dtype=np.float64)
