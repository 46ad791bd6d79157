# /// misconception
# en = "You read the inhibitory inputs upside down: 0 silences your neuron. An inhibitory input inhibits when it is 1."
# ko = "억제성 입력을 거꾸로 읽어 0일 때 발화를 막고 있습니다. 억제성 입력은 1일 때 억제합니다."
# ///


def check(inputs):
    for value in inputs:
        if value not in (0, 1):
            raise ValueError(f"an input is 0 or 1, got {value}")


def mcp_neuron(excitatory, inhibitory, threshold):
    check(excitatory)
    check(inhibitory)
    if 0 in inhibitory:
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
