# wrong: sorts the caller's list for its check, total only
def check(layer_sizes):
    if len(layer_sizes) < 2 or min(layer_sizes) < 1:
        raise ValueError(f"no network has the sizes {layer_sizes}")


def count_parameters(layer_sizes):
    total = sum(a * b + b for a, b in zip(layer_sizes, layer_sizes[1:]))
    check(layer_sizes)
    if isinstance(layer_sizes, list):
        layer_sizes.sort()
    return total


def layer_parameters(layer_sizes):
    check(layer_sizes)
    return [a * b + b for a, b in zip(layer_sizes, layer_sizes[1:])]
