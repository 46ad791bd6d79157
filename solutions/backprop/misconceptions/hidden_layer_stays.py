# /// misconception
# en = "Your step moves the output layer only. The hidden layer is trained as well: that is what backpropagation is for. See 'The idea'."
# ko = "출력층만 움직이고 있습니다. 은닉층도 학습시켜야 하며, 역전파는 바로 이를 위한 것입니다. '핵심 아이디어'를 보십시오."
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
    return {"W1": X.T @ d1, "b1": d1.sum(axis=0), "W2": a.T @ d2, "b2": d2.sum(axis=0)}


def train_step(X, labels, params, lr):
    grads = backward(X, labels, params, forward(X, params)[1])
    return {key: params[key] - lr * grads[key] * key.endswith("2") for key in params}
