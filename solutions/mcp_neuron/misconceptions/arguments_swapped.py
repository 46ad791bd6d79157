# /// misconception
# en = "You take the first list as the inhibitory inputs and the second as the excitatory ones. The order is mcp_neuron(excitatory, inhibitory, threshold)."
# ko = "첫 번째 리스트를 억제성, 두 번째 리스트를 흥분성 입력으로 읽고 있습니다. 순서는 mcp_neuron(excitatory, inhibitory, threshold)입니다."
# ///


def check(inputs):
    for value in inputs:
        if value not in (0, 1):
            raise ValueError(f"an input is 0 or 1, got {value}")


def mcp_neuron(inhibitory, excitatory, threshold):
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
