# wrong: probabilities below 1e-3 are raised to 1e-3, which shows only where a true class is unlikely
import numpy as np
def sigmoid(z):
    return 1 / (1 + np.exp(-z))
def forward(X, params):
    z1 = X @ params["W1"] + params["b1"]
    a1 = sigmoid(z1)
    z2 = a1 @ params["W2"] + params["b2"]
    e = np.exp(z2 - z2.max(axis=1, keepdims=True))
    probs = e / e.sum(axis=1, keepdims=True)
    return probs, {"z1": z1, "a1": a1, "z2": z2, "probs": probs}
def loss(probs, labels):
    p = probs[np.arange(len(labels)), labels]
    return -np.mean(np.log(np.clip(p, 1e-3, 1)))
def backward(X, labels, params, cache):
    n = X.shape[0]
    Y = np.zeros_like(cache["probs"])
    Y[np.arange(n), labels] = 1
    d2 = (cache["probs"] - Y) / n
    gW2 = cache["a1"].T @ d2
    gb2 = d2.sum(axis=0)
    d1 = d2 @ params["W2"].T * cache["a1"] * (1 - cache["a1"])
    gW1 = X.T @ d1
    gb1 = d1.sum(axis=0)
    return {"W1": gW1, "b1": gb1, "W2": gW2, "b2": gb2}
def train_step(X, labels, params, lr):
    probs, cache = forward(X, params)
    g = backward(X, labels, params, cache)
    return {k: params[k] - lr * g[k] for k in params}
