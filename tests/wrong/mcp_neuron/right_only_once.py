# wrong: the neuron tires: after firing once it needs one more excitatory input

TIRED = []


def check(inputs):
    for value in inputs:
        if value not in (0, 1):
            raise ValueError(f"an input is 0 or 1, got {value}")


def mcp_neuron(excitatory, inhibitory, threshold):
    check(excitatory)
    check(inhibitory)
    if 1 in inhibitory:
        return 0
    fires = sum(excitatory) >= threshold + len(TIRED)
    if fires and not TIRED:
        TIRED.append(1)
    return int(fires)


def mcp_and(x):
    check(x)
    return int(all(x))


def mcp_or(x):
    check(x)
    return int(any(x))


def mcp_not(x):
    check([x])
    return 1 - x
