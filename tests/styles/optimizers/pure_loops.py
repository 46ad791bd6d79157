import math

import numpy as np


class SGD:
    def __init__(self, lr, momentum=0.0):
        self.lr = lr
        self.momentum = momentum
        self.velocity = {}

    def step(self, params, grads):
        result = []
        for k, p in enumerate(params):
            new = np.empty(p.shape)
            for place in np.ndindex(p.shape):
                v = self.momentum * self.velocity.get((k, place), 0.0) + float(grads[k][place])
                self.velocity[k, place] = v
                new[place] = float(p[place]) - self.lr * v
            result.append(new.tolist())
        return result


class Adam:
    def __init__(self, lr=0.001, betas=(0.9, 0.999), eps=1e-8):
        self.lr = lr
        self.b1 = betas[0]
        self.b2 = betas[1]
        self.eps = eps
        self.c1 = self.c2 = 1.0
        self.first = {}
        self.second = {}

    def step(self, params, grads):
        self.c1 *= self.b1
        self.c2 *= self.b2
        result = []
        for k, p in enumerate(params):
            new = np.empty(p.shape)
            for place in np.ndindex(p.shape):
                g = float(grads[k][place])
                m = self.b1 * self.first.get((k, place), 0.0) + (1 - self.b1) * g
                v = self.b2 * self.second.get((k, place), 0.0) + (1 - self.b2) * g * g
                self.first[k, place] = m
                self.second[k, place] = v
                new[place] = float(p[place]) - self.lr * (m / (1 - self.c1)) / (math.sqrt(v / (1 - self.c2)) + self.eps)
            result.append(new)
        return result
