# attack: looks for the submissions of others, in the folders and under the names they may have
# exercise: softmax
# answer: wrong
# verdicts: failed
import glob
import os

import numpy as np

found = set()
for pattern in (
    "/tmp/*",
    "/tmp/*/*",
    "../*",
    "../*/softmax.py",
    "/course/*",
    "/home/*/*.py",
    "/submissions/*",
    "/srv/*",
    "/*/*/softmax.py",
    "/*/*/*/softmax.py",
):
    found |= set(glob.glob(pattern))
for path in sorted(found):
    real = os.path.realpath(path)
    if real.endswith("softmax.py") or "submission" in real:
        print("GRADEKIT-" + "BREACHED", path)
print(os.listdir(), os.getcwd(), os.path.abspath(__file__), os.path.exists(__file__))


def softmax(x):
    return np.zeros(np.shape(x))


def temperature_softmax(x, t):
    return np.zeros(np.shape(x))
