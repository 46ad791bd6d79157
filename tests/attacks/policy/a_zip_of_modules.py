# attack: writes an archive with a module of torch's name and imports from it by zipimport
# exercise: softmax
# answer: wrong
# verdicts: failed
import numpy as np


def softmax(x):
    return np.zeros(np.shape(x))


def temperature_softmax(x, t):
    return np.zeros(np.shape(x))


import sys
import zipfile
import zipimport

with zipfile.ZipFile("made.zip", "w") as archive:
    archive.writestr("torch/__init__.py", "import _torch_real\n")
    archive.writestr("made.py", "import sys\nsys.modules.pop('torch', None)\nimport torch\nprint('GRADEKIT-BREACHED', torch)\n")
sys.path.insert(0, "made.zip")
for name in ("made", "torch"):
    try:
        zipimport.zipimporter("made.zip").load_module(name)
        print("GRADEKIT-BREACHED", name)
    except BaseException:
        continue
