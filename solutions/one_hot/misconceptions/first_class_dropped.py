# /// misconception
# en = "The first class has no column of its own. That is dummy coding for regression; one-hot has a column for every class."
# ko = "첫 클래스의 열이 없습니다. 그것은 회귀에서 쓰는 더미 코딩이며, 원-핫에는 모든 클래스의 열이 있습니다."
# ///
import numpy as np


def one_hot(labels, num_classes):
    if np.any(labels < 0) or np.any(labels >= num_classes):
        raise ValueError("a label is outside the range")
    encoded = np.zeros((len(labels), num_classes))
    encoded[np.arange(len(labels)), labels] = 1
    return encoded[:, 1:]


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
    return one_hot(np.array(numbers, dtype=int), len(classes))
