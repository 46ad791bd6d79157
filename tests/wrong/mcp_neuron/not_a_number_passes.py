# wrong: nan is taken for an input


def mcp_neuron(excitatory, inhibitory, threshold):
    _check(*excitatory)
    _check(*inhibitory)
    if 1 in list(inhibitory):
        return 0
    return 1 if sum(excitatory) >= threshold else 0


def mcp_and(x):
    return mcp_neuron(x, [], len(x))


def mcp_or(x):
    return mcp_neuron(x, [], 1)


def mcp_not(x):
    return mcp_neuron([], [x], 0)


def _check(*values):
    for v in values:
        if v < 0 or v > 1 or 0 < v < 1:
            raise ValueError
