# attack: writes into every folder that it can see, where a later submission would find it
# exercise: softmax
# answer: right
# verdicts: passed
import os

import numpy as np

for folder, folders, _ in os.walk("/"):
    if folder == "/tmp":
        folders[:] = []
        continue
    place = os.path.join(folder, "gradekit-attack.py")
    try:
        with open(place, "w", encoding="ascii") as file:
            file.write("# for the next one\n")
        os.rename(place, place + "~")
        os.unlink(place + "~")
    except OSError:
        if os.path.exists(place):
            print("GRADEKIT-" + "BREACHED", "left behind", folder)
        continue
    print("GRADEKIT-" + "BREACHED", "wrote", folder)


def softmax(x):
    x = np.asarray(x, dtype=np.float64)
    powers = np.exp(x - x.max(axis=-1, keepdims=True))
    return powers / powers.sum(axis=-1, keepdims=True)


def temperature_softmax(x, t):
    if t <= 0:
        raise ValueError("the temperature must be above 0")
    return softmax(np.asarray(x) / t)
