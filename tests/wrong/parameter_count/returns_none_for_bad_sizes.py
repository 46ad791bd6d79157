# wrong: returns None instead of raising
def count_parameters(layer_sizes):
    return sum(a * b + b for a, b in zip(layer_sizes, layer_sizes[1:])) if len(layer_sizes) > 1 and min(layer_sizes) > 0 else None


def layer_parameters(layer_sizes):
    if len(layer_sizes) < 2 or min(layer_sizes) < 1:
        return None
    return [a * b + b for a, b in zip(layer_sizes, layer_sizes[1:])]
