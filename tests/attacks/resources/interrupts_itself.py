# attack: a timer that fires without pause, against whoever waits for it
# exercise: softmax
# answer: right
# verdicts: timeout,passed
import signal
import time

import numpy as np


def attack():
    def again(number, frame):
        return None

    signal.signal(signal.SIGALRM, again)
    signal.signal(signal.SIGXCPU, signal.SIG_IGN)
    signal.setitimer(signal.ITIMER_REAL, 0.0001, 0.0001)
    while True:
        try:
            time.sleep(1)
        except BaseException:
            continue


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
