# attack: reads and writes the memory of its init, a copy of the warm process
# exercise: softmax
# answer: wrong
# verdicts: failed
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


class Part(ctypes.Structure):
    _fields_ = [("base", ctypes.c_void_p), ("length", ctypes.c_size_t)]


space = ctypes.create_string_buffer(64)
here = Part(ctypes.addressof(space), 64)
there = Part(id(os), 64)
for pid in (1, os.getppid(), os.getpid()):
    tell(f"process_vm_readv {pid}", call((310, 270), pid, ctypes.byref(here), 1, ctypes.byref(there), 1, 0))
    tell(f"process_vm_writev {pid}", call((311, 271), pid, ctypes.byref(here), 0, ctypes.byref(there), 0, 0))
    tell(f"process_madvise {pid}", call((440, 440), pid, ctypes.byref(there), 1, 20, 0))
    tell(f"move_pages {pid}", call((279, 239), pid, 0, None, None, None, 0))


def softmax(x):
    return np.zeros(np.shape(x))


def temperature_softmax(x, t):
    return np.zeros(np.shape(x))
