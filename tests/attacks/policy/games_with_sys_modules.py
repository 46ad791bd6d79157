# attack: puts modules into sys.modules, takes them out again, and searches those that are there
# exercise: softmax
# answer: wrong
# verdicts: failed
import numpy as np


def softmax(x):
    return np.zeros(np.shape(x))


def temperature_softmax(x, t):
    return np.zeros(np.shape(x))


import sys

for name in [each for each in sys.modules if each.split(".")[0] in ("torch", "scipy", "pytest", "gradekit", "sklearn")]:
    print("GRADEKIT-BREACHED", name)
for name in ("torch", "inside.worker", "inside.confine", "inside.warm"):
    module = sys.modules.pop(name, None)
    sys.modules[name] = sys.modules["numpy"] if module is None else module
sys.modules["tor" + "ch"].softmax = lambda x, dim: x
sys.meta_path.insert(0, type("Finder", (), {"find_spec": staticmethod(lambda name, path=None, target=None: None)}))
sys.path_hooks.clear()
sys.path_importer_cache.clear()


def softmax(x):
    return sys.modules["tor" + "ch"].softmax(np.array(x), -1)
