# /// misconception
# en = "You return 0 for a veto before all inputs are checked, so a bad input beside an active inhibitory one goes unnoticed. Check first, then decide. See 'What to write'."
# ko = "모든 입력을 확인하기 전에 거부권을 보고 0을 반환하므로, 억제성 입력이 1이면 잘못된 입력을 놓칩니다. 먼저 확인하고 나서 판단하십시오. '작성할 내용'을 보십시오."
# ///


def check(inputs):
    for value in inputs:
        if value not in (0, 1):
            raise ValueError(f"an input is 0 or 1, got {value}")


def mcp_neuron(excitatory, inhibitory, threshold):
    if 1 in inhibitory:
        return 0
    check(excitatory)
    check(inhibitory)
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
