# /// misconception
# en = "Your bias gradients have the shape (1, h) and (1, c). They have the shape of the biases, (h,) and (c,): drop keepdims. See 'What to write'."
# ko = "편향의 기울기의 모양이 (1, h)와 (1, c)입니다. 편향과 같이 (h,)와 (c,)여야 하므로 keepdims를 빼십시오. '작성할 내용'을 보십시오."
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
    return {"W1": X.T @ d1, "b1": d1.sum(axis=0, keepdims=True), "W2": a.T @ d2, "b2": d2.sum(axis=0, keepdims=True)}


def train_step(X, labels, params, lr):
    grads = backward(X, labels, params, forward(X, params)[1])
    return {key: params[key] - lr * grads[key] for key in params}
