"""Bilinear interpolation by PyTorch, truncated to bytes; a contextmanager for the mode; probabilities by NumPy in float64."""

from contextlib import contextmanager

import numpy as np
import torch
from torch.nn import functional

print("zip_reader is imported")


def split_digits(canvas):
    digits = []
    for i in range(5):
        box = canvas[51:149, 11 + 100 * i : 9 + 100 * (i + 1), 0]
        tensor = torch.tensor(box, dtype=torch.float32)[None, None]
        small = functional.interpolate(tensor, size=(28, 28), mode="bilinear", align_corners=False)[0, 0].numpy()
        digits.append((255 - small).astype(np.uint8))
    return np.array(digits)


@contextmanager
def evaluating(model):
    mode = model.training
    model.eval()
    try:
        yield
    finally:
        model.train(mode)


def softmax(z):
    e = np.exp(z - z.max(axis=-1, keepdims=True))
    return e / e.sum(axis=-1, keepdims=True)


def predict(canvas, model):
    x = torch.from_numpy(split_digits(canvas).astype(np.float32) / 255.0).reshape(5, 28 * 28)
    with evaluating(model), torch.no_grad():
        return softmax(model(x).numpy().astype(np.float64))


def read_zip(canvas, model):
    return "".join(map(str, predict(canvas, model).argmax(axis=1)))


def confidence(canvas, model):
    return predict(canvas, model).max(axis=1)
