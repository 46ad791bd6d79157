# /// misconception
# en = "You check that all entries are 0 or 1, but not how many are 1: a row of zeros and a row with two ones pass."
# ko = "모든 값이 0 또는 1인지만 확인하고 1의 개수는 세지 않습니다. 모두 0인 행과 1이 두 개인 행이 통과합니다."
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
        if not set(row.tolist()) <= {0, 1}:
            raise ValueError("a row is not one-hot")
    return np.argmax(encoded, axis=1)


def encode_names(names, classes):
    numbers = []
    for name in names:
        if name not in classes:
            raise ValueError(name)
        numbers.append(classes.index(name))
    return one_hot(np.array(numbers, dtype=int), len(classes))
