# /// misconception
# en = "You stop as soon as the cost hardly falls. Here all epochs are run, and the history has as many entries."
# ko = "비용이 거의 줄지 않으면 멈추고 있습니다. 여기서는 에포크를 모두 실행하며 history의 길이도 그와 같습니다."
# ///
import numpy as np


def predict(X, w, b):
    return X @ w + b


def cost(X, y, w, b):
    return np.mean((X @ w + b - y) ** 2)


def gradients(X, y, w, b):
    difference = X @ w + b - y
    return 2 * X.T @ difference / len(y), 2 * np.mean(difference)


def fit(X, y, lr=1e-5, epochs=1000):
    w, b = np.zeros(X.shape[1]), 0.0
    history = []
    for _ in range(epochs):
        history.append(cost(X, y, w, b))
        if len(history) > 1 and abs(history[-2] - history[-1]) < 1e-2:
            break
        slopes, offset = gradients(X, y, w, b)
        w = w - lr * slopes
        b = b - lr * offset
    return w, b, history


def normal_equation(X, y):
    A = np.column_stack([X, np.ones(len(X))])
    found = np.linalg.pinv(A) @ y
    return found[:-1], found[-1]
