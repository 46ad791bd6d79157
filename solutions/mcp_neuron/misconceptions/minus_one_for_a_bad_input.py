# /// misconception
# en = "You return -1 for a bad input. A caller can mistake that for an answer: raise ValueError."
# ko = "잘못된 입력에 -1을 반환하고 있습니다. 호출한 쪽은 그것을 답으로 오해할 수 있습니다. ValueError를 일으키십시오."
# ///


def check(inputs):
    for value in inputs:
        if value not in (0, 1):
            raise ValueError(f"an input is 0 or 1, got {value}")


def mcp_neuron(excitatory, inhibitory, threshold):
    if any(value not in (0, 1) for value in [*excitatory, *inhibitory]):
        return -1
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
