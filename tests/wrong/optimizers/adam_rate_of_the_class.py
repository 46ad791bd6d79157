# wrong: the learning rate belongs to the class
import numpy as np


class SGD:
    def __init__(self, lr, momentum=0.0):
        self.lr, self.momentum = lr, momentum
        self.v = None

    def step(self, params, grads):
        if self.v is None:
            self.v = [np.zeros(np.shape(p)) for p in params]
        self.v = [self.momentum * v + g for v, g in zip(self.v, grads, strict=False)]
        return [p - self.lr * v for p, v in zip(params, self.v, strict=False)]


class Adam:
    def __init__(self, lr=0.001, betas=(0.9, 0.999), eps=1e-8):
        Adam.lr, self.betas, self.eps = lr, betas, eps
        self.t = 0
        self.m = self.s = None

    def step(self, params, grads):
        b1, b2 = self.betas
        if self.m is None:
            self.m = [np.zeros(np.shape(p)) for p in params]
            self.s = [np.zeros(np.shape(p)) for p in params]
        self.t += 1
        out = []
        for i, (p, g) in enumerate(zip(params, grads, strict=False)):
            self.m[i] = b1 * self.m[i] + (1 - b1) * g
            self.s[i] = b2 * self.s[i] + (1 - b2) * g * g
            mh = self.m[i] / (1 - b1**self.t)
            sh = self.s[i] / (1 - b2**self.t)
            out.append(p - self.lr * mh / (np.sqrt(sh) + self.eps))
        return out
