"""The trusted reference of zip_reader: every way of resizing that counts as area averaging or bilinear, and canvases to read."""

import numpy as np
import torch
from numpy.typing import NDArray
from torch import nn

__all__ = ["RESIZERS", "canvas_of", "confidence", "probabilities", "read_zip", "resized", "split_digits"]

SIZE, BOX = 28, 98
STEP = BOX / SIZE
TOP, LEFT, PITCH = 51, 11, 100


def _matrix(kind: str) -> NDArray[np.float64]:
    """(28, 98): the weight of each of a box's pixels, along one axis, in each pixel of the small picture. Rows sum to 1."""
    left = STEP * np.arange(SIZE)[:, None]
    pixel = np.arange(BOX)[None, :]
    if kind == "area":  # each pixel by the share of it that the small pixel covers
        weights = np.clip(np.minimum(pixel + 1, left + STEP) - np.maximum(pixel, left), 0, None)
    elif kind == "area of whole pixels":  # as PyTorch's interpolate(mode="area") has it: bins of 4, which overlap
        weights = ((pixel >= np.floor(left)) & (pixel < np.ceil(left + STEP))).astype(float)
    elif kind == "area of centres":  # a box filter: the pixels whose centres the small pixel covers, 4 and 3 by turns
        weights = ((pixel >= np.floor(left + 0.5)) & (pixel < np.floor(left + STEP + 0.5))).astype(float)
    elif kind == "bilinear":  # between the two pixels nearest to the small pixel's centre
        weights = np.clip(1 - np.abs(pixel + 0.5 - left - STEP / 2), 0, None)
    else:  # bilinear with antialiasing: a triangle as wide as the small pixel to either side
        weights = np.clip(1 - np.abs(pixel + 0.5 - left - STEP / 2) / STEP, 0, None)
    return np.asarray(weights / weights.sum(axis=1, keepdims=True))


RESIZERS = {kind: _matrix(kind) for kind in ("area", "area of whole pixels", "area of centres", "bilinear", "bilinear with antialiasing")}


def resized(canvas: NDArray[np.uint8]) -> dict[str, NDArray[np.float64]]:
    """The digits (5, 28, 28), ink bright, in each way of resizing, before any rounding."""
    boxes = np.stack([canvas[TOP : TOP + BOX, LEFT + PITCH * i : LEFT + PITCH * i + BOX, 0] for i in range(5)])
    ink = 255.0 - boxes
    return {kind: np.asarray(matrix @ ink @ matrix.T) for kind, matrix in RESIZERS.items()}


def split_digits(canvas: NDArray[np.uint8]) -> NDArray[np.uint8]:
    """The digits by area averaging, rounded."""
    return np.asarray(resized(canvas)["area"].round().astype(np.uint8))


def probabilities(digits: NDArray[np.float64], model: nn.Module) -> NDArray[np.float64]:
    """The softmax probabilities (5, 10) of digits (5, 28, 28) in 0 to 255; model is in float64 and goes to eval mode."""
    model.eval()
    with torch.no_grad():
        return np.asarray(model(torch.from_numpy(digits.reshape(5, SIZE * SIZE) / 255)).softmax(dim=1).numpy())


def read_zip(canvas: NDArray[np.uint8], model: nn.Module) -> str:
    """The five digits as text."""
    return "".join(map(str, probabilities(split_digits(canvas).astype(float), model).argmax(axis=1)))


def confidence(canvas: NDArray[np.uint8], model: nn.Module) -> NDArray[np.float64]:
    """The probability (5,) of each digit read."""
    return probabilities(split_digits(canvas).astype(float), model).max(axis=1)


def canvas_of(ink: NDArray[np.float64], rng: np.random.Generator) -> NDArray[np.uint8]:
    """A canvas with ink (5, 98, 98), from 0 for paper to 1 for black, in its boxes: with frames and other writing round them, in colour."""
    paper = np.ones((200, 520))
    for i in range(5):
        paper[TOP - 2 : TOP + BOX + 2, LEFT + PITCH * i - 2 : LEFT + PITCH * i + BOX + 2] = 0.1
        paper[TOP : TOP + BOX, LEFT + PITCH * i : LEFT + PITCH * i + BOX] = 1 - ink[i]
    for _ in range(6):  # writing above and below the boxes
        row = int(rng.choice([rng.integers(5, 40), rng.integers(155, 190)]))
        column = int(rng.integers(5, 440))
        paper[row : row + 3, column : column + int(rng.integers(20, 80))] = 0.3
    tint = np.array([1.0, *rng.uniform(0.75, 1.0, 2)])
    return np.asarray((255 * paper[..., None] * tint).round().clip(0, 255).astype(np.uint8))
