# /// misconception
# en = "Your neuron fires only when the sum equals the threshold. More excitation than needed does no harm: any sum from the threshold on will do."
# ko = "합이 임계값과 같을 때만 발화하고 있습니다. 흥분이 필요한 만큼보다 커도 괜찮습니다. 임계값 이상이면 모두 발화해야 합니다."
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
    return 1 if sum(excitatory) == threshold else 0


def mcp_and(x):
    check(x)
    return int(all(x))


def mcp_or(x):
    check(x)
    return int(any(x))


def mcp_not(x):
    check([x])
    return 1 - x
