# /// misconception
# en = "Your softmax runs down the columns, over the samples. It runs along each row, over the classes: axis=1."
# ko = "소프트맥스를 열을 따라, 곧 샘플에 대해 적용하고 있습니다. 행을 따라, 곧 클래스에 대해 적용해야 합니다. axis=1입니다."
# ///
import numpy as np


def log_softmax(Z):
    Z = Z - np.max(Z, axis=0, keepdims=True, initial=-1e300)
    return Z - np.log(np.maximum(np.sum(np.exp(Z), axis=0, keepdims=True), 1e-300))


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
        W, b = W - lr * dW, b - lr * db
    return W, b, history
