# attack: raises what ends a program: SystemExit, KeyboardInterrupt, GeneratorExit, in the call and in a thread
# exercise: softmax
# answer: right
# verdicts: error,passed
import sys
import threading

import numpy as np


def softmax(x):
    x = np.asarray(x, dtype=np.float64)
    powers = np.exp(x - x.max(axis=-1, keepdims=True))
    return powers / powers.sum(axis=-1, keepdims=True)


def temperature_softmax(x, t):
    if t <= 0:
        raise ValueError("the temperature must be above 0")
    return softmax(np.asarray(x) / t)


plain = temperature_softmax
ENDS = {0.25: SystemExit(0), 1.0: KeyboardInterrupt(), 2.5: GeneratorExit(), 40.0: BaseException("the root of all")}


def temperature_softmax(x, t):
    thread = threading.Thread(target=sys.exit, args=(0,))
    thread.start()
    thread.join()
    if t in ENDS:
        raise ENDS[t]
    return plain(x, t)
