# /// misconception
# en = "You compare the sum of the whole matrix with the number of rows. A row with two ones and a row of zeros cancel out: check row by row."
# ko = "행렬 전체의 합을 행의 개수와 비교하고 있습니다. 1이 두 개인 행과 모두 0인 행이 서로 상쇄됩니다. 행마다 검사하십시오."
# ///
import numpy as np


def one_hot(labels, num_classes):
    if np.any(labels < 0) or np.any(labels >= num_classes):
        raise ValueError("a label is outside the range")
    encoded = np.zeros((len(labels), num_classes))
    encoded[np.arange(len(labels)), labels] = 1
    return encoded


def decode(encoded):
    if encoded.sum() != len(encoded) or not np.isin(encoded, (0, 1)).all():
        raise ValueError("not one-hot")
    return np.argmax(encoded, axis=1)


def encode_names(names, classes):
    numbers = []
    for name in names:
        if name not in classes:
            raise ValueError(name)
        numbers.append(classes.index(name))
    return one_hot(np.array(numbers, dtype=int), len(classes))
