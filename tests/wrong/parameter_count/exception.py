# wrong: raises another exception than ValueError
def layer_parameters(layer_sizes):
    if len(layer_sizes) < 2:
        raise Exception("too few")
    for s in layer_sizes:
        if s < 1:
            raise ValueError("bad size")
    out = []
    for i in range(len(layer_sizes) - 1):
        out.append(layer_sizes[i] * layer_sizes[i + 1] + layer_sizes[i + 1])
    return out
def count_parameters(layer_sizes):
    return sum(layer_parameters(layer_sizes))
