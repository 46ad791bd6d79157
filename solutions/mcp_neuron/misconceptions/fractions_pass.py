# /// misconception
# en = "You only check that an input lies between 0 and 1, so 0.5 passes. An input is exactly 0 or exactly 1."
# ko = "입력이 0과 1 사이에 있는지만 확인하므로 0.5도 통과합니다. 입력은 정확히 0이거나 정확히 1이어야 합니다."
# ///


def check(inputs):
    for value in inputs:
        if value < 0 or value > 1:
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
