import functools

print("counting parameters")


def guarded(function):
    @functools.wraps(function)
    def inner(layer_sizes):
        sizes = tuple(layer_sizes)
        match sizes:
            case () | (_,):
                raise ValueError("at least two sizes")
            case _ if any(size < 1 for size in sizes):
                raise ValueError("at least one neuron")
        return function(sizes)

    return inner


def walk(sizes):
    if len(sizes) == 1:
        return []
    first, second, *rest = sizes
    return [first * second + second, *walk((second, *rest))]


layer_parameters = guarded(walk)
count_parameters = guarded(lambda sizes: functools.reduce(lambda total, layer: total + layer, walk(sizes), 0))
