# /// misconception
# en = "You check only that a row sums to 1, and so do (0.5, 0.5) and (2, -1). Every entry has to be 0 or 1 as well."
# ko = "행의 합이 1인지만 검사하고 있습니다. (0.5, 0.5)와 (2, -1)의 합도 1입니다. 모든 값이 0 또는 1인지도 확인해야 합니다."
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
        if sum(row) != 1:
            raise ValueError("a row is not one-hot")
    return np.argmax(encoded, axis=1)


def encode_names(names, classes):
    numbers = []
    for name in names:
        if name not in classes:
            raise ValueError(name)
        numbers.append(classes.index(name))
    return one_hot(np.array(numbers, dtype=int), len(classes))
