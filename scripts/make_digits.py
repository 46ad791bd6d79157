"""Makes gradekit/datasets/digits.npz from the UCI handwritten digits that scikit-learn carries.

    python scripts/make_digits.py [--out FILE] [--sheet SHEET.png]

Needs scikit-learn, which gradekit itself does not. Everything is computed in whole numbers and the split is drawn with
SHA-256, so the arrays are the same on every machine and under every version of NumPy. See gradekit/datasets/DIGITS.md.
"""

from __future__ import annotations

import argparse
import hashlib
import struct
import zlib
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

OUT = Path(__file__).resolve().parent.parent / "gradekit" / "datasets" / "digits.npz"
CELLS = 8  # the source's side; each cell counts the inked pixels, 0 to 16, of a 4x4 block
RING = 2  # empty cells put around, so that strokes at the edge fade out instead of being cut off
SIDE = 28
TEST_COUNT = 360
SALT = "gradekit digits 1"  # another salt is another split

# An output pixel is 2/5 of a cell wide, so an 8x8 digit becomes 20x20, as in MNIST. Its centre lies at (2j + 1)/5 - 1/2 cells,
# a whole number of tenths, which makes every weight below a multiple of 1/2000.
UNIT = 2000

# MNIST's strokes are nearly black and white with soft edges; block counts are grey all over. A count below LOW hundredths of the
# brightest becomes paper, one above HIGH hundredths full ink, and what lies between rises linearly.
LOW, HIGH = 30, 80


def cubic_weights(tenth: int) -> list[int]:
    """Catmull-Rom weights, in 1/2000, of the four cells around a point `tenth` tenths after the second of them."""
    t = tenth
    # -t/2 + t^2 - t^3/2 and its three companions, with t in tenths: multiplied by 2000 every term is whole
    t2, t3 = t * t, t * t * t
    return [
        -100 * t + 20 * t2 - t3,
        2000 - 50 * t2 + 3 * t3,
        100 * t + 40 * t2 - 3 * t3,
        -10 * t2 + t3,
    ]


def enlarging_matrix(out: int, cells: int) -> NDArray[np.int64]:
    """(out, cells) int64: row j holds the weights, in 1/2000, with which output pixel j mixes the cells."""
    matrix = np.zeros((out, cells), dtype=np.int64)
    for j in range(out):
        tenths = 4 * j - 3
        first = tenths // 10 - 1
        for k, weight in enumerate(cubic_weights(tenths % 10)):
            if 0 <= first + k < cells:
                matrix[j, first + k] += weight
    return matrix


def rounded(numerator: int, denominator: int) -> int:
    """The whole number nearest to numerator/denominator (halves upwards)."""
    return (2 * numerator + denominator) // (2 * denominator)


def centred(picture: NDArray[np.int64]) -> NDArray[np.uint8]:
    """The (28, 28) uint8 picture with the ink's centre of mass in the middle, as far as no ink is pushed over the edge."""
    result = picture
    for axis in (0, 1):
        ink = result.sum(axis=1 - axis)
        size = len(ink)
        mass = int(ink.sum())
        moment = int((ink * np.arange(size)).sum())
        used = np.flatnonzero(ink)
        first, last = int(used[0]), int(used[-1])
        shift = rounded((SIDE - 1) * mass - 2 * moment, 2 * mass)
        shift = max(1 - first, min(SIDE - 2 - last, shift))  # a margin of one pixel stays empty
        moved = np.zeros((SIDE, result.shape[1]) if axis == 0 else (result.shape[0], SIDE), dtype=np.int64)
        if axis == 0:
            moved[first + shift : last + shift + 1] = result[first : last + 1]
        else:
            moved[:, first + shift : last + shift + 1] = result[:, first : last + 1]
        result = moved
    return result.astype(np.uint8)


def enlarged(cells: NDArray[np.int64]) -> NDArray[np.uint8]:
    """(n, 8, 8) counts from 0 to 16 -> (n, 28, 28) uint8, bright ink on black."""
    padded = np.pad(cells, ((0, 0), (RING, RING), (RING, RING)))
    side = CELLS + 2 * RING
    matrix = enlarging_matrix(side * 5 // 2, side)
    large = np.maximum(matrix @ padded @ matrix.T, 0)
    pictures = []
    for picture in large:
        top = int(picture.max())
        rising = (100 * picture - LOW * top) * 255 * 2 + (HIGH - LOW) * top
        ink = np.clip(rising // (2 * (HIGH - LOW) * top), 0, 255)
        pictures.append(centred(ink))
    return np.stack(pictures)


def shuffled(indices: list[int]) -> list[int]:
    """The indices in an order that depends on SALT alone."""
    return sorted(indices, key=lambda index: hashlib.sha256(f"{SALT}/{index}".encode()).digest())


def split(labels: NDArray[np.int64]) -> tuple[list[int], list[int]]:
    """(train, test) indices: TEST_COUNT test pictures, each digit having its share (largest remainders), both shuffled."""
    counts = [int((labels == digit).sum()) for digit in range(10)]
    shares = [TEST_COUNT * count // len(labels) for count in counts]
    remainders = sorted(range(10), key=lambda digit: (-(TEST_COUNT * counts[digit] % len(labels)), digit))
    for digit in remainders[: TEST_COUNT - sum(shares)]:
        shares[digit] += 1
    train: list[int] = []
    test: list[int] = []
    for digit, share in enumerate(shares):
        members = shuffled(np.flatnonzero(labels == digit).tolist())
        test += members[:share]
        train += members[share:]
    return shuffled(train), shuffled(test)


def make() -> dict[str, NDArray[np.uint8]]:
    """The four arrays of digits.npz; labels are stored as uint8."""
    from sklearn.datasets import load_digits

    source = load_digits()
    labels = source.target.astype(np.int64)
    pictures = enlarged(source.images.astype(np.int64))
    train, test = split(labels)
    return {
        "train_images": pictures[train],
        "train_labels": labels[train].astype(np.uint8),
        "test_images": pictures[test],
        "test_labels": labels[test].astype(np.uint8),
    }


def write_sheet(path: Path, pictures: NDArray[np.uint8], columns: int = 20) -> None:
    """A grey PNG of the pictures side by side, each pixel doubled, to look at."""
    rows = -(-len(pictures) // columns)
    sheet = np.zeros((rows * columns, SIDE, SIDE), dtype=np.uint8)
    sheet[: len(pictures)] = pictures
    grid = sheet.reshape(rows, columns, SIDE, SIDE).swapaxes(1, 2).reshape(rows * SIDE, columns * SIDE)
    grid = grid.repeat(2, axis=0).repeat(2, axis=1)
    lines = b"".join(b"\0" + line.tobytes() for line in grid)

    def chunk(kind: bytes, data: bytes) -> bytes:
        return struct.pack(">I", len(data)) + kind + data + struct.pack(">I", zlib.crc32(kind + data))

    header = struct.pack(">IIBBBBB", grid.shape[1], grid.shape[0], 8, 0, 0, 0, 0)
    path.write_bytes(b"\x89PNG\r\n\x1a\n" + chunk(b"IHDR", header) + chunk(b"IDAT", zlib.compress(lines)) + chunk(b"IEND", b""))


def main() -> None:
    parser = argparse.ArgumentParser(description="Make the digits that gradekit carries.")
    parser.add_argument("--out", type=Path, default=OUT, help="where the arrays go (default: into the package)")
    parser.add_argument("--sheet", type=Path, help="also write a PNG with 200 of the pictures")
    arguments = parser.parse_args()
    arrays = make()
    np.savez_compressed(arguments.out, **arrays)
    print(f"{arguments.out}: {arguments.out.stat().st_size:,} bytes")
    for name, array in arrays.items():
        print(f"  {name:<13} {array.shape!s:<15} sha256 {hashlib.sha256(array.tobytes()).hexdigest()}")
    if arguments.sheet is not None:
        write_sheet(arguments.sheet, arrays["train_images"][:200])


if __name__ == "__main__":
    main()
