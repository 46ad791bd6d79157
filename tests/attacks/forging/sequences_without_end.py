# attack: returns objects that count billions of items, each of them such an object again
# exercise: softmax
# answer: wrong
# verdicts: failed
import numpy as np


def softmax(x):
    return np.zeros(np.shape(x))


def temperature_softmax(x, t):
    return np.zeros(np.shape(x))


class Many:
    def __len__(self):
        return 10**9

    def __getitem__(self, index):
        return Many()

    def __call__(self):
        return self


def softmax(x):
    return Many()


def temperature_softmax(x, t):
    return [Many(), Many()]
