"""The model reads the digits before they are rounded; adaptive pooling; a decorator for the mode; f-strings."""

import functools

import numpy as np
import torch
from torch import nn


def in_eval_mode(function):
    @functools.wraps(function)
    def inner(canvas, model):
        before = model.training
        model.eval()
        try:
            with torch.no_grad():
                return function(canvas, model)
        finally:
            model.train(before)

    return inner


def ink(canvas):
    red = torch.tensor(canvas[:, :, 0].astype(np.float32))
    boxes = torch.stack([red[51:149, 11 + 100 * i : 9 + 100 * (i + 1)] for i in range(5)])
    return nn.AdaptiveAvgPool2d(28)(1 - boxes / 255)


def split_digits(canvas):
    return (ink(canvas) * 255).round().byte().numpy()


@in_eval_mode
def read_zip(canvas, model):
    a, b, c, d, e = model(ink(canvas).flatten(1)).argmax(dim=1).tolist()
    return f"{a}{b}{c}{d}{e}"


@in_eval_mode
def confidence(canvas, model):
    logits = model(ink(canvas).flatten(1))
    return torch.softmax(logits, dim=1).gather(1, logits.argmax(dim=1, keepdim=True)).squeeze(1).numpy()
