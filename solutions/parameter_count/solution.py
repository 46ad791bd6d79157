"""Counting parameters: the model answer."""

from collections.abc import Sequence
from itertools import pairwise


def count_parameters(layer_sizes: Sequence[int]) -> int:
    """All weights and biases; raises ValueError for fewer than two sizes or a size below 1."""
    return sum(layer_parameters(layer_sizes))


def layer_parameters(layer_sizes: Sequence[int]) -> list[int]:
    """Weights and biases of each layer, len(layer_sizes) - 1 of them; raises ValueError as count_parameters does."""
    if len(layer_sizes) < 2:
        raise ValueError(f"a network needs an input and at least one layer, got the sizes {layer_sizes}")
    if min(layer_sizes) < 1:
        raise ValueError(f"every size must be at least 1, got {layer_sizes}")
    return [(inputs + 1) * neurons for inputs, neurons in pairwise(layer_sizes)]
