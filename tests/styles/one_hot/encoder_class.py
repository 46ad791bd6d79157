from __future__ import annotations

from dataclasses import dataclass, field
from functools import lru_cache

import numpy as np

print("encoder ready")


class NotAClass(ValueError):
    pass


@lru_cache(maxsize=None)
def identity(c: int) -> np.ndarray:
    eye = np.identity(c)
    eye.flags.writeable = False
    return eye


@dataclass
class Encoder:
    classes: list[str]
    numbers: dict[str, int] = field(init=False)

    def __post_init__(self) -> None:
        self.numbers = dict(zip(self.classes, range(len(self.classes))))

    def __getitem__(self, name: str) -> int:
        try:
            return self.numbers[name]
        except KeyError as fault:
            raise NotAClass(name) from fault

    def encode(self, names: list[str]) -> np.ndarray:
        return one_hot(np.fromiter((self[name] for name in names), dtype=np.intp), len(self.classes))


def one_hot(labels, num_classes):
    if labels.size and not (0 <= labels.min() and labels.max() < num_classes):
        raise NotAClass(labels)
    return identity(num_classes).take(labels, axis=0)


def decode(encoded):
    candidates = np.argmax(encoded, axis=-1)
    if not np.array_equal(one_hot(candidates, encoded.shape[1]), encoded):
        raise ValueError("not one-hot")
    return candidates


def encode_names(names, classes):
    return Encoder(list(classes)).encode(names)
