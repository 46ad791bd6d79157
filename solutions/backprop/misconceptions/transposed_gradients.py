# /// misconception
# en = "Your weight gradients lie on their side: (h, d) and (c, h). A gradient has the shape of its parameter. See 'Hint 1'."
# ko = "가중치의 기울기의 모양이 (h, d)와 (c, h)로, 전치되어 있습니다. 기울기의 모양은 파라미터의 모양과 같아야 합니다. '힌트 1'을 보십시오."
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
    d2 /= n
    d1 = (d2 @ params["W2"].T) * a * (1 - a)
    return {"W1": d1.T @ X, "b1": d1.sum(axis=0), "W2": d2.T @ a, "b2": d2.sum(axis=0)}


def train_step(X, labels, params, lr):
    grads = backward(X, labels, params, forward(X, params)[1])
    return {key: params[key] - lr * grads[key] for key in params}
