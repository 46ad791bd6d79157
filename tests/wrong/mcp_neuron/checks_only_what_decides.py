# wrong: inputs are checked only when the threshold is reached

def check(inputs):
    for value in inputs:
        if value not in (0, 1):
            raise ValueError(f"an input is 0 or 1, got {value}")


def mcp_neuron(excitatory, inhibitory, threshold):
    if sum(excitatory) < threshold:
        return 0
    check(excitatory)
    check(inhibitory)
    return int(1 not in inhibitory)


def mcp_and(x):
    check(x)
    return int(all(x))


def mcp_or(x):
    check(x)
    return int(any(x))


def mcp_not(x):
    check([x])
    return 1 - x
