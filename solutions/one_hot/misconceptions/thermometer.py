# /// misconception
# en = "You set all columns up to the label. That says that class 3 contains classes 0 to 2; one-hot sets a single column."
# ko = "레이블까지의 모든 열을 1로 만들고 있습니다. 이는 클래스 3이 클래스 0부터 2까지를 포함한다는 뜻입니다. 원-핫은 열 하나만 1입니다."
# ///
import numpy as np


def one_hot(labels, num_classes):
    if np.any(labels < 0) or np.any(labels >= num_classes):
        raise ValueError("a label is outside the range")
    encoded = np.zeros((len(labels), num_classes))
    for i, label in enumerate(labels):
        encoded[i, : label + 1] = 1
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
