import numpy as np
import collections, itertools, typing as t
Row = t.NamedTuple("Row", [("values", tuple)])
def _row(k, c): return [int(j == k) for j in range(c)]
def one_hot(labels, num_classes):
    bad = [l for l in labels if not 0 <= l < num_classes]
    if bad: raise ValueError("bad labels " + repr(bad))
    return np.matrix([_row(l, num_classes) for l in labels]).reshape(len(labels), num_classes) if len(labels) else np.empty((0, num_classes), dtype=bool)
def decode(encoded):
    if any(collections.Counter(r.tolist()) != collections.Counter({1: 1, 0: len(r) - 1}) and (len(r) > 1 or r[0] != 1) for r in encoded): raise ValueError("no")
    return np.array([r.tolist().index(1) for r in encoded])
def encode_names(names, classes):
    order = collections.OrderedDict(zip(classes, itertools.count()))
    if not set(names) <= order.keys(): raise ValueError("unknown")
    return one_hot(np.array([*map(order.__getitem__, names)], dtype=np.uint8), len(order))
