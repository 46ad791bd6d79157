# attack: returns pickles as bytes, as text and as a saved array of objects
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


class Gadget:
    def __reduce__(self):
        return exec, ("open('/tmp/gradekit-breached-pickle', 'w').write('GRADEKIT-BREACHED pickle')",)


def softmax(x):
    return pickle.dumps(Gadget())


def temperature_softmax(x, t):
    file = io.BytesIO()
    np.save(file, np.array([Gadget()], dtype=object), allow_pickle=True)
    return [file.getvalue(), pickle.dumps(Gadget(), 0).decode("latin-1")]
