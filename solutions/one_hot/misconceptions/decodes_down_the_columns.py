# /// misconception
# en = "You look for the 1 down the columns (axis 0). Each row is a sample: look along the row, axis 1."
# ko = "열을 따라(축 0) 1을 찾고 있습니다. 각 행이 샘플이므로 행을 따라, 즉 축 1에서 찾으십시오."
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
    return np.argmax(encoded, axis=0)


def encode_names(names, classes):
    numbers = []
    for name in names:
        if name not in classes:
            raise ValueError(name)
        numbers.append(classes.index(name))
    return one_hot(np.array(numbers, dtype=int), len(classes))
