# attack: prints every variable it was started with, Python's copy and the C library's
# exercise: xor_forward
# answer: wrong
# verdicts: failed
import ctypes
import os
import sys

import numpy as np

print(dict(os.environ), os.environb, sys.argv, getattr(sys, "orig_argv", None), sys.flags, sys.path, sys.prefix)
entries = ctypes.POINTER(ctypes.c_char_p).in_dll(ctypes.CDLL(None), "environ")
number = 0
while entries and entries[number]:
    print(entries[number])
    number += 1
for name in ("GRADEKIT_SECRET", "GRADEKIT_COURSE", "XDG_CACHE_HOME", "HOME", "USER", "SSH_AUTH_SOCK", "PYTEST_CURRENT_TEST"):
    print(name, os.environ.get(name))


U1 = np.zeros((2, 3))
U2 = np.zeros((1, 3))


def step(s):
    return np.zeros(np.shape(s))


def hidden(X, U1):
    return np.zeros((len(X), 2))


def forward(X, U1, U2):
    return np.zeros(len(X))


def linearly_separable(y):
    return False
