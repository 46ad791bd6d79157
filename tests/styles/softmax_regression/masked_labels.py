import numpy as np
def _log_softmax(z):
    z = np.asfortranarray(z, dtype=np.float64)
    s = z - z.max(axis=1, initial=-np.inf, keepdims=True)
    s -= np.log(np.exp(s).sum(axis=1, keepdims=True))
    return s
predict_proba = lambda X, W, b: np.exp(_log_softmax(X @ W + b))
predict = lambda X, W, b: np.argmax(predict_proba(X, W, b), axis=1).astype(np.uint8)
def cost(X, Y, W, b):
    return -(_log_softmax(X @ W + b)[Y.astype(bool)]).mean()
def gradients(X, Y, W, b):
    p = predict_proba(X, W, b)
    p[Y == 1] -= 1
    return np.matmul(X.T, p) / p.shape[0], np.average(p, axis=0)
def fit(X, Y, lr=0.1, epochs=1000):
    theta = [np.zeros((X.shape[1], Y.shape[1])), np.zeros(Y.shape[1])]
    history = []
    for _ in [None] * epochs:
        history.append(float(cost(X, Y, *theta)))
        for t, g in zip(theta, gradients(X, Y, *theta)): t -= lr * g
    return *theta, history
