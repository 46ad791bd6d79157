# wrong: marks the end of the caller's list
def check(layer_sizes):
    if len(layer_sizes) < 2 or min(layer_sizes) < 1:
        raise ValueError(f"no network has the sizes {layer_sizes}")


def count_parameters(layer_sizes):
    return sum(layer_parameters(layer_sizes))


def layer_parameters(layer_sizes):
    check(layer_sizes)
    if isinstance(layer_sizes, list):
        layer_sizes.append(0)
        sizes = layer_sizes[:-1]
    else:
        sizes = layer_sizes
    return [a * b + b for a, b in zip(sizes, sizes[1:])]
