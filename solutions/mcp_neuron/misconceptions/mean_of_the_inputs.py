# /// misconception
# en = "You compare the mean of the excitatory inputs with the threshold. The neuron adds up its inputs and does not divide by their number."
# ko = "흥분성 입력의 평균을 임계값과 비교하고 있습니다. 뉴런은 입력을 더하기만 하고 개수로 나누지 않습니다."
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
    return 1 if sum(excitatory) / max(1, len(excitatory)) >= threshold else 0


def mcp_and(x):
    check(x)
    return int(all(x))


def mcp_or(x):
    check(x)
    return int(any(x))


def mcp_not(x):
    check([x])
    return 1 - x
