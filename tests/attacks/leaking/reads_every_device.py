# attack: opens every device in /dev and reads from it, memory and disks by name too
# exercise: softmax
# answer: wrong
# verdicts: failed
import glob
import os

import numpy as np

ALLOWED = {"/dev/null", "/dev/zero", "/dev/random", "/dev/urandom"}
NAMES = (
    "mem",
    "kmem",
    "port",
    "kmsg",
    "sda",
    "vda",
    "nvme0n1",
    "loop0",
    "fuse",
    "kvm",
    "tty",
    "ptmx",
    "console",
    "vsock",
    "vhost-vsock",
    "hpet",
)
for path in {*glob.glob("/dev/*"), *glob.glob("/dev/*/*"), *(f"/dev/{name}" for name in NAMES)} - ALLOWED:
    try:
        descriptor = os.open(path, os.O_RDONLY | os.O_NONBLOCK | os.O_NOCTTY)
    except OSError:
        continue
    if not path.startswith("/dev/nvidia"):
        print("GRADEKIT-" + "BREACHED", path)
    os.close(descriptor)


def softmax(x):
    return np.zeros(np.shape(x))


def temperature_softmax(x, t):
    return np.zeros(np.shape(x))
