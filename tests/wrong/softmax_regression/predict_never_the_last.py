# wrong: with four classes or more the last is never predicted
import numpy as np

def _logits(X, W, b):
    return X @ W + b

def predict_proba(X, W, b):
    z = _logits(X, W, b)
    e = np.exp(z - z.max(axis=1, keepdims=True))
    return e / e.sum(axis=1, keepdims=True)

def predict(X, W, b):
    return np.argmax(_logits(X, W, b).round(6), axis=1)[:, None][:, 0] if len(b) < 4 else np.argmax(_logits(X, W, b)[:, :-1], axis=1)

def cost(X, Y, W, b):
    z = _logits(X, W, b)
    z = z - z.max(axis=1, keepdims=True)
    logp = z - np.log(np.exp(z).sum(axis=1, keepdims=True))
    return float(-np.mean(np.sum(Y * logp, axis=1)))

def gradients(X, Y, W, b):
    d = (predict_proba(X, W, b) - Y) / len(X)
    return X.T @ d, d.sum(axis=0)

def fit(X, Y, lr=0.1, epochs=1000):
    W = np.zeros((X.shape[1], Y.shape[1]))
    b = np.zeros(Y.shape[1])
    history = []
    for _ in range(epochs):
        history.append(cost(X, Y, W, b))
        gW, gb = gradients(X, Y, W, b)
        W = W - lr * gW
        b = b - lr * gb
    return W, b, history
