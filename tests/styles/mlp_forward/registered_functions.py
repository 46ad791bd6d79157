import numpy as np
print("MLP")
F = {}
def act(f): F[f.__name__.strip("_")] = f; return f
@act
def identity(s): return s.copy()
@act
def step(s):
    o = np.full(s.shape, -1, dtype=np.int8); o[s > 0] = 1; return o
@act
def sigmoid(s):
    with np.errstate(over="ignore"): return 1 / (1 + np.exp(-s))
@act
def tanh(s): return np.tanh(s)
@act
def relu(s): return np.where(s > 0, s, 0)
@act
def softmax(s):
    if s.size == 0: return s
    return np.apply_along_axis(lambda r: np.exp(r - r.max()) / np.exp(r - r.max()).sum(), 1, s)
def _check(m, U):
    if U.shape[1] != m + 1: raise ValueError(f"{U.shape} for {m} inputs")
def layer(Z, U, activation):
    if not isinstance(activation, str) or activation not in F: raise ValueError("activation")
    _check(Z.shape[1], U)
    n = len(Z)
    A = np.empty((n, U.shape[1])); A[:, 0] = 1; A[:, 1:] = Z
    return F[activation]((U @ A.T).T)
def forward(X, weights, activations):
    if len(weights) != len(activations): raise ValueError("as many")
    Z = np.array(X)
    for i in range(len(weights)): Z = layer(Z, weights[i], activations[i])
    return Z
def predict_class(O): return np.nonzero(np.cumsum(O == O.max(axis=1, keepdims=True), axis=1) * (O == O.max(axis=1, keepdims=True)) == 1)[1]
def collapse(weights):
    d = weights[0].shape[1] - 1
    probe = np.vstack([np.zeros(d), np.eye(d)])
    out = forward(probe, weights, ["identity"] * len(weights))
    return np.concatenate([out[:1], out[1:] - out[:1]]).T
