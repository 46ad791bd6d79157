# attack: opens the course's files by the names they are likely to have, up and down from where it is
# exercise: softmax
# answer: wrong
# verdicts: failed
import itertools
import os

import numpy as np

NAMES = ("test_hidden.py", "reference.py", "solution.py", "test_public.py", "exercise.toml", "misconceptions")
ROOTS = (
    ".",
    "..",
    "../..",
    "../../..",
    "/",
    "/course",
    "/workspace",
    "/srv",
    "/opt",
    "/home",
    "/root",
    "/tmp",
    "/app",
    "/usr/src",
    "/mnt",
    "/var/tmp",
)
MIDDLES = ("", "softmax", "solutions/softmax", "exercises/softmax", "main/solutions/softmax", "gradekit/solutions/softmax", "course")
for root, middle, name in itertools.product(ROOTS, MIDDLES, NAMES):
    path = os.path.join(root, middle, name)
    try:
        with open(path, encoding="utf-8") as file:
            print("GRADEKIT-" + "BREACHED", path, file.read()[:2000])
    except OSError:
        if os.path.exists(path):
            print("GRADEKIT-" + "BREACHED", path)


def softmax(x):
    return np.zeros(np.shape(x))


def temperature_softmax(x, t):
    return np.zeros(np.shape(x))
