# /// misconception
# en = "You let excitatory and inhibitory inputs vote, and the larger number wins. A veto needs no majority: one inhibitory input that is 1 is enough."
# ko = "흥분성 입력과 억제성 입력의 개수를 견주어 많은 쪽을 따르고 있습니다. 거부권에는 다수가 필요하지 않습니다. 1인 억제성 입력이 하나만 있어도 발화하지 않습니다."
# ///


def check(inputs):
    for value in inputs:
        if value not in (0, 1):
            raise ValueError(f"an input is 0 or 1, got {value}")


def mcp_neuron(excitatory, inhibitory, threshold):
    check(excitatory)
    check(inhibitory)
    if sum(inhibitory) > sum(excitatory):
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
