import numpy as np
from functools import lru_cache, partial
@lru_cache(None)
def row(i, n):
    if not 0 <= i < n: raise ValueError("no such class")
    return (0,) * i + (1,) + (0,) * (n - i - 1)
def one_hot(labels, num_classes):
    rows = list(map(partial(row, n=num_classes), labels.tolist()))
    return np.array(rows, dtype=int).reshape(len(rows), num_classes)
def decode(encoded):
    def go(rows):
        if not rows: return []
        head, *tail = rows
        if head.count(1) != 1 or head.count(0) != len(head) - 1: raise ValueError(head)
        return [head.index(1)] + go(tail)
    return np.array(go(encoded.tolist()), dtype=int)
def encode_names(names, classes):
    where = dict(map(reversed, enumerate(classes)))
    return one_hot(np.array([where.get(n, -1) for n in names], dtype=int), len(classes))
