# wrong: remembers the first answer for each number of layers
def check(layer_sizes):
    if len(layer_sizes) < 2 or min(layer_sizes) < 1:
        raise ValueError(f"no network has the sizes {layer_sizes}")


def count_parameters(layer_sizes):
    return sum(layer_parameters(layer_sizes))


known = {}


def layer_parameters(layer_sizes):
    check(layer_sizes)
    return known.setdefault(len(layer_sizes), [a * b + b for a, b in zip(layer_sizes, layer_sizes[1:])])
