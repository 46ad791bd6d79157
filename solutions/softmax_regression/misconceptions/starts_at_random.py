# /// misconception
# en = "fit starts from random weights. Here it starts from zeros; a single layer does not need different starting points."
# ko = "fit이 무작위 가중치에서 시작합니다. 여기서는 0에서 시작합니다. 층이 하나이면 서로 다른 출발점이 필요하지 않습니다."
# ///
import numpy as np


def log_softmax(Z):
    Z = Z - np.max(Z, axis=1, keepdims=True)
    return Z - np.log(np.sum(np.exp(Z), axis=1, keepdims=True))


def predict_proba(X, W, b):
    return np.exp(log_softmax(X @ W + b))


def predict(X, W, b):
    return np.argmax(X @ W + b, axis=1)


def cost(X, Y, W, b):
    return float(-np.mean(np.sum(Y * log_softmax(X @ W + b), axis=1)))


def gradients(X, Y, W, b):
    errors = (np.exp(log_softmax(X @ W + b)) - Y) / len(X)
    return X.T @ errors, np.sum(errors, axis=0)


def fit(X, Y, lr=0.1, epochs=1000):
    W, b = np.zeros((X.shape[1], Y.shape[1])), np.zeros(Y.shape[1])
    W = np.random.default_rng(0).normal(0.0, 0.1, W.shape)
    history = []
    for _ in range(epochs):
        history.append(cost(X, Y, W, b))
        dW, db = gradients(X, Y, W, b)
        W, b = W - lr * dW, b - lr * db
    return W, b, history
