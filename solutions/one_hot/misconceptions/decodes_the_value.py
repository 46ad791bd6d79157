# /// misconception
# en = "decode returns the largest entry of the row, which is always 1. It is its place that counts: argmax, not max."
# ko = "decode가 행에서 가장 큰 값을 반환하는데, 그 값은 항상 1입니다. 필요한 것은 위치입니다. max가 아니라 argmax입니다."
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
    return encoded.max(axis=1).astype(int)


def encode_names(names, classes):
    numbers = []
    for name in names:
        if name not in classes:
            raise ValueError(name)
        numbers.append(classes.index(name))
    return one_hot(np.array(numbers, dtype=int), len(classes))
