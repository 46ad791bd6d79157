# /// misconception
# en = "encoded[:, labels] = 1 sets the columns in every row. Each row needs its own column only: pair the row numbers with the labels."
# ko = "encoded[:, labels] = 1은 모든 행에서 그 열들을 바꿉니다. 각 행은 자신의 열만 1이어야 하므로 행 번호와 레이블을 짝지으십시오."
# ///
import numpy as np


def one_hot(labels, num_classes):
    if np.any(labels < 0) or np.any(labels >= num_classes):
        raise ValueError("a label is outside the range")
    encoded = np.zeros((len(labels), num_classes))
    encoded[:, labels] = 1
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
