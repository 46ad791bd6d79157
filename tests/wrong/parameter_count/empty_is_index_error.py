# wrong: an empty list ends in IndexError
def check(layer_sizes):
    if layer_sizes[0] < 1 or min(layer_sizes) < 1 or len(layer_sizes) < 2:
        raise ValueError


def count_parameters(layer_sizes):
    return sum(layer_parameters(layer_sizes))


def layer_parameters(layer_sizes):
    check(layer_sizes)
    return [a * b + b for a, b in zip(layer_sizes, layer_sizes[1:])]
