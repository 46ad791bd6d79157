"""Tensors, their shapes, axes and types: the model answer."""

from collections.abc import Sequence

import torch

KINDS = {"long": torch.int64, "float": torch.float32, "byte": torch.uint8, "bool": torch.bool}


def describe(t: torch.Tensor) -> tuple[int, tuple[int, ...]]:
    """The rank and the shape of t."""
    return t.ndim, tuple(t.shape)


def to_rows(t: torch.Tensor) -> torch.Tensor:
    """(a, b, c) -> (a*b, c)."""
    # reshape, not view: a non-contiguous tensor may have to be copied.
    return t.reshape(t.shape[0] * t.shape[1], t.shape[2])


def drop_ones(t: torch.Tensor) -> torch.Tensor:
    """t without its axes of length 1."""
    return t.squeeze()


def add_axis(t: torch.Tensor, dim: int) -> torch.Tensor:
    """Rank r -> rank r + 1, with length 1 at axis dim of the result."""
    return t.unsqueeze(dim)


def join(a: torch.Tensor, b: torch.Tensor, dim: int) -> torch.Tensor:
    """a followed by b along axis dim."""
    return torch.cat((a, b), dim)


def pile(ts: Sequence[torch.Tensor], dim: int) -> torch.Tensor:
    """Tensors of one shape along a new axis dim."""
    return torch.stack(tuple(ts), dim)


def as_type(t: torch.Tensor, kind: str) -> torch.Tensor:
    """t as int64, float32, uint8 or bool; raises ValueError for any other kind."""
    if kind not in KINDS:
        raise ValueError(f"kind must be one of {', '.join(KINDS)}, got {kind!r}")
    return t.to(KINDS[kind])
