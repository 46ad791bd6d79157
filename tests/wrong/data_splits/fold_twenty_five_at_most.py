# wrong: no more than 25 folds
import numpy as np


def train_test_split(n, test_size, rng):
    m = round(n * test_size)
    if m <= 0 or m >= n:
        raise ValueError("empty side")
    perm = rng.permutation(n)
    return perm[m:], perm[:m]


def k_fold(n, k):
    if k < 2 or k > n:
        raise ValueError("bad k")
    k = min(k, 25)
    sizes = [n // k + (i < n % k) for i in range(k)]
    folds = []
    start = 0
    for size in sizes:
        stop = start + size
        test = np.arange(start, stop)
        train = np.concatenate([np.arange(0, start), np.arange(stop, n)])
        folds.append((train, test))
        start = stop
    return folds


def cross_validate(score, n, k):
    scores = []
    for train, test in k_fold(n, k):
        scores.append(float(score(train, test)))
    return float(np.mean(scores)), scores
