# /// misconception
# en = "You update w first and take the gradient of b at the new w. Both gradients belong to the same point: compute both, then move."
# ko = "w를 먼저 갱신하고 새 w에서 b의 기울기를 구하고 있습니다. 두 기울기는 같은 점에서 구합니다. 둘 다 구한 다음 움직이십시오."
# ///
import numpy as np

EPSILON = 1e-12


def sigmoid(z):
    return 1 / (1 + np.exp(-z))


def predict_proba(X, w, b):
    return sigmoid(X @ w + b)


def predict(X, w, b):
    return (predict_proba(X, w, b) >= 0.5).astype(int)


def bce(p, y):
    p = np.clip(p, EPSILON, 1 - EPSILON)
    return float(-np.mean(y * np.log(p) + (1 - y) * np.log(1 - p)))


def gradients(X, y, w, b):
    errors = predict_proba(X, w, b) - y
    return X.T @ errors / len(y), float(np.mean(errors))


def fit(X, y, lr=0.1, epochs=1000):
    w, b = np.zeros(X.shape[1]), 0.0
    history = []
    for _ in range(epochs):
        history.append(bce(predict_proba(X, w, b), y))
        dw, db = gradients(X, y, w, b)
        w = w - lr * dw
        b = b - lr * gradients(X, y, w, b)[1]
    return w, b, history
