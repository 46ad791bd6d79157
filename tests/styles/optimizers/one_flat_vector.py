import numpy as np
def flatten(arrs): return np.concatenate([np.ravel(a) for a in arrs]).astype(float) if len(arrs) else np.zeros(0)
def unflatten(v, like):
    out, k = [], 0
    for a in like:
        out.append(v[k:k + a.size].reshape(a.shape)); k += a.size
    return out
class SGD:
    v = 0.0
    def __init__(self, lr, momentum=0.0): self.lr, self.momentum = lr, momentum
    def step(self, params, grads):
        self.v = self.v * self.momentum + flatten(grads)
        return unflatten(flatten(params) - self.lr * self.v, params)
class Adam:
    m, v, t = 0.0, 0.0, 0
    def __init__(self, lr=0.001, betas=(0.9, 0.999), eps=1e-8): self.lr, self.betas, self.eps = lr, betas, eps
    def step(self, params, grads):
        g = flatten(grads); self.t += 1
        self.m = np.average([self.m * np.ones_like(g), g], axis=0, weights=[self.betas[0], 1 - self.betas[0]])
        self.v = self.betas[1] * self.v + (1 - self.betas[1]) * g ** 2
        mh, vh = self.m / (1 - np.power(self.betas[0], self.t)), self.v / (1 - np.power(self.betas[1], self.t))
        return unflatten(flatten(params) - self.lr * mh / (vh ** .5 + self.eps), params)
