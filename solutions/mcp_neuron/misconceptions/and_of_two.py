# /// misconception
# en = "Your AND fires from two active inputs on. That is right for two inputs only: the threshold must grow with their number."
# ko = "AND가 입력 두 개만 1이면 발화합니다. 이는 입력이 두 개일 때만 맞습니다. 임계값은 입력의 개수에 맞추어 커져야 합니다."
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
    return mcp_neuron(x, [], 2)


def mcp_or(x):
    check(x)
    return int(any(x))


def mcp_not(x):
    check([x])
    return 1 - x
