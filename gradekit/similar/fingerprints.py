"""Tokens → fingerprints, by winnowing (Schleimer, Wilkerson, Aiken: Winnowing, SIGMOD 2003), as copydetect implements it.

Every run of GRAM tokens within a block is hashed; of every WINDOW neighbours the least hash is kept. So no common run shorter than GRAM
tokens counts, and one of GRAM + WINDOW - 1 is always found, wherever it stands."""

from __future__ import annotations

import importlib
import importlib.util
import sys
from collections.abc import Callable, Set
from dataclasses import dataclass
from functools import lru_cache
from types import ModuleType
from typing import TYPE_CHECKING, Any, Final

import numpy as np

from gradekit.errors import UsageError
from gradekit.similar.tokens import Tokens

if TYPE_CHECKING:
    from numpy.typing import NDArray

__all__ = ["GRAM", "WINDOW", "Fingerprints", "all_grams", "fingerprints", "require_library", "stretches"]

# A gram of 10 tokens is two thirds of a line such as "out[z > 0] = np.exp(z)". On the right answers of tests/styles, written each in
# another way, grams of 8 to 15 tokens tell strangers apart equally well, and the short ones still see into a function of two lines.
GRAM: Final = 10
WINDOW: Final = 4

_LIBRARY: Final = "copydetect"
_PARTS: Final = "_gradekit_copydetect"
_FACTORS: Final = np.array([pow(0x9E3779B97F4A7C15, GRAM - 1 - each, 1 << 64) for each in range(GRAM)], dtype=np.uint64)


@dataclass(frozen=True, slots=True)
class Fingerprints:
    """What winnowing kept of a text: hashes and places, int64 of shape (n,); a place is the number of the gram's first token."""

    hashes: NDArray[np.int64]
    places: NDArray[np.int64]


def require_library() -> None:
    """Raises UsageError, with what to install, where copydetect is not installed."""
    _parts()


def all_grams(tokens: Tokens) -> tuple[NDArray[np.int64], NDArray[np.int64]]:
    """The hash of every gram of tokens and the number of its first token, before winnowing; both int64 of shape (n,)."""
    number = len(tokens) - GRAM + 1
    if number < 1:
        return np.zeros(0, np.int64), np.zeros(0, np.int64)
    windows = np.lib.stride_tricks.sliding_window_view(tokens.codes, GRAM).astype(np.uint64)
    hashes = (windows * _FACTORS).sum(axis=1, dtype=np.uint64)  # modulo 2^64, as unsigned numbers are
    # The finisher of SplitMix64, or neighbours in value would be neighbours in the text. 53 bits: the library's buffer holds floats.
    for shift, factor in ((30, 0xBF58476D1CE4E5B9), (27, 0x94D049BB133111EB)):
        hashes = (hashes ^ (hashes >> np.uint64(shift))) * np.uint64(factor)
    whole = tokens.blocks[:number] == tokens.blocks[GRAM - 1 :]
    return ((hashes ^ (hashes >> np.uint64(31))) >> np.uint64(11)).astype(np.int64)[whole], np.flatnonzero(whole)


def fingerprints(tokens: Tokens) -> Fingerprints:
    """The fingerprints of tokens. The same on every machine and at every run. Raises UsageError where copydetect is not installed."""
    hashes, places = all_grams(tokens)
    if not len(hashes):
        return Fingerprints(hashes, places)
    winnow: Callable[..., tuple[Any, NDArray[np.int64]]] = _parts().winnow
    # Block by block: what is kept of a definition then does not depend on its neighbours.
    cuts = np.flatnonzero(np.diff(tokens.blocks[places])) + 1
    kept = [
        places_of_block[winnow(of_block, WINDOW, remove_duplicates=False)[1]]
        for of_block, places_of_block in zip(np.split(hashes, cuts), np.split(places, cuts), strict=True)
    ]
    chosen = np.concatenate(kept)
    return Fingerprints(hashes[np.searchsorted(places, chosen)], chosen)


def stretches(places: Set[int], tokens: Tokens) -> list[tuple[int, int]]:
    """The runs of tokens that the grams at these places cover, (first, end) in order, within one block each."""
    if not places:
        return []
    slices: Callable[..., NDArray[np.int64]] = _parts().get_copied_slices
    found: list[tuple[int, int]] = []
    for first, end in slices(np.array(sorted(places), dtype=np.int64), GRAM).T.tolist():
        if found and first == found[-1][1] and tokens.blocks[first] == tokens.blocks[first - 1]:
            first = found.pop()[0]
        found.append((int(first), int(end)))
    return found


@lru_cache(maxsize=1)
def _parts() -> ModuleType:
    """copydetect's functions. Importing the package itself would import matplotlib too, a second of work that also writes a cache."""
    spec = importlib.util.find_spec(_LIBRARY)
    if spec is None or not spec.submodule_search_locations:
        raise UsageError(f"similar needs the package {_LIBRARY}, which is not installed: pip install 'gradekit[similar]'")
    stand_in = ModuleType(_PARTS)
    stand_in.__path__ = list(spec.submodule_search_locations)
    sys.modules[_PARTS] = stand_in
    return importlib.import_module(f"{_PARTS}.utils")
