# wrong: refuses where the count is not positive
def check(layer_sizes):
    if len(layer_sizes) < 2:
        raise ValueError(f"no network has the sizes {layer_sizes}")


def count_parameters(layer_sizes):
    return sum(layer_parameters(layer_sizes))


def layer_parameters(layer_sizes):
    check(layer_sizes)
    result = [a * b + b for a, b in zip(layer_sizes, layer_sizes[1:])]
    if min(result) <= 0:
        raise ValueError
    return result
