# wrong: a name that begins a class's name is taken for it
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
    numbers = []
    for name in names:
        found = [i for i, each in enumerate(classes) if each == name] or [i for i, each in enumerate(classes) if each.startswith(name)]
        if not found:
            raise ValueError(name)
        numbers.append(found[0])
    return one_hot(np.array(numbers, dtype=int), len(classes))
