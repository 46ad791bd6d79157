# attack: writes to NumPy, the standard library and the worker's own code, opened in every way
# exercise: softmax
# answer: right
# verdicts: passed
import os
import sys

import numpy as np
import numpy.core.numeric

FLAGS = (os.O_WRONLY, os.O_RDWR, os.O_WRONLY | os.O_APPEND)
worker = [module.__file__ for name, module in sys.modules.items() if name.startswith("inside") and getattr(module, "__file__", None)]
for path in [os.__file__, numpy.core.numeric.__file__, sys.executable, *worker]:
    for flags in FLAGS:
        try:
            os.close(os.open(path, flags))
        except OSError:
            continue
        print("GRADEKIT-" + "BREACHED", path, flags)
    # Each leaves the file as it is where it may.
    for change in (
        lambda place: os.rename(place, place),
        lambda place: os.truncate(place, os.stat(place).st_size),
        lambda place: os.chmod(place, os.stat(place).st_mode & 0o777),
        lambda place: os.utime(place, ns=(os.stat(place).st_atime_ns, os.stat(place).st_mtime_ns)),
        lambda place: os.chown(place, -1, -1),
    ):
        try:
            change(path)
        except OSError:
            continue
        print("GRADEKIT-" + "BREACHED", path)


def softmax(x):
    x = np.asarray(x, dtype=np.float64)
    powers = np.exp(x - x.max(axis=-1, keepdims=True))
    return powers / powers.sum(axis=-1, keepdims=True)


def temperature_softmax(x, t):
    if t <= 0:
        raise ValueError("the temperature must be above 0")
    return softmax(np.asarray(x) / t)
