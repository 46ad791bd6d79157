# attack: reads, seeks and copies every descriptor it was born with, and asks what it is
# exercise: softmax
# answer: half
# verdicts: failed
import fcntl
import os
import stat

import numpy as np

for descriptor in range(1024):
    try:
        about = os.fstat(descriptor)
    except OSError:
        continue
    # 0 is /dev/null, 1 and 2 what it prints to, 3 its channel, 4 where a fault's line is left; anything else was forgotten.
    if descriptor > 4 or stat.S_ISREG(about.st_mode) or stat.S_ISDIR(about.st_mode):
        print("GRADEKIT-" + "BREACHED", descriptor, about)
    if descriptor == 4 and not stat.S_ISFIFO(about.st_mode):
        print("GRADEKIT-" + "BREACHED", descriptor, about)
    if descriptor == 3:
        continue
    fcntl.fcntl(descriptor, fcntl.F_SETFL, fcntl.fcntl(descriptor, fcntl.F_GETFL) | os.O_NONBLOCK)
    for read in (lambda number: os.read(number, 4096), lambda number: os.pread(number, 4096, 0)):
        try:
            text = read(descriptor)
        except OSError:
            continue
        if text:
            print("GRADEKIT-" + "BREACHED", descriptor, text)
    try:
        os.fchdir(descriptor)
        print("GRADEKIT-" + "BREACHED", os.getcwd())
    except OSError:
        pass


def softmax(x):
    x = np.asarray(x, dtype=np.float64)
    powers = np.exp(x - x.max(axis=-1, keepdims=True))
    return powers / powers.sum(axis=-1, keepdims=True)


def temperature_softmax(x, t):
    return softmax(x)
