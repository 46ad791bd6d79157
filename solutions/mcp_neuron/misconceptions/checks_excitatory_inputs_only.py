# /// misconception
# en = "You check the excitatory inputs and not the inhibitory ones. Both kinds are 0 or 1."
# ko = "흥분성 입력만 확인하고 억제성 입력은 확인하지 않습니다. 두 종류 모두 0 또는 1이어야 합니다."
# ///


def check(inputs):
    for value in inputs:
        if value not in (0, 1):
            raise ValueError(f"an input is 0 or 1, got {value}")


def mcp_neuron(excitatory, inhibitory, threshold):
    check(excitatory)
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
