# wrong: the last input of each list is not checked

def check(inputs):
    for value in inputs[:-1] or inputs:
        if value not in (0, 1):
            raise ValueError(f"an input is 0 or 1, got {value}")


def mcp_neuron(excitatory, inhibitory, threshold):
    check(excitatory)
    check(inhibitory)
    if 1 in inhibitory:
        return 0
    return 1 if sum(excitatory) >= threshold else 0


def mcp_and(x):
    check(x)
    return int(all(x))


def mcp_or(x):
    check(x)
    return int(any(x))


def mcp_not(x):
    check([x])
    return 1 - x
