# /// misconception
# en = "A name that is no class gives a row of zeros. Raise ValueError: the mistake should be seen where it is made."
# ko = "클래스가 아닌 이름에 모두 0인 행을 만들고 있습니다. 실수가 생긴 자리에서 드러나도록 ValueError를 일으키십시오."
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
    return np.array([[name == each for each in classes] for name in names], dtype=float).reshape(len(names), len(classes))
