# /// misconception
# en = "Your neuron does not look at its inhibitory inputs when it decides. One of them being 1 must keep it silent."
# ko = "발화를 정할 때 억제성 입력을 전혀 보지 않고 있습니다. 그 가운데 하나라도 1이면 발화하지 않아야 합니다."
# ///


def check(inputs):
    for value in inputs:
        if value not in (0, 1):
            raise ValueError(f"an input is 0 or 1, got {value}")


def mcp_neuron(excitatory, inhibitory, threshold):
    check(excitatory)
    check(inhibitory)
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
