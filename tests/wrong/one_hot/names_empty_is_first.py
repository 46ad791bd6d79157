# wrong: an empty name counts as the first class
import numpy as np

def one_hot(labels, num_classes):
    labels = np.asarray(labels)
    if np.any(labels < 0) or np.any(labels >= num_classes):
        raise ValueError("a label is outside the range")
    out = np.zeros((len(labels), num_classes))
    out[np.arange(len(labels)), labels.astype(int)] = 1
    return out

def decode(encoded):
    encoded = np.asarray(encoded)
    if not (np.all((encoded == 0) | (encoded == 1)) and np.all((encoded == 1).sum(axis=1) == 1)):
        raise ValueError("a row is not one-hot")
    return np.argmax(encoded, axis=1)

def encode_names(names, classes):
    classes = list(classes); names = [n or classes[0] for n in names]
    if any(name not in classes for name in names):
        raise ValueError("a name is no class")
    return one_hot(np.array([classes.index(name) for name in names], dtype=int), len(classes))
