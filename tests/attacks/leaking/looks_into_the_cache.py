# attack: looks for gradekit's cache: data sets, banks of transcripts, keys, journals
# exercise: softmax
# answer: wrong
# verdicts: failed
import glob
import os

import numpy as np

PLACES = [
    os.path.expanduser("~/.cache"),
    os.environ.get("XDG_CACHE_HOME", "/root/.cache"),
    "/root/.cache",
    "/var/cache",
    "/home/*/.cache",
    "/tmp/gradekit-*",
]
PLACES += [os.environ.get("GRADEKIT_DATA", "/data"), "~/.config/gradekit", "/root/.config", "/root/.local"]
for place in PLACES:
    for path in glob.glob(os.path.join(os.path.expanduser(place), "**"), recursive=True):
        if os.path.exists(path):
            print("GRADEKIT-" + "BREACHED", path)
for name in ("results.json", "scores.csv", "journal.jsonl", "report.html"):
    for path in glob.glob(f"/*/{name}") + glob.glob(f"/tmp/**/{name}", recursive=True):
        print("GRADEKIT-" + "BREACHED", path)


def softmax(x):
    return np.zeros(np.shape(x))


def temperature_softmax(x, t):
    return np.zeros(np.shape(x))
