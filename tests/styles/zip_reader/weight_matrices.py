"""Bilinear with antialiasing through one weight matrix for both axes; functions made by a closure; a tuple of Python floats."""

import functools

import numpy as np
import torch


@functools.lru_cache
def triangle(small=28, large=98):
    scale = large / small
    centres = (np.arange(small) + 0.5) * scale
    weights = np.maximum(0.0, 1 - np.abs(np.arange(large) + 0.5 - centres[:, None]) / scale)
    return weights / weights.sum(1, keepdims=True)


def split_digits(canvas):
    w = triangle()
    boxes = [255 - canvas[51:149, 11 + 100 * i : 109 + 100 * i, 0].astype(float) for i in range(5)]
    return np.clip(np.round(np.einsum("ij,njk,lk->nil", w, np.array(boxes), w)), 0, 255).astype(np.uint8)


def with_logits(finish):
    def answer(canvas, model):
        modes = [(module, module.training) for module in model.modules()]
        for module, _ in modes:
            module.training = False
        with torch.inference_mode():
            logits = model(torch.from_numpy((split_digits(canvas) / 255).reshape(5, -1).astype("float32")))
        for module, mode in modes:
            module.training = mode
        return finish(logits)

    return answer


_read = with_logits(lambda logits: "".join("0123456789"[k] for k in logits.argmax(1)))
_sure = with_logits(lambda logits: np.array([float(row.softmax(0).max()) for row in logits]))


def read_zip(canvas, model):
    return _read(canvas, model)


def confidence(canvas, model):
    return _sure(canvas, model)
