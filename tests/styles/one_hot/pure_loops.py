import numpy as np


def one_hot(labels, num_classes):
    rows = np.zeros((len(labels), num_classes), dtype=np.int8)
    for i in range(len(labels)):
        label = int(labels[i])
        if label < 0 or label >= num_classes:
            raise ValueError(f"label {label}")
        rows[i][label] = 1
    return rows


def decode(encoded):
    result = []
    for row in encoded.tolist():
        if row.count(1) != 1 or row.count(0) != len(row) - 1:
            raise ValueError(f"row {row}")
        result.append(row.index(1))
    return result


def encode_names(names, classes):
    rows = np.zeros((len(names), len(classes)), dtype=bool)
    for i, name in enumerate(names):
        rows[i, classes.index(name)] = True
    return rows
