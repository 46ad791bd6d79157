# /// misconception
# en = "There are columns only for the classes that occur among the names. Every class has one."
# ko = "이름에 나타난 클래스의 열만 만들고 있습니다. 모든 클래스에 열이 있어야 합니다."
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
            raise ValueError(name)
        numbers.append(classes.index(name))
    return one_hot(np.array(numbers, dtype=int), len(classes))[:, sorted(set(numbers))]
