# /// misconception
# en = "Your NOT hands its input to the neuron as an excitatory one, so it repeats the input. The input of NOT must inhibit."
# ko = "NOT의 입력을 흥분성 입력으로 주어서 입력을 그대로 되풀이합니다. NOT의 입력은 억제해야 합니다."
# ///


def check(inputs):
    for value in inputs:
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
    return mcp_neuron([x], [], 1)
