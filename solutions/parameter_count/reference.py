"""The trusted reference for `parameter_count`: the parameters that PyTorch's own layers have."""

from collections.abc import Sequence
from itertools import pairwise

from torch import nn


def count_parameters(layer_sizes: Sequence[int]) -> int:
    """The number of weights and biases of all layers; raises ValueError for fewer than two sizes or a size below 1."""
    return sum(layer_parameters(layer_sizes))


def layer_parameters(layer_sizes: Sequence[int]) -> list[int]:
    """The number of weights and biases of each layer; raises ValueError as count_parameters does."""
    if len(layer_sizes) < 2 or min(layer_sizes) < 1:
        raise ValueError(f"{layer_sizes} are no sizes of a network")
    # On the meta device a layer has shapes and no storage.
    layers = [nn.Linear(inputs, neurons, device="meta") for inputs, neurons in pairwise(layer_sizes)]
    return [sum(parameter.numel() for parameter in layer.parameters()) for layer in layers]
