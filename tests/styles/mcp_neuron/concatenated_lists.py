"""Both lists joined for the check; answers are Python bools and floats."""

print("importing my neuron")

BITS = {0, 1}


def mcp_neuron(excitatory, inhibitory, threshold):
    if not set(excitatory + inhibitory) <= BITS:
        raise ValueError("only 0 and 1, please")
    return not any(inhibitory) and excitatory.count(1) >= threshold


mcp_and = lambda x: float(mcp_neuron(x, [], len(x)))
mcp_or = lambda x: mcp_neuron(x, [], 1)
mcp_not = lambda x: mcp_neuron([], [x], 0)
