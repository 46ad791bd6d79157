# /// misconception
# en = "You write the new values into the old arrays; a copy of the dict still holds the same arrays. Make new arrays. See 'What to write'."
# ko = "새 값을 이전 배열에 써 넣고 있습니다. 딕셔너리를 복사해도 그 안의 배열은 같은 배열입니다. 새 배열을 만드십시오. '작성할 내용'을 보십시오."
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
    new = dict(params)
    for key in new:
        new[key] -= lr * grads[key]
    return new
