"""Loops over pixels with fractional areas; probabilities by math.exp; float64 array of confidences."""

import math

import numpy as np
import torch


def overlap(small, pixel):
    low, high = 3.5 * small, 3.5 * (small + 1)
    return max(0.0, min(high, pixel + 1) - max(low, pixel)) / 3.5


PARTS = [[(pixel, overlap(small, pixel)) for pixel in range(98) if overlap(small, pixel) > 0] for small in range(28)]


def split_digits(canvas):
    result = np.zeros((5, 28, 28), dtype="uint8")
    for i in range(5):
        box = canvas[51:149, 11 + 100 * i : 9 + 100 * (i + 1), 0].tolist()
        narrow = [[sum(line[pixel] * share for pixel, share in parts) for parts in PARTS] for line in box]
        for y, parts in enumerate(PARTS):
            for x in range(28):
                value = sum(narrow[pixel][x] * share for pixel, share in parts)
                result[i, y, x] = int(255 - value + 0.5)
    return result


def _rows(canvas, model):
    mode = model.training
    model.eval()
    rows = torch.tensor(split_digits(canvas).reshape(5, 784).tolist()) / 255
    logits = model(rows).tolist()
    model.train() if mode else model.eval()
    return logits


def read_zip(canvas, model):
    code = ""
    for row in _rows(canvas, model):
        code += str(max(range(10), key=row.__getitem__))
    return code


def confidence(canvas, model):
    values = []
    for row in _rows(canvas, model):
        top = max(row)
        values.append(1 / sum(math.exp(z - top) for z in row))
    return np.array(values)
