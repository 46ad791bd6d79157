# /// misconception
# en = "Your neuron is silenced only when all inhibitory inputs are 1. A single one is enough."
# ko = "억제성 입력이 모두 1일 때만 발화를 막고 있습니다. 하나만 1이어도 발화하지 않아야 합니다."
# ///


def check(inputs):
    for value in inputs:
        if value not in (0, 1):
            raise ValueError(f"an input is 0 or 1, got {value}")


def mcp_neuron(excitatory, inhibitory, threshold):
    check(excitatory)
    check(inhibitory)
    if inhibitory and all(inhibitory):
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
