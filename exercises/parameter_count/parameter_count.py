"""Counting parameters. Only numpy and the standard library are allowed.

파라미터 개수 세기. numpy와 표준 라이브러리만 사용할 수 있습니다.
"""

from collections.abc import Sequence


def count_parameters(layer_sizes: Sequence[int]) -> int:
    """The number of weights and biases of a fully connected network, input size first; ValueError for sizes that make no network.

    완전 연결 신경망의 가중치와 편향을 모두 센 개수입니다. 크기는 입력부터 적으며, 신경망이 될 수 없는 크기이면 ValueError를 일으킵니다.
    """
    raise NotImplementedError("write count_parameters / count_parameters를 작성하십시오")


def layer_parameters(layer_sizes: Sequence[int]) -> list[int]:
    """The number of parameters of each layer, in order: one entry less than there are sizes; ValueError as above.

    각 층의 파라미터 개수를 순서대로 담은 리스트입니다. 크기의 개수보다 하나 짧으며, ValueError의 조건은 위와 같습니다.
    """
    raise NotImplementedError("write layer_parameters / layer_parameters를 작성하십시오")
