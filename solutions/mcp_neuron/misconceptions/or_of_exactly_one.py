# /// misconception
# en = "Your OR fires only when exactly one input is 1; that is another gate, XOR. OR fires for two or more as well."
# ko = "OR가 정확히 하나의 입력만 1일 때 발화합니다. 그것은 XOR라는 다른 게이트입니다. OR는 둘 이상이 1이어도 발화합니다."
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
    return int(sum(x) == 1)


def mcp_not(x):
    check([x])
    return 1 - x
