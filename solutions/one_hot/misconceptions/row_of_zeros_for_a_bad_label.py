# /// misconception
# en = "A label outside the range gives a row of zeros. Such a row names no class; raise ValueError instead."
# ko = "범위를 벗어난 레이블에 모두 0인 행을 만들고 있습니다. 그런 행은 아무 클래스도 가리키지 않습니다. ValueError를 일으키십시오."
# ///
import numpy as np


def one_hot(labels, num_classes):
    encoded = np.zeros((len(labels), num_classes))
    encoded[:] = labels[:, None] == np.arange(num_classes)
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
