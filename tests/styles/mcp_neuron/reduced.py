"""functools.reduce with operators; 0 and 1 are the numbers that are their own square."""

from functools import reduce
import operator as op


def binary(v):
    if v * v != v:
        raise ValueError(f"{v!r} is neither 0 nor 1")
    return v


def mcp_neuron(excitatory, inhibitory, threshold):
    drive = reduce(op.add, map(binary, excitatory), 0)
    veto = reduce(op.or_, [bool(binary(v)) for v in inhibitory], False)
    return (drive >= threshold) * (1 - veto)


def mcp_and(x):
    return reduce(op.mul, [binary(v) for v in x], 1)


def mcp_or(x):
    return 1 - reduce(op.mul, [1 - binary(v) for v in x], 1)


def mcp_not(x):
    return 1 - binary(x)
