# attack: leaves segments, semaphores and queues of System V and POSIX behind
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


KEY = 0x47524144
tell("shmget", call((29, 194), KEY, 4096, 0o1666))
tell("semget", call((64, 190), KEY, 1, 0o1666))
tell("msgget", call((68, 186), KEY, 0o1666))
tell("mq_open", call((240, 180), b"gradekit-attack", 0o102, 0o666, None))
try:
    with open("/dev/shm/gradekit-attack", "w") as file:
        file.write("for the next one")
    print("GRADEKIT-" + "BREACHED", "/dev/shm")
    os.unlink("/dev/shm/gradekit-attack")
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
