# /// misconception
# en = "You multiply the output error by P (1 - P). Softmax and cross-entropy together give P - T already; nothing more is multiplied. See 'The formula'."
# ko = "출력층의 오차에 P (1 - P)를 곱하고 있습니다. 소프트맥스와 교차 엔트로피를 함께 미분하면 이미 P - T이므로 더 곱할 것이 없습니다. '수식'을 보십시오."
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
    d2 *= cache["p"] * (1 - cache["p"])
    d2 /= n
    d1 = (d2 @ params["W2"].T) * a * (1 - a)
    return {"W1": X.T @ d1, "b1": d1.sum(axis=0), "W2": a.T @ d2, "b2": d2.sum(axis=0)}


def train_step(X, labels, params, lr):
    grads = backward(X, labels, params, forward(X, params)[1])
    return {key: params[key] - lr * grads[key] for key in params}
