# attack: runs text that was put together, reversed and decoded
# exercise: softmax
# answer: wrong
# verdicts: failed
import numpy as np


def softmax(x):
    return np.zeros(np.shape(x))


def temperature_softmax(x, t):
    return np.zeros(np.shape(x))


import base64

for text in ("hcrot tropmi"[::-1], base64.b64decode(b"aW1wb3J0IHRvcmNo").decode(), "".join(map(chr, (105, 109, 112, 111, 114, 116, 32, 116, 111, 114, 99, 104)))):
    for run in (exec, lambda source: eval(compile(source, "<made>", "exec"))):
        try:
            run(text)
            print("GRADEKIT-BREACHED", text)
        except ImportError:
            continue
