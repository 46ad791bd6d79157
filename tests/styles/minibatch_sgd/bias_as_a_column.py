import numpy as np
def minibatches(n, batch_size, rng):
    order = rng.permutation(n)
    return [order[j * batch_size:(j + 1) * batch_size] for j in range(epochs_to_steps(n, batch_size, 1))]
def epochs_to_steps(n, batch_size, epochs):
    return int((n - 1) // batch_size + 1) * epochs
def sgd_linear(X, y, lr, batch_size, epochs, rng):
    A = np.hstack((X, np.ones((X.shape[0], 1)))).astype(float)
    u = np.zeros((A.shape[1],))
    for _ in range(epochs):
        for i in minibatches(A.shape[0], batch_size, rng):
            u = u - lr * np.linalg.multi_dot([A[i].T, (A[i] @ u - y[i])[:, None]]).ravel() * 2 / i.shape[0]
    *w, b = u
    return np.array(w), b
