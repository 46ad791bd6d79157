# attack: asks for a thread, which is allowed, in namespaces of its own, which are not
# exercise: softmax
# answer: right
# verdicts: passed
import ctypes
import os

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


THREAD = 0x10000 | 0x100 | 0x800
NUMBER = (56, 220)[os.uname().machine == "aarch64"]
for name, flag in {"NEWUSER": 0x10000000, "NEWNS": 0x20000, "NEWPID": 0x20000000, "NEWNET": 0x40000000, "PTRACE": 0}.items():
    if not flag:
        continue
    result = LIBC.syscall(ctypes.c_long(NUMBER), ctypes.c_long(THREAD | flag), None, None, None, None)
    if result == 0:
        LIBC.syscall(ctypes.c_long((60, 93)[os.uname().machine == "aarch64"]), 0)
    if result > 0:
        print("GRADEKIT-" + "BREACHED", name)


def softmax(x):
    x = np.asarray(x, dtype=np.float64)
    powers = np.exp(x - x.max(axis=-1, keepdims=True))
    return powers / powers.sum(axis=-1, keepdims=True)


def temperature_softmax(x, t):
    if t <= 0:
        raise ValueError("the temperature must be above 0")
    return softmax(np.asarray(x) / t)
