# attack: pushes characters into the terminal of whoever grades, and asks its descriptors for more than they should do
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


ASKED = {"TIOCSTI": 0x5412, "TIOCLINUX": 0x541C, "TIOCSCTTY": 0x540E, "TIOCSPGRP": 0x5410, "TIOCSETD": 0x5423, "FIOASYNC": 0x5452}
ASKED |= {"SIOCGIFCONF": 0x8912, "FIOSETOWN": 0x8901, "FS_IOC_SETFLAGS": 0x40086602, "FICLONE": 0x40049409, "BLKRRPART": 0x125F}
space = ctypes.create_string_buffer(b"#\n", 64)
for name, request in ASKED.items():
    for descriptor in range(4):
        tell(f"ioctl {name} {descriptor}", call((16, 29), descriptor, request, space))
for name in ("/dev/tty", "/dev/console", "/dev/pts/0", "/dev/ptmx"):
    try:
        os.close(os.open(name, os.O_RDWR | os.O_NOCTTY))
        print("GRADEKIT-" + "BREACHED", name)
    except OSError:
        pass


def softmax(x):
    x = np.asarray(x, dtype=np.float64)
    powers = np.exp(x - x.max(axis=-1, keepdims=True))
    return powers / powers.sum(axis=-1, keepdims=True)


def temperature_softmax(x, t):
    if t <= 0:
        raise ValueError("the temperature must be above 0")
    return softmax(np.asarray(x) / t)
