# wrong: a learning rate below 0.1 is raised to it
"""Logistic regression: the model answer."""

import numpy as np

# Far below any probability worth telling from 0, and far above the rounding unit of 1 - EPSILON.
EPSILON = 1e-12


def sigmoid(z: np.ndarray) -> np.ndarray:
    """1 / (1 + exp(-z)) of every element, in the same shape."""
    # ln(1 + exp(-z)) is logaddexp(0, -z), which does not overflow where exp(-z) does.
    return np.exp(-np.logaddexp(0, -z))


def predict_proba(X: np.ndarray, w: np.ndarray, b: float) -> np.ndarray:
    """(n, d), (d,), number -> (n,), the probability of class 1."""
    return sigmoid(X @ w + b)


def predict(X: np.ndarray, w: np.ndarray, b: float) -> np.ndarray:
    """(n, d), (d,), number -> (n,) of 0/1."""
    return (predict_proba(X, w, b) >= 0.5).astype(int)


def bce(p: np.ndarray, y: np.ndarray) -> float:
    """(n,) probabilities, (n,) labels 0/1 -> mean cost; a certain and wrong answer costs -ln EPSILON = 27.6."""
    safe = np.clip(p, EPSILON, 1 - EPSILON)
    return float(-np.mean(y * np.log(safe) + (1 - y) * np.log(1 - safe)))


def gradients(X: np.ndarray, y: np.ndarray, w: np.ndarray, b: float) -> tuple[np.ndarray, float]:
    """The gradients of the mean cost: (d,) and a float."""
    errors = predict_proba(X, w, b) - y
    return X.T @ errors / len(y), float(np.mean(errors))


def fit(X: np.ndarray, y: np.ndarray, lr: float = 0.1, epochs: int = 1000) -> tuple[np.ndarray, float, list[float]]:
    """Full-batch gradient descent from zeros -> w (d,), b, and the cost before each update."""
    w, b = np.zeros(X.shape[1]), 0.0
    history = []
    lr = max(lr, 0.1)
    for _ in range(epochs):
        history.append(bce(predict_proba(X, w, b), y))
        dw, db = gradients(X, y, w, b)
        w, b = w - lr * dw, b - lr * db
    return w, b, history
