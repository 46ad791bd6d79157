# wrong: lists no more than eight layers
import itertools


def _check(layer_sizes):
    if len(layer_sizes) < 2:
        raise ValueError("at least two sizes")
    for size in layer_sizes:
        if size < 1:
            raise ValueError("sizes start at 1")


def layer_parameters(layer_sizes):
    _check(layer_sizes)
    counts = []
    for i in range(min(len(layer_sizes) - 1, 8)):
        a, b = layer_sizes[i], layer_sizes[i + 1]
        counts.append(a * b + b)
    return counts


def count_parameters(layer_sizes):
    _check(layer_sizes)
    total = 0
    for a, b in itertools.pairwise(layer_sizes):
        total += a * b + b
    return total
