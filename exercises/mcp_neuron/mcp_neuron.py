"""The McCulloch–Pitts neuron. / 매컬러–피츠 뉴런."""

from collections.abc import Sequence


def mcp_neuron(excitatory: Sequence[int], inhibitory: Sequence[int], threshold: float) -> int:
    """Return 1 if no inhibitory input is 1 and the excitatory inputs sum to the threshold or more, else 0.

    억제성 입력 가운데 1이 하나도 없고 흥분성 입력의 합이 임계값 이상이면 1, 아니면 0을 반환합니다.
    """
    raise NotImplementedError("write mcp_neuron / mcp_neuron을 작성하십시오")


def mcp_and(x: Sequence[int]) -> int:
    """Return 1 if all inputs in x are 1, else 0; x holds one input or more.

    x의 입력이 모두 1이면 1, 아니면 0을 반환합니다. x에는 입력이 하나 이상 있습니다.
    """
    raise NotImplementedError("write mcp_and / mcp_and를 작성하십시오")


def mcp_or(x: Sequence[int]) -> int:
    """Return 1 if at least one input in x is 1, else 0; x holds one input or more.

    x의 입력 가운데 하나라도 1이면 1, 아니면 0을 반환합니다. x에는 입력이 하나 이상 있습니다.
    """
    raise NotImplementedError("write mcp_or / mcp_or를 작성하십시오")


def mcp_not(x: int) -> int:
    """Return 0 for the input 1, and 1 for the input 0; x is a bare number, not a list.

    입력이 1이면 0을, 0이면 1을 반환합니다. x는 리스트가 아니라 수 하나입니다.
    """
    raise NotImplementedError("write mcp_not / mcp_not을 작성하십시오")
