"""Keeps every gradient and sums the geometric series anew in each step."""

import numpy as np


def series(history, beta):
    n = len(history)
    return sum(beta ** (n - 1 - k) * g for k, g in enumerate(history))


class SGD:
    def __init__(self, lr, momentum=0.0):
        histories = []

        def step(params, grads):
            histories.append([g.astype(float) for g in grads])
            return [p - lr * series([h[i] for h in histories], momentum) for i, p in enumerate(params)]

        self.step = step


class Adam:
    __slots__ = ("lr", "betas", "eps", "histories")

    def __init__(self, lr=0.001, betas=(0.9, 0.999), eps=1e-8):
        self.lr = lr
        self.betas = betas
        self.eps = eps
        self.histories = None

    def step(self, params, grads):
        self.histories = self.histories or [[] for _ in params]
        result = list(params)
        for i, g in enumerate(grads):
            history = self.histories[i]
            history.append(np.array(g, float))
            t = len(history)
            b1, b2 = self.betas
            m = (1 - b1) * series(history, b1) / (1 - b1**t)
            v = (1 - b2) * series([h**2 for h in history], b2) / (1 - b2**t)
            result[i] = result[i] - self.lr * m / (np.sqrt(v) + self.eps)
        return result
