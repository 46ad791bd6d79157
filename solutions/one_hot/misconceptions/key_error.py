# /// misconception
# en = "A dictionary raises KeyError for a name that it does not hold. The exercise asks for ValueError."
# ko = "딕셔너리는 없는 이름에 KeyError를 일으킵니다. 이 과제에서는 ValueError가 필요합니다."
# ///
import numpy as np


def one_hot(labels, num_classes):
    if np.any(labels < 0) or np.any(labels >= num_classes):
        raise ValueError("a label is outside the range")
    encoded = np.zeros((len(labels), num_classes))
    encoded[np.arange(len(labels)), labels] = 1
    return encoded


def decode(encoded):
    for row in encoded:
        if sorted(row) != [0] * (len(row) - 1) + [1]:
            raise ValueError("a row is not one-hot")
    return np.argmax(encoded, axis=1)


def encode_names(names, classes):
    numbers = {name: i for i, name in enumerate(classes)}
    return one_hot(np.array([numbers[name] for name in names], dtype=int), len(classes))
