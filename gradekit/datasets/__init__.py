"""Pictures to learn from: MNIST and Fashion-MNIST where they can be had, and 1,797 digits that are always there.

`load` gives a whole set, `best` the first that is on this machine, `fetch` downloads ahead of time. Only NumPy is imported; the rest
when it is needed. GRADEKIT_DATA names a folder of files that goes before the cache and the mirrors.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from pathlib import Path
from typing import Final, Literal, get_args

import numpy as np
from numpy.typing import NDArray

from gradekit.datasets.digits import PATH as DIGITS_PATH
from gradekit.datasets.digits import read_digits
from gradekit.datasets.fetch import FILES, SOURCES, Source, cache_folder, find_cached, find_local, is_published
from gradekit.datasets.fetch import download as download_files
from gradekit.datasets.idx import read_pictures
from gradekit.errors import DataError, UsageError
from gradekit.text import Text

__all__ = ["NAMES", "Dataset", "DatasetName", "available", "best", "describe", "fetch", "load"]

DatasetName = Literal["mnist", "fashion", "digits"]
NAMES: Final[tuple[DatasetName, ...]] = get_args(DatasetName)

_DESCRIPTIONS: Final = {
    "mnist": Text(
        en="MNIST: 70,000 handwritten digits of 28x28 grey pixels, 60,000 for training and 10,000 for testing (LeCun, Cortes and Burges)",
        ko="MNIST: 28x28 회색조 손글씨 숫자 70,000장으로, 훈련용이 60,000장, 시험용이 10,000장입니다 (LeCun, Cortes, Burges)",
    ),
    "fashion": Text(
        en="Fashion-MNIST: 70,000 pictures of clothing in ten classes, 28x28 grey pixels, 60,000 for training and 10,000 for testing "
        "(Zalando Research)",
        ko="Fashion-MNIST: 열 가지 의류를 담은 28x28 회색조 이미지 70,000장으로, 훈련용이 60,000장, "
        "시험용이 10,000장입니다 (Zalando Research)",
    ),
    "digits": Text(
        en="UCI handwritten digits: 1,797 digits enlarged from 8x8 to 28x28 grey pixels, 1,437 for training and 360 for testing "
        "(E. Alpaydin and C. Kaynak, UCI Machine Learning Repository, CC BY 4.0; enlarged by gradekit)",
        ko="UCI 손글씨 숫자: 8x8 이미지를 28x28 회색조로 확대한 숫자 1,797장으로, 훈련용이 1,437장, 시험용이 360장입니다 "
        "(E. Alpaydin, C. Kaynak, UCI Machine Learning Repository, CC BY 4.0, gradekit이 확대함)",
    ),
}


@dataclass(frozen=True, slots=True, eq=False)
class Dataset:
    """One data set in memory; the arrays are read-only.

    Images are uint8 (n, 28, 28), bright ink on black; labels are int64 (n,), 0 to 9.
    """

    name: DatasetName
    train_images: NDArray[np.uint8] = field(repr=False)
    train_labels: NDArray[np.int64] = field(repr=False)
    test_images: NDArray[np.uint8] = field(repr=False)
    test_labels: NDArray[np.int64] = field(repr=False)

    def __post_init__(self) -> None:
        for array in (self.train_images, self.train_labels, self.test_images, self.test_labels):
            array.setflags(write=False)


def load(name: DatasetName, *, download: bool = True, source: Source | None = None, cache: Path | None = None) -> Dataset:
    """The data set of that name: from the folder GRADEKIT_DATA, else from the cache, else (with `download`) from a mirror.

    `source` (other mirrors, other checksums) and `cache` (another folder) serve a course with a mirror of its own.
    Raises UsageError for an unknown name and DataError, saying what to do, where the set cannot be had or is damaged.
    """
    _check_name(name)
    if name == "digits":
        return Dataset(name, *read_digits())
    source = source or SOURCES[name]
    cache = cache or cache_folder()
    if (local := find_local(source)) is not None:
        return _read(name, local)
    if download:
        return _read(name, download_files(source, cache))
    cached = find_cached(source, cache)
    if cached is None:
        raise DataError(
            f"{source.title} is not on this machine: download it with gradekit.datasets.fetch({name!r}), "
            "or set GRADEKIT_DATA to a folder that holds its files"
        )
    for path, file_name in zip(cached, FILES, strict=True):
        if not is_published(path, source.registry[file_name]):
            raise DataError(f"{path}: damaged, its checksum is not the published one: download it with gradekit.datasets.fetch({name!r})")
    return _read(name, cached)


def fetch(name: DatasetName, *, source: Source | None = None, cache: Path | None = None, progress: bool | None = None) -> Path:
    """Makes sure that the data set is on this machine, and returns the folder that holds its files.

    Nothing is downloaded for `digits`, for a set in GRADEKIT_DATA, and for files that are in the cache undamaged.
    `progress` draws a bar for each download (None: only on a terminal). Raises UsageError and DataError as `load` does.
    """
    _check_name(name)
    if name == "digits":
        return DIGITS_PATH.parent
    source = source or SOURCES[name]
    paths = find_local(source) or download_files(source, cache or cache_folder(), progress=progress)
    return paths[0].parent


def available(name: DatasetName, *, source: Source | None = None, cache: Path | None = None) -> bool:
    """Whether `load` finds the set's files without a network; their contents are not checked. Raises UsageError for an unknown name."""
    try:
        return _is_here(name, source, cache)
    except DataError:
        return False


def best(*names: DatasetName, cache: Path | None = None) -> Dataset:
    """The first of these sets that is on this machine, else the digits. Never uses the network.

    A set that is here but damaged or incomplete, and a GRADEKIT_DATA that names no folder, are DataErrors: grading with
    other pictures than the course meant would go unnoticed. Raises UsageError for an unknown name.
    """
    for name in names:
        _check_name(name)
    for name in names:
        if _is_here(name, None, cache):
            return load(name, download=False, cache=cache)
    return load("digits")


def describe(name: DatasetName) -> Text:
    """One line on the set for reports: what it holds, and whose it is. Raises UsageError for an unknown name."""
    _check_name(name)
    return _DESCRIPTIONS[name]


def _check_name(name: str) -> None:
    if name not in NAMES:
        raise UsageError(f"no data set is called {name!r}: known are {', '.join(NAMES)}")


def _is_here(name: DatasetName, source: Source | None, cache: Path | None) -> bool:
    _check_name(name)
    if name == "digits":
        return True
    source = source or SOURCES[name]
    return find_local(source) is not None or find_cached(source, cache or cache_folder()) is not None


def _read(name: DatasetName, paths: tuple[Path, Path, Path, Path]) -> Dataset:
    return Dataset(name, *read_pictures(paths[0], paths[1]), *read_pictures(paths[2], paths[3]))
