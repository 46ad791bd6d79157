# /// misconception
# en = "You count the classes from 1. The first class is 0 and has the first column."
# ko = "클래스를 1부터 세고 있습니다. 첫 클래스는 0이고 첫째 열에 해당합니다."
# ///
import numpy as np


def one_hot(labels, num_classes):
    if np.any(labels < 1) or np.any(labels > num_classes):
        raise ValueError("a label is outside the range")
    encoded = np.zeros((len(labels), num_classes))
    encoded[np.arange(len(labels)), labels - 1] = 1
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
            raise ValueError(name)
        numbers.append(classes.index(name))
    return one_hot(np.array(numbers, dtype=int) + 1, len(classes))
