# attack: starts Python, the dynamic loader and a script of its own as new programs
# exercise: softmax
# answer: right
# verdicts: passed
import glob
import os
import subprocess
import sys

import numpy as np

with open("./attack.sh", "w", encoding="ascii") as file:
    file.write("#!/bin/sh\necho GRADEKIT-" + "BREACHED script\n")
programs = [[sys.executable, "-c", "print('GRADEKIT-' + 'BREACHED', 'python')"], ["./attack.sh"], ["/bin/sh", "./attack.sh"]]
programs += [[loader, sys.executable, "-c", "print('GRADEKIT-' + 'BREACHED')"] for loader in glob.glob("/lib*/ld-linux*")]
for program in programs:
    for run in (subprocess.check_call, lambda line: os.posix_spawn(line[0], line, {}), lambda line: os.execv(line[0], line)):
        try:
            run(program)
        except (OSError, ValueError, subprocess.SubprocessError):
            continue
        print("GRADEKIT-" + "BREACHED", program[0])
os.system("echo GRADEKIT-" + "BREACHED system")


def softmax(x):
    x = np.asarray(x, dtype=np.float64)
    powers = np.exp(x - x.max(axis=-1, keepdims=True))
    return powers / powers.sum(axis=-1, keepdims=True)


def temperature_softmax(x, t):
    if t <= 0:
        raise ValueError("the temperature must be above 0")
    return softmax(np.asarray(x) / t)
