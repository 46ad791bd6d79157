"""Inhibition as an infinitely negative weight; De Morgan for AND."""

import numpy as np

INHIBITION = -np.inf


def _check(*values):
    bad = [v for v in values if v * v != v]
    if bad:
        raise ValueError(bad)


def mcp_neuron(excitatory, inhibitory, threshold):
    _check(*excitatory, *inhibitory)
    s = sum(1.0 * v for v in excitatory)
    for v in inhibitory:
        s += INHIBITION if v else 0.0
    return np.heaviside(s - threshold, 1.0)


def mcp_not(x):
    return mcp_neuron((), (x,), 0)


def mcp_or(x):
    return mcp_neuron(x, (), 0.5)


def mcp_and(x):
    _check(*x)
    return mcp_not(int(mcp_or([int(mcp_not(v)) for v in x])))
