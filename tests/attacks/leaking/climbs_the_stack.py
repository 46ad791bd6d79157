# attack: goes up through the frames of whatever called it and prints every variable it finds
# exercise: softmax
# answer: wrong
# verdicts: failed
import sys
import threading

import numpy as np


def climb():
    frames = [sys._getframe(), *sys._current_frames().values()]
    for frame in frames:
        while frame is not None:
            print(frame.f_code.co_filename, frame.f_code.co_name, {name: repr(each)[:300] for name, each in frame.f_locals.items()})
            print(sorted(frame.f_globals), frame.f_code.co_consts)
            frame = frame.f_back
    print(threading.enumerate())


seen = []


def softmax(x):
    if not seen:
        seen.append(True)
        climb()
    return np.zeros(np.shape(x))


def temperature_softmax(x, t):
    return np.zeros(np.shape(x))


def softmax(x):
    return np.zeros(np.shape(x))


def temperature_softmax(x, t):
    return np.zeros(np.shape(x))
