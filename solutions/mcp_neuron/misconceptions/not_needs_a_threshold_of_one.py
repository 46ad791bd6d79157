# /// misconception
# en = "Your NOT has an inhibitory input and a threshold of 1, which nothing can reach: it is always 0. Without excitation the sum is 0."
# ko = "NOT에 억제성 입력을 주었지만 임계값이 1이어서 아무것도 그에 이르지 못하고 항상 0이 나옵니다. 흥분성 입력이 없으면 합은 0입니다."
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
    return mcp_neuron([], [x], 1)
