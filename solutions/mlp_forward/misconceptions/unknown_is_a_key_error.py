# /// misconception
# en = "A dictionary raises KeyError for an unknown name. The exercise asks for ValueError."
# ko = "딕셔너리는 모르는 이름에 KeyError를 일으킵니다. 이 과제에서는 ValueError가 필요합니다."
# ///
import numpy as np


def softmax(s):
    e = np.exp(s - np.max(s, axis=1, keepdims=True))
    return e / np.sum(e, axis=1, keepdims=True)


def sigmoid(s):
    return np.exp(-np.logaddexp(0, -s))


def step(s):
    return np.where(s > 0, 1.0, -1.0)


def activate(s, activation):
    if activation == "identity":
        return s
    if activation == "step":
        return step(s)
    if activation == "sigmoid":
        return sigmoid(s)
    if activation == "tanh":
        return np.tanh(s)
    if activation == "relu":
        return np.maximum(s, 0)
    if activation == "softmax":
        return softmax(s)
    raise KeyError(activation)


def layer(Z, U, activation):
    if U.shape[1] != Z.shape[1] + 1:
        raise ValueError("shapes")
    return activate(Z @ U[:, 1:].T + U[:, 0], activation)


def forward(X, weights, activations):
    if len(weights) != len(activations):
        raise ValueError("lengths")
    for U, activation in zip(weights, activations):
        X = layer(X, U, activation)
    return X


def predict_class(O):
    return np.argmax(O, axis=1)


def collapse(weights):
    whole = weights[0]
    for U in weights[1:]:
        b = U[:, 1:] @ whole[:, 0] + U[:, 0]
        whole = np.column_stack([b, U[:, 1:] @ whole[:, 1:]])
    return whole
