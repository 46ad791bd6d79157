# /// misconception
# en = "You check only for labels that are too large. NumPy counts negative indices from the end, so -1 silently becomes the last class."
# ko = "너무 큰 레이블만 검사하고 있습니다. NumPy는 음수 인덱스를 끝에서부터 세므로 -1이 말없이 마지막 클래스가 됩니다."
# ///
import numpy as np


def one_hot(labels, num_classes):
    if np.any(labels >= num_classes):
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
    return one_hot(np.array(numbers, dtype=int), len(classes))
