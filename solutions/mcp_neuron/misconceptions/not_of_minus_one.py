# /// misconception
# en = "Your NOT turns the bits of the whole number round: ~0 is -1 and ~1 is -2. The answer must be 1 or 0."
# ko = "NOT이 정수의 모든 비트를 뒤집고 있습니다. ~0은 -1이고 ~1은 -2입니다. 답은 1 또는 0이어야 합니다."
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
    return ~x
