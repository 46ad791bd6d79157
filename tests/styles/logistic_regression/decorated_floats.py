import functools
import numpy as np
def floats(f):
    @functools.wraps(f)
    def g(*args, **kw):
        return f(*(np.array(a, dtype=np.float64) if isinstance(a, np.ndarray) else a for a in args), **{k: np.array(v, dtype=float) if isinstance(v, np.ndarray) else v for k, v in kw.items()})
    return g
@floats
def sigmoid(z):
    out = np.zeros_like(z)
    pos = z >= 0
    out[pos] = 1 / (1 + np.exp(-z[pos]))
    out[~pos] = (e := np.exp(z[~pos])) / (1 + e)
    return out
@floats
def predict_proba(X, w, b):
    return sigmoid(w @ X.T + b)
@floats
def predict(X, w, b):
    return (0.5 <= predict_proba(X, w, b)).astype("u1")
@floats
def bce(p, y):
    tiny = np.nextafter(0, 1)
    return (-(y * np.log(p + tiny)) - (1 - y) * np.log((1 - p) + tiny)).sum() / p.size
@floats
def gradients(X, y, w, b):
    d = sigmoid(X @ w + b) - y
    return np.mean(X * d[:, None], 0), np.mean(d)
@floats
def fit(X, y, lr=0.1, epochs=1000):
    w = np.zeros((d := X.shape[1],)); b = np.zeros(1); h = []
    while len(h) < epochs:
        h.append(np.float64(bce(sigmoid(X @ w + b), y)))
        (dw, db) = gradients(X, y, w, b)
        w, b = w - lr * dw, b - lr * db
    return w, b.item(), h
