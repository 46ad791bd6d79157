# attack: reboot, kexec, modules, swap and accounting, with arguments that would do nothing
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


# A kernel that would do it looks at the arguments and says EINVAL or EFAULT: these do no harm where the jail does not hold.
tell("reboot", call((169, 142), 0, 0, 0, None))
tell("kexec_load", call((246, 104), 0, 0x10000, None, 0x7FFF0000))
tell("kexec_file_load", call((320, 294), -1, -1, 0, None, 0x7FFF))
tell("init_module", call((175, 105), None, 0, None))
tell("finit_module", call((313, 273), -1, b"", 0x7FFF))
tell("delete_module", call((176, 106), b"gradekit_attack_none", 0x800))
tell("swapon", call((167, 224), b"/nonexistent", 0))
tell("acct", call((163, 89), b"/nonexistent"))


def softmax(x):
    x = np.asarray(x, dtype=np.float64)
    powers = np.exp(x - x.max(axis=-1, keepdims=True))
    return powers / powers.sum(axis=-1, keepdims=True)


def temperature_softmax(x, t):
    if t <= 0:
        raise ValueError("the temperature must be above 0")
    return softmax(np.asarray(x) / t)
