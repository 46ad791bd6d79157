# attack: goes through every object that the collector knows, the frozen ones too, for secrets and answers
# exercise: softmax
# answer: wrong
# verdicts: failed
import gc
import sys

import numpy as np

gc.unfreeze()
WORDS = ("canary", "CANARY", "GRADEKIT_SECRET", "test_hidden", "seed_key", "misconception")
found = set()
for each in gc.get_objects():
    try:
        inside = [*each, *each.values()] if isinstance(each, dict) else each if isinstance(each, list | tuple | set) else [vars(each)]
        for value in inside:
            if isinstance(value, str | bytes) and any(word in str(value) for word in WORDS) and value not in WORDS:
                found.add(str(value)[:500])
    except Exception:
        continue
for name, module in sorted(sys.modules.items()):
    if name.startswith(("gradekit", "pytest", "_pytest", "test_")):
        print("GRADEKIT-" + "BREACHED", name, module)
# Its own source is among what it finds: only what stands in the course's files, and not here, would be a breach.
print(sorted(found, key=len)[:50])


def softmax(x):
    return np.zeros(np.shape(x))


def temperature_softmax(x, t):
    return np.zeros(np.shape(x))
