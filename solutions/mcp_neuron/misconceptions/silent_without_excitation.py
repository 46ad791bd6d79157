# /// misconception
# en = "Your neuron never fires when nothing excites it. With a threshold of 0 or less a sum of 0 is enough; a NOT gate lives on that."
# ko = "흥분성 입력이 없거나 모두 0이면 절대 발화하지 않고 있습니다. 임계값이 0 이하이면 합이 0이어도 충분합니다. NOT 게이트가 바로 이 성질을 이용합니다."
# ///


def check(inputs):
    for value in inputs:
        if value not in (0, 1):
            raise ValueError(f"an input is 0 or 1, got {value}")


def mcp_neuron(excitatory, inhibitory, threshold):
    check(excitatory)
    check(inhibitory)
    if 1 in inhibitory or 1 not in excitatory:
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
