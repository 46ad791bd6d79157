# /// misconception
# en = "You take the number of columns from the largest label that occurs. It is num_classes: a class may be absent from a batch."
# ko = "나타난 레이블 중 가장 큰 값으로 열의 개수를 정하고 있습니다. 배치에 나타나지 않는 클래스도 있을 수 있으므로 열은 num_classes개입니다."
# ///
import numpy as np


def one_hot(labels, num_classes):
    if np.any(labels < 0) or np.any(labels >= num_classes):
        raise ValueError("a label is outside the range")
    encoded = np.zeros((len(labels), labels.max(initial=-1) + 1))
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
