# /// misconception
# en = "You update W first and take the gradient of b at the new W. Compute both gradients, then move."
# ko = "W를 먼저 갱신하고 새 W에서 b의 기울기를 구하고 있습니다. 두 기울기를 모두 구한 다음 움직이십시오."
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
    history = []
    for _ in range(epochs):
        history.append(cost(X, Y, W, b))
        dW, db = gradients(X, Y, W, b)
        W = W - lr * dW
        b = b - lr * gradients(X, Y, W, b)[1]
    return W, b, history
