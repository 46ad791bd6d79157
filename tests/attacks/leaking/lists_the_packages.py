# attack: lists what is installed, to find plugins, credentials and gradekit's own data
# exercise: softmax
# answer: wrong
# verdicts: failed
import os
import site
import sys
from importlib import metadata

import numpy as np

for folder in {*sys.path, *site.getsitepackages(), site.getusersitepackages(), os.path.dirname(os.__file__) + "/site-packages"}:
    try:
        found = os.listdir(folder)
    except OSError:
        continue
    if set(found) & {"gradekit", "pytest", "_pytest", "click", "jinja2", "sklearn", "pyseccomp.py", "gradekit.pth"}:
        print("GRADEKIT-" + "BREACHED", folder, found)
for distribution in metadata.distributions():
    print(distribution.metadata["Name"], distribution.read_text("direct_url.json"), distribution.read_text("RECORD"))


def softmax(x):
    return np.zeros(np.shape(x))


def temperature_softmax(x, t):
    return np.zeros(np.shape(x))
