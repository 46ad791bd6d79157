"""The trusted reference of mcp_neuron, in PyTorch at float64."""

from collections.abc import Sequence

import torch


def _tensor(inputs: Sequence[int]) -> torch.Tensor:
    values = torch.tensor([float(value) for value in inputs], dtype=torch.float64)
    if not bool(((values == 0) | (values == 1)).all()):
        raise ValueError(f"an input of a McCulloch–Pitts neuron is 0 or 1, got {list(inputs)}")
    return values


def mcp_neuron(excitatory: Sequence[int], inhibitory: Sequence[int], threshold: float) -> int:
    """1 if no inhibitory input is 1 and sum(excitatory) >= threshold, else 0; ValueError for an input neither 0 nor 1."""
    excited, inhibited = _tensor(excitatory), _tensor(inhibitory)
    return int(bool(excited.sum() >= threshold) and not bool((inhibited == 1).any()))


def mcp_and(x: Sequence[int]) -> int:
    return int(_tensor(x).min())


def mcp_or(x: Sequence[int]) -> int:
    return int(_tensor(x).max())


def mcp_not(x: int) -> int:
    return int(1 - _tensor([x])[0])
