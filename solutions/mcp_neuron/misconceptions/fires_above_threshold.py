# /// misconception
# en = "Your neuron fires only above the threshold. Reaching it is enough: compare with >= and not with >. See 'The formula'."
# ko = "합이 임계값보다 클 때만 발화하고 있습니다. 임계값에 이르기만 하면 되므로 >가 아니라 >=로 비교해야 합니다. '수식'을 보십시오."
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
    return 1 if sum(excitatory) > threshold else 0


def mcp_and(x):
    check(x)
    return int(all(x))


def mcp_or(x):
    check(x)
    return int(any(x))


def mcp_not(x):
    check([x])
    return 1 - x
