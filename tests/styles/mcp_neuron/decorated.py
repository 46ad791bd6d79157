"""The check is a decorator; a subclass of ValueError is raised; NOT by exclusive or."""

import functools
import math


class NotABit(ValueError):
    """Neither 0 nor 1."""


def checked(*positions):
    def decorate(function):
        @functools.wraps(function)
        def wrapper(*args):
            for position in positions:
                for value in args[position]:
                    match value:
                        case 0 | 1:
                            pass
                        case _:
                            raise NotABit(value)
            return function(*args)

        return wrapper

    return decorate


@checked(0, 1)
def mcp_neuron(excitatory, inhibitory, threshold):
    return int(math.fsum(excitatory) - threshold >= 0) * math.prod(1 - value for value in inhibitory)


@checked(0)
def mcp_and(x):
    return min(x)


@checked(0)
def mcp_or(x):
    return max(x)


def mcp_not(x):
    return checked(0)(lambda bits: bits[0] ^ 1)((x,))
