"""Nothing but loops and ifs."""


def mcp_neuron(excitatory, inhibitory, threshold):
    for group in (excitatory, inhibitory):
        for i in range(len(group)):
            if group[i] != 0 and group[i] != 1:
                raise ValueError("inputs must be 0 or 1")
    vetoed = False
    for value in inhibitory:
        if value == 1:
            vetoed = True
    total = 0
    for value in excitatory:
        total += value
    if vetoed:
        return 0
    if total < threshold:
        return 0
    return 1


def mcp_and(x):
    answer = 1
    for value in x:
        if value not in [0, 1]:
            raise ValueError(value)
        answer *= value
    return answer


def mcp_or(x):
    answer = 0
    for value in x:
        if value not in [0, 1]:
            raise ValueError(value)
        if value:
            answer = 1
    return answer


def mcp_not(x):
    if x == 0:
        return 1
    elif x == 1:
        return 0
    else:
        raise ValueError(f"{x} is no bit")
