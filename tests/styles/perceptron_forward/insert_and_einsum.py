import numpy as np

print("forward, march")


def step(s):
    return 2 * (s > 0) - 1


def add_bias(X):
    return np.insert(X.astype(np.float64), 0, 1.0, axis=1)


def perceptron_forward(X, u):
    Xb = add_bias(X)
    if np.shape(u) != (Xb.shape[-1],):
        raise ValueError
    return step(np.einsum("j,ij->i", u, Xb))
