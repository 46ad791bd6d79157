import numpy as np
def one_hot(labels, num_classes):
    flat = np.arange(len(labels)) * num_classes + labels
    if len(labels) > 0 and not (0 <= min(labels) and max(labels) < num_classes): raise ValueError
    out = np.zeros(len(labels) * num_classes)
    np.add.at(out, flat.astype(int), 1)
    return out.reshape((len(labels), num_classes))
def decode(encoded):
    n, c = encoded.shape
    mask = encoded == 1
    if (encoded != mask).any() or (mask.sum(1) != 1).any(): raise ValueError("!")
    return np.where(mask)[1]
def encode_names(names, classes):
    return one_hot(np.array([*map(lambda n: [*classes].index(n), names)], dtype="i8"), len(classes))
