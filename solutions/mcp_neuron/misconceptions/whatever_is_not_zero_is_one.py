# /// misconception
# en = "You turn every input that is not 0 into a 1 and go on. A 2 or a 0.5 is no input: raise ValueError instead of repairing it."
# ko = "0이 아닌 입력을 모두 1로 바꾸어 계산하고 있습니다. 2나 0.5는 올바른 입력이 아니므로, 고쳐 쓰지 말고 ValueError를 일으키십시오."
# ///


def check(inputs):
    for value in inputs:
        if value not in (0, 1):
            raise ValueError(f"an input is 0 or 1, got {value}")


def mcp_neuron(excitatory, inhibitory, threshold):
    excitatory = [int(bool(value)) for value in excitatory]
    inhibitory = [int(bool(value)) for value in inhibitory]
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
