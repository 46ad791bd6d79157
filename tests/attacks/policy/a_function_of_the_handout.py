# attack: imports the public test, the stub and the templates, which a student has and a worker has not
# exercise: softmax
# answer: wrong
# verdicts: failed
import numpy as np


def softmax(x):
    return np.zeros(np.shape(x))


def temperature_softmax(x, t):
    return np.zeros(np.shape(x))


import importlib
import os

for name in ("test_public", "conftest", "exercise", "templates", "test_hidden", "test_softmax"):
    try:
        print("GRADEKIT-BREACHED", importlib.import_module(name))
    except ImportError:
        continue
for name in ("../exercise.toml", "exercise.toml", "README.md", "../../solutions/softmax/solution.py", "../softmax.py"):
    if os.path.exists(name):
        print("GRADEKIT-BREACHED", name)
