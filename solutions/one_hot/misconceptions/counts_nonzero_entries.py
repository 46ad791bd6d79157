# /// misconception
# en = "You count the entries that are not 0. A single 2, or a single -1, passes; the one entry has to be 1."
# ko = "0이 아닌 값의 개수만 세고 있습니다. 2 하나, 또는 -1 하나만 있는 행이 통과합니다. 그 값은 1이어야 합니다."
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
        if np.count_nonzero(row) != 1:
            raise ValueError("a row is not one-hot")
    return np.argmax(encoded != 0, axis=1)


def encode_names(names, classes):
    numbers = []
    for name in names:
        if name not in classes:
            raise ValueError(name)
        numbers.append(classes.index(name))
    return one_hot(np.array(numbers, dtype=int), len(classes))
