# wrong: the learning rate is halved when the cost rises
import numpy as np

def _logits(X, W, b):
    return X @ W + b

def predict_proba(X, W, b):
    z = _logits(X, W, b)
    e = np.exp(z - z.max(axis=1, keepdims=True))
    return e / e.sum(axis=1, keepdims=True)

def predict(X, W, b):
    return np.argmax(_logits(X, W, b), axis=1)

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
        if len(history) > 1 and history[-1] > history[-2]: lr = lr / 2
        gW, gb = gradients(X, Y, W, b)
        W = W - lr * gW
        b = b - lr * gb
    return W, b, history
