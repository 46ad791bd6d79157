# attack: sends itself the signals of a fault: SIGFPE, SIGABRT, SIGTRAP, SIGSYS, SIGQUIT
# exercise: softmax
# answer: right
# verdicts: crashed,passed
import os
import signal

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
FAULTS = {0.25: signal.SIGFPE, 1.0: signal.SIGTRAP, 2.5: signal.SIGSYS, 40.0: signal.SIGQUIT}


def temperature_softmax(x, t):
    if t in FAULTS:
        signal.signal(FAULTS[t], signal.SIG_DFL)
        os.kill(os.getpid(), FAULTS[t])
    return plain(x, t)
