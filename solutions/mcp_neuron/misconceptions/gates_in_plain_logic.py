# /// misconception
# en = "Your gates answer with all, any and not, and take any number. They too must raise ValueError for what is neither 0 nor 1."
# ko = "게이트를 all, any, not으로 작성해 어떤 수든 받아들입니다. 게이트도 0도 1도 아닌 입력에는 ValueError를 일으켜야 합니다."
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
    return int(all(x))


def mcp_or(x):
    return int(any(x))


def mcp_not(x):
    return int(not x)
