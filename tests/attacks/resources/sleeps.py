# attack: sleeps with every signal blocked, in slices, on a lock that nobody opens
# exercise: softmax
# answer: right
# verdicts: timeout,passed
import signal
import threading
import time

import numpy as np


def attack():
    signal.pthread_sigmask(signal.SIG_BLOCK, set(signal.Signals))
    lock = threading.Lock()
    lock.acquire()
    while True:
        time.sleep(0.01)
        lock.acquire()


def softmax(x):
    x = np.asarray(x, dtype=np.float64)
    powers = np.exp(x - x.max(axis=-1, keepdims=True))
    return powers / powers.sum(axis=-1, keepdims=True)


def temperature_softmax(x, t):
    if t <= 0:
        raise ValueError("the temperature must be above 0")
    return softmax(np.asarray(x) / t)


plain = temperature_softmax


def temperature_softmax(x, t):
    if t == 40.0:
        attack()
    return plain(x, t)
