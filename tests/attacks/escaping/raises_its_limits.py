# attack: raises its own limits, and sets those of its init
# exercise: softmax
# answer: right
# verdicts: passed
import ctypes
import os
import resource

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


for name in ("AS", "DATA", "NOFILE", "NPROC", "FSIZE", "CPU", "CORE", "MEMLOCK", "RTPRIO", "NICE"):
    kind = getattr(resource, f"RLIMIT_{name}", None)
    if kind is None:
        continue
    soft, hard = resource.getrlimit(kind)
    if hard == resource.RLIM_INFINITY:
        continue
    try:
        resource.setrlimit(kind, (hard + 1, hard + 1))
    except (OSError, ValueError):
        continue
    print("GRADEKIT-" + "BREACHED", name)
unlimited = (ctypes.c_uint64 * 2)(0xFFFFFFFFFFFFFFFF, 0xFFFFFFFFFFFFFFFF)
for pid in (1, os.getppid()):
    tell(f"prlimit64 {pid}", call((302, 261), pid, 9, unlimited, None))
for name, numbers in {
    "setpriority": (141, 140),
    "sched_setscheduler": (144, 119),
    "ioprio_set": (251, 30),
    "sched_setattr": (314, 274),
}.items():
    tell(name, call(numbers, 0, 0, 0, 0))


def softmax(x):
    x = np.asarray(x, dtype=np.float64)
    powers = np.exp(x - x.max(axis=-1, keepdims=True))
    return powers / powers.sum(axis=-1, keepdims=True)


def temperature_softmax(x, t):
    if t <= 0:
        raise ValueError("the temperature must be above 0")
    return softmax(np.asarray(x) / t)
