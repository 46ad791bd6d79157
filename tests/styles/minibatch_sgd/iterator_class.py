import numpy as np
class Loader:
    def __init__(self, n, k, rng): self.n, self.k, self.rng = n, k, rng
    def __iter__(self):
        p = self.rng.permutation(self.n)
        for s in range(0, self.n, self.k): yield p[s:s + self.k]
    def __len__(self): return (self.n + self.k - 1) // self.k
minibatches = lambda n, batch_size, rng: list(Loader(n, batch_size, rng))
def epochs_to_steps(n, batch_size, epochs): return len(Loader(n, batch_size, None)) * epochs
def sgd_linear(X, y, lr, batch_size, epochs, rng):
    loader = Loader(len(X), batch_size, rng)
    w, b = np.zeros(X.shape[-1]), 0.0
    for _ in range(epochs):
        for sel in loader:
            err = (X[sel] * w).sum(1) + b - y[sel]
            w = w - lr * 2 * (X[sel] * err[:, None]).mean(0); b = b - lr * 2 * err.mean()
    return w, b
