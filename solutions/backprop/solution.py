"""Backpropagation by hand: the model answer."""

import numpy as np

# Far below any probability that matters, and its logarithm is finite.
EPSILON = 1e-12


def forward(X: np.ndarray, params: dict[str, np.ndarray]) -> tuple[np.ndarray, dict[str, np.ndarray]]:
    """(n, d) -> probabilities (n, c), and the cache: the hidden activations "A1" (n, h) and the probabilities "P"."""
    hidden = 1 / (1 + np.exp(-(X @ params["W1"] + params["b1"])))
    exponentials = np.exp(hidden @ params["W2"] + params["b2"])
    probs = exponentials / exponentials.sum(axis=1, keepdims=True)
    return probs, {"A1": hidden, "P": probs}


def loss(probs: np.ndarray, labels: np.ndarray) -> float:
    """Mean cross-entropy of probabilities (n, c) for class numbers (n,)."""
    of_truth = probs[np.arange(len(labels)), labels]
    return float(-np.mean(np.log(np.maximum(of_truth, EPSILON))))


def backward(X: np.ndarray, labels: np.ndarray, params: dict[str, np.ndarray], cache: dict[str, np.ndarray]) -> dict[str, np.ndarray]:
    """The gradients of the mean loss, keyed and shaped as params."""
    hidden = cache["A1"]
    delta2 = cache["P"].copy()
    delta2[np.arange(len(labels)), labels] -= 1
    delta2 /= len(labels)
    delta1 = (delta2 @ params["W2"].T) * hidden * (1 - hidden)
    return {"W1": X.T @ delta1, "b1": delta1.sum(axis=0), "W2": hidden.T @ delta2, "b2": delta2.sum(axis=0)}


def train_step(X: np.ndarray, labels: np.ndarray, params: dict[str, np.ndarray], lr: float) -> dict[str, np.ndarray]:
    """New parameters, one step of gradient descent on."""
    _, cache = forward(X, params)
    grads = backward(X, labels, params, cache)
    return {key: value - lr * grads[key] for key, value in params.items()}
