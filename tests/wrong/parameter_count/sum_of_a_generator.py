# wrong: layer_parameters gives the total
def check(layer_sizes):
    if len(layer_sizes) < 2 or min(layer_sizes) < 1:
        raise ValueError(f"no network has the sizes {layer_sizes}")


def count_parameters(layer_sizes):
    check(layer_sizes)
    return sum(a * b + b for a, b in zip(layer_sizes, layer_sizes[1:]))


def layer_parameters(layer_sizes):
    check(layer_sizes)
    return sum(a * b + b for a, b in zip(layer_sizes, layer_sizes[1:]))
