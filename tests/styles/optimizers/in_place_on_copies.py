import numpy as np


class SGD:
    def __init__(self, lr, momentum=0.0):
        self.lr, self.mu, self.buffers = lr, momentum, {}

    def step(self, params, grads):
        out = [np.array(p, dtype=np.float64) for p in params]
        for k in range(len(out)):
            # the learning rate inside the velocity: the same for a constant one
            buffer = self.buffers.setdefault(k, np.zeros_like(out[k]))
            buffer *= self.mu
            buffer -= self.lr * grads[k]
            out[k] += buffer
        return out


class Adam:
    def __init__(self, lr=0.001, betas=(0.9, 0.999), eps=1e-8):
        self.lr, self.betas, self.eps, self.k, self.memory = lr, betas, eps, 0, []

    def step(self, params, grads):
        self.k += 1
        if self.k == 1:
            self.memory = [np.zeros((2, *np.shape(p))) for p in params]
        b1, b2 = self.betas
        rate = self.lr * np.sqrt(1 - b2**self.k) / (1 - b1**self.k)
        out = []
        for p, g, mv in zip(params, grads, self.memory):
            mv[0] += (1 - b1) * (g - mv[0])
            mv[1] += (1 - b2) * (np.square(g, dtype=np.float64) - mv[1])
            out.append(p - rate * mv[0] / (np.sqrt(mv[1]) + self.eps * np.sqrt(1 - b2**self.k)))
        return out
