# /// misconception
# en = "Your gates stop at the first input that settles the answer and never see the ones behind it. A bad input there must raise ValueError too."
# ko = "게이트가 답이 정해지는 첫 입력에서 멈추어 그 뒤의 입력을 보지 않습니다. 뒤에 있는 잘못된 입력에도 ValueError를 일으켜야 합니다."
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
    for value in x:
        check([value])
        if value == 0:
            return 0
    return 1


def mcp_or(x):
    for value in x:
        check([value])
        if value == 1:
            return 1
    return 0


def mcp_not(x):
    check([x])
    return 1 - x
