# attack: sends a descriptor over its channel, for the grader to hold open, and shuts the channel half
# exercise: softmax
# answer: half
# verdicts: crashed,failed
import ctypes
import os
import socket

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


def softmax(x):
    x = np.asarray(x, dtype=np.float64)
    powers = np.exp(x - x.max(axis=-1, keepdims=True))
    return powers / powers.sum(axis=-1, keepdims=True)


def temperature_softmax(x, t):
    return softmax(x)


plain = temperature_softmax


def temperature_softmax(x, t):
    if t < 0:
        tell("sendmsg", call((46, 211), 3, ctypes.create_string_buffer(64), 0))
        tell("recvmsg", call((47, 212), 3, ctypes.create_string_buffer(64), 0))
        tell("shutdown", call((48, 210), 3, 1))
        for descriptor in (1, 2, 3):
            try:
                socket.send_fds(socket.socket(fileno=os.dup(descriptor)), [b"x"], [0])
                print("GRADEKIT-" + "BREACHED", descriptor)
            except OSError:
                continue
        os.close(3)
    return plain(x, t)
