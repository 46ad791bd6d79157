# /// misconception
# en = "Names that are no class are left out, so rows and names no longer match. Raise ValueError."
# ko = "클래스가 아닌 이름을 건너뛰고 있어서 행과 이름이 맞지 않게 됩니다. ValueError를 일으키십시오."
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
    numbers = []
    for name in names:
        if name not in classes:
            continue
        numbers.append(classes.index(name))
    return one_hot(np.array(numbers, dtype=int), len(classes))
