# /// misconception
# en = "Your neuron takes any number as an input and answers. For what is neither 0 nor 1 it must raise ValueError."
# ko = "어떤 수를 입력해도 그대로 계산해 답하고 있습니다. 0도 1도 아닌 입력에는 ValueError를 일으켜야 합니다."
# ///


def check(inputs):
    for value in inputs:
        if value not in (0, 1):
            raise ValueError(f"an input is 0 or 1, got {value}")


def mcp_neuron(excitatory, inhibitory, threshold):
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
    return 1 - x
