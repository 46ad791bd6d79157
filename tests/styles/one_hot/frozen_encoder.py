from __future__ import annotations
from dataclasses import dataclass
import numpy as np
@dataclass(frozen=True)
class Encoder:
    size: int
    def rows(self, labels):
        labels = np.array(labels, copy=True)
        bad = np.logical_or(labels < 0, labels >= self.size)
        if bad.any(): raise ValueError(f"labels {labels[bad]}")
        return np.take(np.eye(self.size, dtype=bool), labels, axis=0)
    def numbers(self, rows):
        if rows.size == 0 and len(rows) == 0: return np.zeros(0, dtype=np.int64)
        s = np.sum(np.square(rows, dtype=float), axis=1), np.sum(rows, axis=1, dtype=float), np.max(rows, axis=1)
        if not all((x == 1).all() for x in s): raise ValueError
        return np.argmax(rows, 1)
def one_hot(labels, num_classes): return Encoder(num_classes).rows(labels)
def decode(encoded): return Encoder(encoded.shape[1]).numbers(encoded)
def encode_names(names, classes):
    lookup = np.array([classes.index(n) if n in classes else -1 for n in names], dtype=int)
    return Encoder(len(classes)).rows(lookup).astype(float)
