# /// misconception
# en = "You compare the number of excitatory inputs with the threshold. Only those that are 1 count: compare their sum."
# ko = "흥분성 입력의 개수를 임계값과 비교하고 있습니다. 1인 입력만 세어야 하므로 입력의 합을 비교하십시오."
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
    return 1 if len(excitatory) >= threshold else 0


def mcp_and(x):
    check(x)
    return int(all(x))


def mcp_or(x):
    check(x)
    return int(any(x))


def mcp_not(x):
    check([x])
    return 1 - x
