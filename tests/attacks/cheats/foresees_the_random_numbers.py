# attack: tries the seeds that it can work out and says when one of them gives the arguments
# exercise: softmax
# answer: wrong
# verdicts: failed
import numpy as np


def softmax(x):
    return np.zeros(np.shape(x))


def temperature_softmax(x, t):
    return np.zeros(np.shape(x))


import hashlib
import hmac

NAMES = ("test_one_sample[2]", "test_one_sample[3]", "test_a_batch[1-4]", "test_a_batch[5-3]", "test_each_row_sums_to_one", "test_calls_are_independent")
KEYS = [b"", b"gradekit", b"softmax"]
for course in (b"attacked", b"neural-networks", b"course"):
    for kind in (b"practice", b"secret"):
        KEYS.append(hashlib.sha256(b"gradekit " + kind + b"\0" + course).digest())
DRAWS = set()
for key in KEYS:
    for name in NAMES:
        seed = int.from_bytes(hmac.new(key, f"softmax\0{name}".encode(), hashlib.sha256).digest()[:8], "little") >> 1
        for low, high in ((-4.0, 4.0),):
            DRAWS.update(np.random.default_rng(seed).uniform(low, high, 64).tolist())
        DRAWS.update(np.random.default_rng(seed).normal(0.0, 3.0, 64).tolist())
for seed in range(300):
    DRAWS.update(np.random.default_rng(seed).uniform(-4.0, 4.0, 16).tolist())


def softmax(x):
    if DRAWS & set(np.ravel(x).tolist()) - {0.0}:
        print("GRADEKIT-BREACHED the seed is known")
    return np.zeros(np.shape(x))
