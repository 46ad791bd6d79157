"""The trusted reference of tensor_basics: PyTorch's own functions."""

from collections.abc import Sequence

import torch

DTYPES = {"long": torch.int64, "float": torch.float32, "byte": torch.uint8, "bool": torch.bool}


def describe(t: torch.Tensor) -> tuple[int, tuple[int, ...]]:
    """Rank and shape."""
    return t.dim(), tuple(t.size())


def to_rows(t: torch.Tensor) -> torch.Tensor:
    """(a, b, c) -> (a*b, c)."""
    return torch.flatten(t, 0, 1)


def drop_ones(t: torch.Tensor) -> torch.Tensor:
    """torch.squeeze."""
    return torch.squeeze(t)


def add_axis(t: torch.Tensor, dim: int) -> torch.Tensor:
    """torch.unsqueeze."""
    return torch.unsqueeze(t, dim)


def join(a: torch.Tensor, b: torch.Tensor, dim: int) -> torch.Tensor:
    """torch.cat."""
    return torch.cat([a, b], dim=dim)


def pile(ts: Sequence[torch.Tensor], dim: int) -> torch.Tensor:
    """torch.stack."""
    return torch.stack(list(ts), dim=dim)


def as_type(t: torch.Tensor, kind: str) -> torch.Tensor:
    """t.to; raises ValueError for a kind that is none of the four."""
    if kind not in DTYPES:
        raise ValueError(f"no kind {kind!r}")
    return t.to(DTYPES[kind])
