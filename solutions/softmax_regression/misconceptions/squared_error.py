# /// misconception
# en = "You measure the squared error of the probabilities. The cost of this exercise is cross-entropy."
# ko = "확률의 제곱 오차를 구하고 있습니다. 이 과제의 비용은 교차 엔트로피입니다."
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
    return float(np.mean(np.sum((np.exp(log_softmax(X @ W + b)) - Y) ** 2, axis=1)))


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
