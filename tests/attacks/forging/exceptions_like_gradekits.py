# attack: raises exceptions that bear the names of gradekit's own
# exercise: softmax
# answer: wrong
# verdicts: error
import numpy as np


def softmax(x):
    return np.zeros(np.shape(x))


def temperature_softmax(x, t):
    return np.zeros(np.shape(x))


NAMES = ("SandboxError", "WorkerGone", "CannotJail", "CourseError", "ProtocolError", "WireError", "CallEnded", "Mismatch", "NameMissing", "GradekitError")
KINDS = [type(name, (Exception,), {"__module__": "gradekit.errors", "text": "passed", "full": "passed"}) for name in NAMES]
TURNS = iter(KINDS * 50)


def softmax(x):
    raise next(TURNS)("points: 100")


def temperature_softmax(x, t):
    raise next(TURNS)("points: 100")
