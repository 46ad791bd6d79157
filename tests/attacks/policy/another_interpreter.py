# attack: starts another interpreter, which would have torch
# exercise: softmax
# answer: wrong
# verdicts: failed
import numpy as np


def softmax(x):
    return np.zeros(np.shape(x))


def temperature_softmax(x, t):
    return np.zeros(np.shape(x))


import multiprocessing
import os
import subprocess
import sys

SCRIPT = "import torch; print('GRADEKIT-BREACHED torch in another interpreter')"


def tried():
    for python in (sys.executable, sys._base_executable, "/usr/bin/python3", "/bin/sh", "/proc/self/exe"):
        yield lambda: subprocess.run([python, "-c", SCRIPT], check=True)
        yield lambda: os.posix_spawn(python, [python, "-c", SCRIPT], {})
        yield lambda: os.spawnv(os.P_WAIT, python, [python, "-c", SCRIPT])
        yield lambda: os.execve(python, [python, "-c", SCRIPT], {})
    yield lambda: os.system(f"{sys.executable} -c \"{SCRIPT}\"")
    yield lambda: os.popen("echo GRADEKIT-BREACHED popen").read()
    yield lambda: multiprocessing.get_context("fork").Process(target=print, args=("GRADEKIT-BREACHED fork",)).start()
    yield lambda: multiprocessing.get_context("spawn").Process(target=print, args=("GRADEKIT-BREACHED spawn",)).start()


for attempt in tried():
    try:
        attempt()
    except BaseException:
        continue
