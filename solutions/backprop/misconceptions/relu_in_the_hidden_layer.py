# /// misconception
# en = "Your hidden layer uses ReLU. This exercise asks for the sigmoid. See 'The formula'."
# ko = "은닉층에 ReLU를 쓰고 있습니다. 이 과제에서는 시그모이드를 씁니다. '수식'을 보십시오."
# ///
import numpy as np


def forward(X, params):
    a = np.maximum(X @ params["W1"] + params["b1"], 0)
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
    d2 /= n
    d1 = (d2 @ params["W2"].T) * (a > 0)
    return {"W1": X.T @ d1, "b1": d1.sum(axis=0), "W2": a.T @ d2, "b2": d2.sum(axis=0)}


def train_step(X, labels, params, lr):
    grads = backward(X, labels, params, forward(X, params)[1])
    return {key: params[key] - lr * grads[key] for key in params}
