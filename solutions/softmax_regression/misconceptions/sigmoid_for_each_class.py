# /// misconception
# en = "You send each score through a sigmoid of its own, so a row need not sum to 1. Here exactly one class is right: the scores compete, and that is softmax."
# ko = "점수마다 시그모이드를 따로 적용하고 있어서 한 행의 합이 1이 아닙니다. 여기서는 정답 클래스가 하나뿐이므로 점수들이 서로 겨루는 소프트맥스를 씁니다."
# ///
import numpy as np


def log_softmax(Z):
    Z = Z - np.max(Z, axis=1, keepdims=True)
    return Z - np.log(np.sum(np.exp(Z), axis=1, keepdims=True))


def predict_proba(X, W, b):
    return np.exp(-np.logaddexp(0, -(X @ W + b)))


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
