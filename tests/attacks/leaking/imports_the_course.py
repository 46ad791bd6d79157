# attack: imports the suite, the reference, the solution and gradekit by every name they might have
# exercise: softmax
# answer: wrong
# verdicts: failed
import importlib

import numpy as np

NAMES = (
    "test_hidden",
    "test_public",
    "reference",
    "solution",
    "gradekit_reference_softmax",
    "solutions.softmax.reference",
    "gradekit",
    "gradekit.judge.plugin",
    "gradekit.testing",
    "conftest",
    "pytest",
    "torch",
    "sklearn",
    "scipy",
    "msgpack.fallback",
    "inside.warm",
    "inside.confine",
    "site",
    "sitecustomize",
    "usercustomize",
)
ALLOWED = ("msgpack.fallback", "inside.warm", "inside.confine", "site")
for name in NAMES:
    try:
        module = importlib.import_module(name)
    except Exception:
        continue
    if name not in ALLOWED:
        print("GRADEKIT-" + "BREACHED", name, getattr(module, "__file__", None))


def softmax(x):
    return np.zeros(np.shape(x))


def temperature_softmax(x, t):
    return np.zeros(np.shape(x))
