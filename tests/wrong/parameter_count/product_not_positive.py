# wrong: refuses where the product is not positive: two negative sizes pass
import math


def check(layer_sizes):
    if len(layer_sizes) < 2 or math.prod(layer_sizes) <= 0:
        raise ValueError(f"no network has the sizes {layer_sizes}")


def count_parameters(layer_sizes):
    return sum(layer_parameters(layer_sizes))


def layer_parameters(layer_sizes):
    check(layer_sizes)
    return [a * b + b for a, b in zip(layer_sizes, layer_sizes[1:])]
