# wrong: fires where the sum is within 1e-6 below the threshold


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
    if any(inhibitory):
        return 0
    return int(sum(excitatory) >= threshold - 1e-6)
