# /// misconception
# en = "You number the classes as they appear among the names. Their numbers are their places in classes."
# ko = "이름에 나타난 순서대로 클래스에 번호를 붙이고 있습니다. 번호는 classes에서의 위치입니다."
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
    seen = list(dict.fromkeys(names))
    return one_hot(np.array([seen.index(name) for name in names], dtype=int), len(classes))
