import numpy as np


class Softmax:
    """Written as a layer, used through module-level names."""

    def __init__(self, epsilon=1e-300):
        self.epsilon = epsilon

    def forward(self, x, t=1.0):
        if len(x) == 0:
            return np.zeros(np.shape(x))
        return np.apply_along_axis(self._row, -1, x.astype(float), t)

    def _row(self, row, t):
        row = row / t
        e = np.exp(row - row[np.argmax(row)])
        return e / (e.sum() + self.epsilon)


_layer = Softmax()
softmax = _layer.forward


def temperature_softmax(x, t):
    if t > 0:
        return _layer.forward(x, t)
    raise ValueError(f"temperature {t} is not above zero")
