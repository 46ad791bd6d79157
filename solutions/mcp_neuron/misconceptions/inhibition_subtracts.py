# /// misconception
# en = "You subtract the inhibitory inputs from the sum, so enough excitation outvotes them. Here inhibition is a veto: one active inhibitory input silences the neuron. See 'The idea'."
# ko = "억제성 입력을 합에서 빼고 있어서, 흥분성 입력이 많으면 억제를 이겨 버립니다. 이 모델에서 억제는 거부권입니다. 억제성 입력이 하나라도 1이면 발화하지 않습니다. '핵심 아이디어'를 보십시오."
# ///


def check(inputs):
    for value in inputs:
        if value not in (0, 1):
            raise ValueError(f"an input is 0 or 1, got {value}")


def mcp_neuron(excitatory, inhibitory, threshold):
    check(excitatory)
    check(inhibitory)
    return 1 if sum(excitatory) - sum(inhibitory) >= threshold else 0


def mcp_and(x):
    check(x)
    return int(all(x))


def mcp_or(x):
    check(x)
    return int(any(x))


def mcp_not(x):
    check([x])
    return 1 - x
