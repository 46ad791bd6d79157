# attack: raises from code that says it stands in a file of the course, so that the traceback would quote it
# exercise: softmax
# answer: half
# verdicts: error,failed
import traceback

import numpy as np


def softmax(x):
    x = np.asarray(x, dtype=np.float64)
    powers = np.exp(x - x.max(axis=-1, keepdims=True))
    return powers / powers.sum(axis=-1, keepdims=True)


def temperature_softmax(x, t):
    return softmax(x)


plain = temperature_softmax
NAMES = ("test_hidden.py", "../solutions/softmax/test_hidden.py", "/etc/passwd", "/proc/self/environ", "softmax.py")


def temperature_softmax(x, t):
    for name in NAMES if t == 40.0 else ():
        try:
            exec(compile("\n" * 4 + "raise RuntimeError('quote me')", name, "exec"))
        except RuntimeError:
            traceback.print_exc()
    if t == 40.0:
        fault = SyntaxError("quote me", ("/etc/passwd", 1, 1, None))
        fault.add_note("a note")
        raise fault
    return plain(x, t)
