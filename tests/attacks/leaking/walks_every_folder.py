# attack: opens every file that it can reach and prints those that look like a course
# exercise: softmax
# answer: wrong
# verdicts: failed
import os

import numpy as np

WORDS = (b"canary", b"CANARY", b"def test_", b"misconception")


def walk():
    for folder, folders, files in os.walk("/"):
        # What a Python distribution has of tests is nobody's secret; a library may well be called after a bird.
        if "/packages/" in folder or "/lib/python3" in folder or folder.startswith(("/sys", "/usr/lib", "/lib")):
            folders[:] = []
            continue
        for name in files:
            path = os.path.join(folder, name)
            try:
                if os.path.isfile(path) and os.path.getsize(path) < 4 << 20:
                    with open(path, "rb") as file:
                        text = file.read()
                    if any(word in text for word in WORDS):
                        yield path, text[:2000]
            except OSError:
                continue


for path, text in walk():
    print("GRADEKIT-" + "BREACHED", path, text)


def softmax(x):
    return np.zeros(np.shape(x))


def temperature_softmax(x, t):
    return np.zeros(np.shape(x))
