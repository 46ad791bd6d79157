# wrong: counts although there are fewer than two sizes
def layer_parameters(layer_sizes):
    if len(layer_sizes) < 2:
        raise ValueError("too few")
    for s in layer_sizes:
        if s < 1:
            raise ValueError("bad size")
    out = []
    for i in range(len(layer_sizes) - 1):
        out.append(layer_sizes[i] * layer_sizes[i + 1] + layer_sizes[i + 1])
    return out
def count_parameters(layer_sizes):
    if any(s<1 for s in layer_sizes): raise ValueError
    return sum(a*b+b for a,b in zip(layer_sizes,layer_sizes[1:]))
