# /// misconception
# en = "All your gradients have the wrong sign: the error is probabilities minus one-hot, not the other way round. See 'The formula'."
# ko = "모든 기울기의 부호가 반대입니다. 원-핫에서 확률을 빼는 것이 아니라 확률에서 원-핫을 빼야 합니다. '수식'을 보십시오."
# ///
import numpy as np


def forward(X, params):
    a = 1 / (1 + np.exp(-(X @ params["W1"] + params["b1"])))
    e = np.exp(a @ params["W2"] + params["b2"])
    p = e / e.sum(axis=1, keepdims=True)
    return p, {"a": a, "p": p}


def loss(probs, labels):
    return -np.mean(np.log(probs[np.arange(len(labels)), labels] + 1e-12))


def backward(X, labels, params, cache):
    n = len(labels)
    a = cache["a"]
    d2 = cache["p"].copy()
    d2[np.arange(n), labels] -= 1
    d2 /= -n
    d1 = (d2 @ params["W2"].T) * a * (1 - a)
    return {"W1": X.T @ d1, "b1": d1.sum(axis=0), "W2": a.T @ d2, "b2": d2.sum(axis=0)}


def train_step(X, labels, params, lr):
    grads = backward(X, labels, params, forward(X, params)[1])
    return {key: params[key] - lr * grads[key] for key in params}
