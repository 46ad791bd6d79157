import numpy as np
class state: pass
def predict_proba(X, W, b):
    z = X @ W + b
    d = np.minimum(z[:, None, :] - z[:, :, None], 700)
    return 1 / np.exp(d).sum(axis=2)
def predict(X, W, b):
    z = X @ W + b
    return (z == z.max(axis=1, keepdims=True)).argmax(axis=1) if z.size else np.zeros(0, int)
def cost(X, Y, W, b):
    z = (X @ W + b) - (Y * (X @ W + b)).sum(axis=1, keepdims=True)
    m = np.maximum(z.max(axis=1, keepdims=True), 0)
    return np.float64((m[:, 0] + np.log(np.exp(z - m).sum(axis=1))).mean())
def gradients(X, Y, W, b):
    r = Y - predict_proba(X, W, b)
    return -(X[:, :, None] * r[:, None, :]).mean(axis=0), -r.mean(axis=0)
def fit(X, Y, lr=0.1, epochs=1000):
    s = state(); s.W = np.zeros((X.shape[1], Y.shape[1])); s.b = np.zeros(Y.shape[1]); s.h = []
    for s.i in range(epochs):
        s.h += [cost(X, Y, s.W, s.b)]
        gW, gb = gradients(X, Y, s.W, s.b)
        s.W, s.b = s.W - gW * lr, s.b - gb * lr
    return s.W, s.b, s.h
