# /// misconception
# en = "Labels are not checked: -1 silently becomes the last class, and a label that is too large ends in an IndexError. Check both ends and raise ValueError."
# ko = "레이블을 검사하지 않습니다. -1은 말없이 마지막 클래스가 되고, 너무 큰 레이블은 IndexError로 끝납니다. 양쪽을 검사하여 ValueError를 일으키십시오."
# ///
import numpy as np


def one_hot(labels, num_classes):
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
