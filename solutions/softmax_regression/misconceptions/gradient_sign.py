# /// misconception
# en = "Your gradients have the wrong sign: they are built from Y - P instead of P - Y."
# ko = "기울기의 부호가 반대입니다. P - Y가 아니라 Y - P로 계산했습니다."
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
    errors = (Y - np.exp(log_softmax(X @ W + b))) / len(X)
    return X.T @ errors, np.sum(errors, axis=0)


def fit(X, Y, lr=0.1, epochs=1000):
    W, b = np.zeros((X.shape[1], Y.shape[1])), np.zeros(Y.shape[1])
    history = []
    for _ in range(epochs):
        history.append(cost(X, Y, W, b))
        dW, db = gradients(X, Y, W, b)
        W, b = W + lr * dW, b + lr * db
    return W, b, history
