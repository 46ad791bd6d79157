# /// misconception
# en = "You add up the losses of the samples. The loss is their mean, so that it does not grow with the batch. See 'The formula'."
# ko = "샘플의 손실을 모두 더하고 있습니다. 배치가 커져도 손실이 커지지 않도록 평균을 구해야 합니다. '수식'을 보십시오."
# ///
import numpy as np


def forward(X, params):
    a = 1 / (1 + np.exp(-(X @ params["W1"] + params["b1"])))
    e = np.exp(a @ params["W2"] + params["b2"])
    p = e / e.sum(axis=1, keepdims=True)
    return p, {"a": a, "p": p}


def loss(probs, labels):
    return -np.sum(np.log(probs[np.arange(len(labels)), labels] + 1e-12))


def backward(X, labels, params, cache):
    n = len(labels)
    a = cache["a"]
    d2 = cache["p"].copy()
    d2[np.arange(n), labels] -= 1
    d2 /= n
    d1 = (d2 @ params["W2"].T) * a * (1 - a)
    return {"W1": X.T @ d1, "b1": d1.sum(axis=0), "W2": a.T @ d2, "b2": d2.sum(axis=0)}


def train_step(X, labels, params, lr):
    grads = backward(X, labels, params, forward(X, params)[1])
    return {key: params[key] - lr * grads[key] for key in params}
