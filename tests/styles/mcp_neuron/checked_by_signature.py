"""A decorator that checks all arguments by the signature, except the threshold."""

import functools, inspect


def validated(f):
    sig = inspect.signature(f)

    @functools.wraps(f)
    def inner(*a, **k):
        bound = sig.bind(*a, **k)
        for name, value in bound.arguments.items():
            if name == "threshold":
                continue
            values = value if hasattr(value, "__len__") else [value]
            if any(v not in (0, 1) for v in values):
                raise ValueError(name)
        return f(*a, **k)

    return inner


@validated
def mcp_neuron(excitatory, inhibitory, threshold):
    return int(all(v == 0 for v in inhibitory) and sum(excitatory) >= threshold)


@validated
def mcp_and(x):
    return int(sum(x) == len(x))


@validated
def mcp_or(x):
    return int(sum(x) >= 1)


@validated
def mcp_not(x):
    return int(x == 0)
