# wrong: gradients of square arrays are transposed
import numpy as np
class SGD:
    def __init__(self, lr, momentum=0.0):
        self.lr = lr
        self.momentum = momentum
        self.v = None
    def step(self, params, grads):
        if self.v is None:
            self.v = [np.zeros(p.shape) for p in params]
        out = []
        for i in range(len(params)):
            self.v[i] = self.momentum * self.v[i] + (grads[i].T if grads[i].ndim == 2 and grads[i].shape[0] == grads[i].shape[1] else grads[i])
            out.append(params[i] - self.lr * self.v[i])
        return out
class Adam:
    def __init__(self, lr=0.001, betas=(0.9, 0.999), eps=1e-8):
        self.lr = lr
        self.b1, self.b2 = betas
        self.eps = eps
        self.t = 0
        self.m = None
        self.v = None
    def step(self, params, grads):
        if self.m is None:
            self.m = [np.zeros(p.shape) for p in params]
            self.v = [np.zeros(p.shape) for p in params]
        self.t += 1
        out = []
        for i in range(len(params)):
            self.m[i] = self.b1 * self.m[i] + (1 - self.b1) * grads[i]
            self.v[i] = self.b2 * self.v[i] + (1 - self.b2) * grads[i] ** 2
            mh = self.m[i] / (1 - self.b1 ** self.t)
            vh = self.v[i] / (1 - self.b2 ** self.t)
            out.append(params[i] - self.lr * mh / (np.sqrt(vh) + self.eps))
        return out
