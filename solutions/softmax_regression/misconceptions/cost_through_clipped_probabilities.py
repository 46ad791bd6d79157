# /// misconception
# en = "You calculate probabilities and clip them before the logarithm, so no sample costs more than 27.6. The right cost can be 20 000: take the logarithm from the logits."
# ko = "확률을 구해 자른 뒤 로그를 취하고 있어서 한 샘플의 비용이 27.6을 넘지 못합니다. 올바른 비용은 20,000일 수도 있습니다. 로짓에서 바로 로그를 구하십시오."
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
    P = np.clip(np.exp(log_softmax(X @ W + b)), 1e-12, 1)
    return float(-np.mean(np.sum(Y * np.log(P), axis=1)))


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
