"""The trusted reference of fashion_mlp, and pictures of clothing for where Fashion-MNIST is not on the machine.

A model in float64 (`build_model().double()`) is computed in float64 throughout.
"""

from collections import OrderedDict

import numpy as np
import torch
from numpy.typing import NDArray
from torch import nn
from torch.nn import functional

__all__ = ["CLASSES", "NAMES", "batch_losses", "build_model", "clothing", "predict_names", "read", "to_rows", "train"]

CLASSES = ("T-shirt/top", "Trouser", "Pullover", "Dress", "Coat", "Sandal", "Shirt", "Sneaker", "Bag", "Ankle boot")
NAMES = {  # what the suite calls the parameters → their names in build_model()
    "hidden weights": "hidden.weight",
    "hidden biases": "hidden.bias",
    "output weights": "output.weight",
    "output biases": "output.bias",
}


def to_rows(images: torch.Tensor, dtype: torch.dtype = torch.float32) -> torch.Tensor:
    """(n, 28, 28) uint8 → (n, 784) of dtype, in [0, 1]."""
    return images.reshape(len(images), 784).to(dtype) / 255


def build_model(p: float = 0.5) -> nn.Sequential:
    """784 → 256 ReLU → dropout → 10, outputs logits: 203,530 parameters."""
    return nn.Sequential(OrderedDict(hidden=nn.Linear(784, 256), bend=nn.ReLU(), drop=nn.Dropout(p), output=nn.Linear(256, 10)))


def batch_losses(
    model: nn.Module,
    images: torch.Tensor,
    labels: torch.Tensor,
    epochs: int = 5,
    batch_size: int = 128,
    order: torch.Generator | None = None,
) -> list[list[tuple[float, int]]]:
    """Train model in place; for each epoch, (mean loss before the update, pictures) of each batch.

    The pictures go in the given order where order is None, else in a new random one each epoch.
    """
    steps = torch.optim.Adam(model.parameters(), lr=0.001)
    rows = to_rows(images, next(model.parameters()).dtype)
    count = len(rows)
    model.train()
    epochs_seen = []
    for _ in range(epochs):
        places = torch.arange(count) if order is None else torch.randperm(count, generator=order)
        seen = []
        for batch in places.split(batch_size):
            loss = functional.cross_entropy(model(rows[batch]), labels[batch])
            steps.zero_grad()
            loss.backward()
            steps.step()
            seen.append((loss.item(), len(batch)))
        epochs_seen.append(seen)
    return epochs_seen


def train(
    model: nn.Module,
    images: torch.Tensor,
    labels: torch.Tensor,
    epochs: int = 5,
    batch_size: int = 128,
    seed: int = 0,
) -> list[float]:
    """Train model in place; the mean loss of each epoch, over its pictures."""
    with torch.random.fork_rng(devices=[]):
        torch.default_generator.manual_seed(seed)
        seen = batch_losses(model, images, labels, epochs, batch_size, torch.Generator().manual_seed(seed))
    return [sum(loss * count for loss, count in epoch) / len(images) for epoch in seen]


@torch.no_grad()
def read(model: nn.Module, images: torch.Tensor) -> NDArray[np.int64]:
    """The class that model sees in each picture, in eval mode, in which it stays."""
    model.eval()
    return np.asarray(model(to_rows(images, next(model.parameters()).dtype)).argmax(dim=1).numpy())


def predict_names(model: nn.Module, images: torch.Tensor) -> list[str]:
    """The names of what read sees."""
    return [CLASSES[label] for label in read(model, images)]


# A piece of clothing as trapezoids: top, bottom, left and right at the top, left and right at the bottom, brightness. Rows and columns of a
# 28×28 picture. A brightness of 0 cuts out what was drawn before.
Piece = tuple[float, float, float, float, float, float, float]
PATTERNS: dict[str, tuple[Piece, ...]] = {
    "T-shirt/top": ((5, 10, 4, 24, 2, 26, 0.8), (10, 24, 9, 19, 9, 19, 0.8), (5, 10, 8, 20, 9, 19, 0.8), (4, 7, 12, 16, 13, 15, 0)),
    "Trouser": ((3, 8, 9, 19, 9, 19, 0.8), (8, 26, 9, 13, 8, 12.5, 0.8), (8, 26, 15, 19, 15.5, 20, 0.8)),
    "Pullover": ((4, 24, 8, 20, 8, 20, 0.75), (5, 23, 5, 9, 2, 6, 0.75), (5, 23, 19, 23, 22, 26, 0.75)),
    "Dress": ((3, 10, 10.5, 17.5, 11, 17, 0.8), (10, 26, 11, 17, 7.5, 20.5, 0.8)),
    "Coat": ((3, 26, 8, 20, 7, 21, 0.65), (4, 24, 5, 9, 3, 7, 0.65), (4, 24, 19, 23, 21, 25, 0.65), (3, 26, 13.5, 14.5, 13.5, 14.5, 0.15)),
    "Sandal": ((20, 23, 3, 25, 3, 25, 0.7), (12, 20, 16, 18, 8, 10, 0.6), (12, 20, 10, 12, 18, 20, 0.6), (10, 13, 9, 20, 9, 20, 0.5)),
    "Shirt": ((4, 24, 8, 20, 8, 20, 0.7), (5, 15, 5, 9, 3, 7, 0.7), (5, 15, 19, 23, 21, 25, 0.7), (5, 24, 13.7, 14.3, 13.7, 14.3, 0.2)),
    "Sneaker": ((14, 21, 8, 17, 3, 25, 0.7), (21, 23, 3, 25, 3, 25, 0.95), (12, 15, 4, 9, 3, 10, 0.7)),
    "Bag": ((11, 24, 4, 24, 3, 25, 0.8), (5, 11, 9, 11, 8, 10, 0.7), (5, 11, 17, 19, 18, 20, 0.7), (4, 6, 9, 19, 9, 19, 0.7)),
    "Ankle boot": ((5, 19, 4, 13, 4, 14, 0.75), (14, 22, 10, 16, 5, 25, 0.75), (22, 24, 4, 25, 4, 25, 0.9)),
}


def clothing(labels: NDArray[np.int64], rng: np.random.Generator) -> NDArray[np.uint8]:
    """Pictures (n, 28, 28) uint8 of clothing of the classes in labels (n,), no two alike: moved, stretched, faded, noisy."""
    count = len(labels)
    pieces = np.zeros((len(CLASSES), 4, 7))
    for number, name in enumerate(CLASSES):
        pattern = np.array(PATTERNS[name])
        pieces[number] = np.concatenate([pattern, np.repeat(pattern[-1:], 4 - len(pattern), axis=0)])
    centre = 14.0
    wide, high = rng.uniform(0.75, 1.1, (2, count, 1, 1))
    right, down = rng.uniform(-2.5, 2.5, (2, count, 1, 1))
    lean = rng.uniform(-0.12, 0.12, (count, 1, 1))
    rows, columns = np.mgrid[0:28, 0:28] + 0.5
    y = (rows - centre - down) / high + centre
    x = (columns - centre - right) / wide + centre - lean * (y - centre)
    own = pieces[labels] + rng.normal(0, 0.5, (count, 4, 7)) * np.array([1, 1, 1, 1, 1, 1, 0.0])
    pictures = np.zeros((count, 28, 28))
    for part in range(4):
        top, bottom, left, right_, left_below, right_below, brightness = own[:, part, :, None, None].transpose(1, 0, 2, 3)
        along = np.clip((y - top) / np.maximum(bottom - top, 1), 0, 1)
        inside = (y >= top) & (y < bottom) & (x >= left + along * (left_below - left)) & (x < right_ + along * (right_below - right_))
        pictures = np.where(inside, brightness, pictures)
    shade = rng.uniform(0.55, 1.15, (count, 1, 1))
    texture = 1 + rng.uniform(0, 0.25, (count, 1, 1)) * np.sin(rng.uniform(0.8, 2.5, (count, 1, 1)) * y + rng.uniform(0, 6, (count, 1, 1)))
    noisy = 255 * pictures * shade * texture + rng.normal(0, 14, pictures.shape)
    return noisy.clip(0, 255).astype(np.uint8)
