import numpy as np

print("softmax through logaddexp")


def log_softmax(x):
    x = np.asarray(x, dtype=np.float64)
    return x - np.logaddexp.reduce(x, axis=-1, keepdims=True)


softmax = lambda x: np.exp(log_softmax(x))  # noqa: E731


def temperature_softmax(x, t):
    if t > 0:
        return softmax(np.true_divide(x, t))
    raise ValueError(t)
