import numpy as np
class Sigmoid:
    def __call__(self, z): self.out = 1 / (1 + np.exp(-z)); return self.out
    def back(self, d): return d * self.out * (1 - self.out)
class Affine:
    def __init__(self, W, b): self.W, self.b = W, b
    def __call__(self, x): self.x = x; return x @ self.W + self.b
    def back(self, d): self.dW, self.db = self.x.T @ d, d.sum(axis=0); return d @ self.W.T
class SoftmaxCE:
    def __call__(self, z):
        e = np.exp(z - np.amax(z, -1, keepdims=True)); self.p = e / e.sum(-1, keepdims=True); return self.p
    def back(self, t): return (self.p - np.identity(self.p.shape[1])[t]) / self.p.shape[0]
def forward(X, params):
    layers = Affine(params["W1"], params["b1"]), Sigmoid(), Affine(params["W2"], params["b2"]), SoftmaxCE()
    out = X
    for l in layers: out = l(out)
    return out, {"layers": layers}
def loss(probs, labels):
    eps = np.finfo(float).tiny
    return float(np.average(-np.log(probs[np.arange(len(probs)), labels] + eps)))
def backward(X, labels, params, cache):
    a1, s, a2, sm = cache["layers"]
    a1.back(s.back(a2.back(sm.back(labels))))
    return {"W1": a1.dW, "b1": a1.db, "W2": a2.dW, "b2": a2.db}
def train_step(X, labels, params, lr):
    grads = backward(X, labels, params, forward(X, params)[1])
    return {**{k: params[k] + (-lr) * grads[k] for k in ("W1", "W2")}, **{k: params[k] + (-lr) * grads[k] for k in ("b1", "b2")}}
