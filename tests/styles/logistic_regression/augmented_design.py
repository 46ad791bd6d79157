from __future__ import annotations
from dataclasses import dataclass, field
import numpy as np
@dataclass
class Model:
    theta: np.ndarray
    history: list[float] = field(default_factory=list)
    def z(self, A): return A @ self.theta
    def p(self, A): return np.exp(-np.logaddexp(0, -self.z(A)))
    def grad(self, A, y): return A.T @ (self.p(A) - y) / len(A)
    def loss(self, A, y):
        z = self.z(A)
        return float(np.mean(np.logaddexp(0, z) - y * z))
def _bias(X): return np.c_[np.ones(len(X)), X]
def sigmoid(z): return np.exp(-np.logaddexp(0, -np.asfarray(z) if hasattr(np, "asfarray") else -np.asarray(z, float)))
def predict_proba(X, w, b): return Model(np.r_[b, w]).p(_bias(X))
def predict(X, w, b): return (Model(np.r_[b, w]).z(_bias(X)) >= 0) * 1
def bce(p, y): return np.log(np.clip(np.where(y > 0.5, p, 1 - p), 1e-15, 1)).mean() * -1
def gradients(X, y, w, b):
    g = Model(np.r_[b, w]).grad(_bias(X), y)
    return g[1:], g[0]
def fit(X, y, lr=0.1, epochs=1000):
    A = _bias(X)
    m = Model(np.zeros(A.shape[1]))
    for _ in range(epochs):
        m.history.append(m.loss(A, y))
        m.theta = m.theta - lr * m.grad(A, y)
    return m.theta[1:], m.theta[0], m.history
