"""Tensors: shapes, axes and types. 텐서의 모양, 축, 자료형."""

from collections.abc import Sequence

import torch


def describe(t: torch.Tensor) -> tuple[int, tuple[int, ...]]:
    """The rank (the number of axes) and the shape of t.

    t의 랭크(축의 개수)와 모양을 반환합니다.
    """
    raise NotImplementedError("write describe / describe를 작성하십시오")


def to_rows(t: torch.Tensor) -> torch.Tensor:
    """(a, b, c) -> (a*b, c): the same elements in the same order.

    (a, b, c)를 원소와 그 순서를 그대로 둔 채 (a*b, c)로 바꿉니다.
    """
    raise NotImplementedError("write to_rows / to_rows를 작성하십시오")


def drop_ones(t: torch.Tensor) -> torch.Tensor:
    """t without its axes of length 1, wherever they are.

    길이가 1인 축을 어디에 있든 모두 없앱니다.
    """
    raise NotImplementedError("write drop_ones / drop_ones를 작성하십시오")


def add_axis(t: torch.Tensor, dim: int) -> torch.Tensor:
    """t with a new axis of length 1, which is axis dim of the result; dim may be negative.

    길이가 1인 새 축을 넣어 결과의 dim번 축이 되게 합니다. dim은 음수일 수 있습니다.
    """
    raise NotImplementedError("write add_axis / add_axis를 작성하십시오")


def join(a: torch.Tensor, b: torch.Tensor, dim: int) -> torch.Tensor:
    """a followed by b along axis dim, which exists already; dim may be negative.

    이미 있는 dim번 축을 따라 a 뒤에 b를 이어 붙입니다. dim은 음수일 수 있습니다.
    """
    raise NotImplementedError("write join / join을 작성하십시오")


def pile(ts: Sequence[torch.Tensor], dim: int) -> torch.Tensor:
    """Tensors of one shape piled up along a new axis, which is axis dim of the result; dim may be negative.

    모양이 같은 텐서들을 새 축을 따라 쌓습니다. 새 축은 결과의 dim번 축이며 dim은 음수일 수 있습니다.
    """
    raise NotImplementedError("write pile / pile을 작성하십시오")


def as_type(t: torch.Tensor, kind: str) -> torch.Tensor:
    """t as "long" (int64), "float" (float32), "byte" (uint8) or "bool"; ValueError for any other kind.

    t를 "long"(int64), "float"(float32), "byte"(uint8), "bool"로 바꿉니다. 그 밖의 kind에는 ValueError를 일으킵니다.
    """
    raise NotImplementedError("write as_type / as_type을 작성하십시오")
