# attack: writes a program to memory and runs it: memfd_create and execveat
# exercise: softmax
# answer: right
# verdicts: passed
import contextlib
import ctypes
import os
import sys

import numpy as np

LIBC = ctypes.CDLL(None, use_errno=True)
LIBC.syscall.restype = ctypes.c_long


def call(numbers, *arguments):
    """The error number of one system call, 0 where it was carried out. numbers: on x86_64 and on aarch64; None where there is none."""
    number = numbers[os.uname().machine == "aarch64"]
    if number is None:
        return 38
    words = [ctypes.c_long(each) if isinstance(each, int) else each for each in arguments]
    return ctypes.get_errno() if LIBC.syscall(ctypes.c_long(number), *words) == -1 else 0


def tell(what, error):
    """EPERM, EACCES and ENOSYS are the wall; any other answer means that the kernel considered it."""
    if error not in (1, 13, 38):
        print("GRADEKIT-" + "BREACHED", what, error)


tell("memfd_create", call((319, 279), b"attack", 1))
words = (ctypes.c_char_p * 2)(b"attack", None)
for path in (sys.executable, os.__file__):
    with contextlib.suppress(OSError):
        program = os.open(path, os.O_RDONLY)
        tell("execveat", call((322, 281), program, b"", words, words, 0x1000))
        os.close(program)


def softmax(x):
    x = np.asarray(x, dtype=np.float64)
    powers = np.exp(x - x.max(axis=-1, keepdims=True))
    return powers / powers.sum(axis=-1, keepdims=True)


def temperature_softmax(x, t):
    if t <= 0:
        raise ValueError("the temperature must be above 0")
    return softmax(np.asarray(x) / t)
