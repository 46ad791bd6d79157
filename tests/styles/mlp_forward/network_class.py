import numpy as np


class Layer:
    kinds = {}

    def __init_subclass__(cls, kind):
        Layer.kinds[kind] = cls

    def __init__(self, U):
        self.b, self.W = U[:, 0], U[:, 1:]

    def __call__(self, Z):
        if Z.shape[1] != self.W.shape[1]:
            raise ValueError(f"{Z.shape[1]} inputs for {self.W.shape[1]} weights")
        return self.tau(np.einsum("nm,km->nk", Z, self.W) + self.b)

    @classmethod
    def of(cls, kind, U):
        if kind not in cls.kinds:
            raise ValueError(kind)
        return cls.kinds[kind](U)


class Identity(Layer, kind="identity"):
    def tau(self, s):
        return s


class Step(Layer, kind="step"):
    def tau(self, s):
        result = np.full(s.shape, -1)
        result[s > 0] = +1
        return result


class Sigmoid(Layer, kind="sigmoid"):
    def tau(self, s):
        return 0.5 * (1 + np.tanh(s / 2))


class Tanh(Layer, kind="tanh"):
    def tau(self, s):
        return np.sign(s) * (-np.expm1(-2 * np.abs(s)) / (1 + np.exp(-2 * np.abs(s))))


class Relu(Layer, kind="relu"):
    def tau(self, s):
        return (s + np.abs(s)) / 2


class Softmax(Layer, kind="softmax"):
    def tau(self, s):
        return np.exp(s - np.logaddexp.reduce(s, axis=1, keepdims=True))


class Network:
    def __init__(self, weights, activations):
        if len(weights) - len(activations):
            raise ValueError("lengths")
        self.layers = [Layer.of(kind, U) for kind, U in zip(activations, weights)]

    def __call__(self, X):
        for each in self.layers:
            X = each(X)
        return X


def layer(Z, U, activation):
    return Layer.of(activation, U)(Z)


def forward(X, weights, activations):
    return Network(weights, activations)(X)


def predict_class(O):
    return np.array([np.argmax(row) for row in O])


def collapse(weights):
    W, b = weights[0][:, 1:], weights[0][:, 0]
    for U in weights[1:]:
        b = U[:, 0] + U[:, 1:].dot(b)
        W = U[:, 1:].dot(W)
    return np.hstack([b[:, None], W])
