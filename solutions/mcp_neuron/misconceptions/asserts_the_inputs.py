# /// misconception
# en = "You check the inputs with assert, which raises AssertionError. The caller was promised ValueError: use 'raise ValueError(…)'."
# ko = "assert로 입력을 확인하여 AssertionError가 발생합니다. 약속한 예외는 ValueError이므로 'raise ValueError(…)'를 쓰십시오."
# ///


def check(inputs):
    for value in inputs:
        assert value in (0, 1), "an input is 0 or 1"


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
    return 1 - x
