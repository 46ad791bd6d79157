# attack: raises what ends an interpreter, a loop or a generator
# exercise: softmax
# answer: wrong
# verdicts: error
import numpy as np


def softmax(x):
    return np.zeros(np.shape(x))


def temperature_softmax(x, t):
    return np.zeros(np.shape(x))


TURNS = iter([KeyboardInterrupt, GeneratorExit, StopIteration, StopAsyncIteration, SystemExit, BaseException, MemoryError, RecursionError] * 50)


def softmax(x):
    raise next(TURNS)


def temperature_softmax(x, t):
    raise BaseExceptionGroup("all", [KeyboardInterrupt(), SystemExit(0)])
