# /// misconception
# en = "You pull labels outside the range to its ends. They are mistakes and should be refused with a ValueError."
# ko = "범위를 벗어난 레이블을 범위의 끝으로 끌어당기고 있습니다. 그런 레이블은 잘못된 것이므로 ValueError로 거부해야 합니다."
# ///
import numpy as np


def one_hot(labels, num_classes):
    labels = np.clip(labels, 0, num_classes - 1)
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
    return one_hot(np.array(numbers, dtype=int), len(classes))
