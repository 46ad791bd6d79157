"""The digits that gradekit carries: 1,797 handwritten digits of the UCI repository, enlarged to MNIST's form.

`digits.npz` is made by scripts/make_digits.py; DIGITS.md beside it says where the digits come from and under which licence.
"""

from __future__ import annotations

import zipfile
import zlib
from pathlib import Path
from typing import Final

import numpy as np
from numpy.typing import NDArray

from gradekit.errors import DataError

__all__ = ["PATH", "read_digits"]

PATH: Final = Path(__file__).with_name("digits.npz")


def read_digits(path: Path = PATH) -> tuple[NDArray[np.uint8], NDArray[np.int64], NDArray[np.uint8], NDArray[np.int64]]:
    """Train images (1437, 28, 28) uint8, train labels (1437,) int64, test images (360, 28, 28) and test labels (360,).

    The split is fixed and stratified. Raises DataError where the file is absent or damaged.
    """
    try:
        # opened here and not by NumPy, which leaves the file open when it is no archive
        with path.open("rb") as file, np.load(file, allow_pickle=False) as stored:
            train_images, train_labels, test_images, test_labels = (
                stored[name] for name in ("train_images", "train_labels", "test_images", "test_labels")
            )
    except (OSError, ValueError, KeyError, EOFError, zipfile.BadZipFile, zlib.error) as error:
        raise DataError(f"{path}: the digits cannot be read ({type(error).__name__}): install gradekit again") from None
    return train_images, train_labels.astype(np.int64), test_images, test_labels.astype(np.int64)
