def check(sizes):
    if len(sizes) < 2:
        raise ValueError("too few sizes")
    for size in sizes:
        if size <= 0:
            raise ValueError("a size below 1")


def layer_parameters(layer_sizes):
    check(layer_sizes)
    result = []
    i = 0
    while i + 1 < len(layer_sizes):
        count = 0
        count += layer_sizes[i] * layer_sizes[i + 1]
        count += layer_sizes[i + 1]
        result.append(count)
        i += 1
    return result


def count_parameters(layer_sizes):
    check(layer_sizes)
    total = 0
    for i in range(1, len(layer_sizes)):
        total += layer_sizes[i - 1] * layer_sizes[i] + layer_sizes[i]
    return total
