# wrong: a sum between 0 and the number of inputs is taken as proof

def check(inputs):
    if not 0 <= sum(inputs) <= len(inputs) or sum(inputs) != int(sum(inputs)):
        raise ValueError("bad input")


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
