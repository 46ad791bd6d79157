# wrong: a veto is a weight of -1000, which a threshold below that outweighs


def _check(*values):
    for v in values:
        if v not in (0, 1):
            raise ValueError("0 or 1")


def mcp_and(x):
    return mcp_neuron(x, [], len(x))


def mcp_or(x):
    return mcp_neuron(x, [], 1)


def mcp_not(x):
    return mcp_neuron([], [x], 0)


def mcp_neuron(excitatory, inhibitory, threshold):
    _check(*excitatory)
    _check(*inhibitory)
    return int(sum(excitatory) - 1000 * sum(inhibitory) >= threshold)
