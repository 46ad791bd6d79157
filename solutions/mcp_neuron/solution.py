"""The model answer: one neuron with a veto and a threshold, and three gates that are nothing but thresholds and vetoes."""

from collections.abc import Sequence


def _check(inputs: Sequence[int]) -> None:
    for value in inputs:
        if value not in (0, 1):
            raise ValueError(f"an input of a McCulloch–Pitts neuron is 0 or 1, got {value!r}")


def mcp_neuron(excitatory: Sequence[int], inhibitory: Sequence[int], threshold: float) -> int:
    """1 if no inhibitory input is 1 and sum(excitatory) >= threshold, else 0; ValueError for an input neither 0 nor 1."""
    # Both checks come before the veto, or a bad input would go unnoticed whenever some inhibitory input is 1.
    _check(excitatory)
    _check(inhibitory)
    if 1 in inhibitory:
        return 0
    return 1 if sum(excitatory) >= threshold else 0


def mcp_and(x: Sequence[int]) -> int:
    """All inputs must be 1: the threshold is their number."""
    return mcp_neuron(x, [], len(x))


def mcp_or(x: Sequence[int]) -> int:
    """One input is enough: the threshold is 1."""
    return mcp_neuron(x, [], 1)


def mcp_not(x: int) -> int:
    """A neuron that fires by itself, its threshold being 0, and that its one inhibitory input silences."""
    return mcp_neuron([], [x], 0)
