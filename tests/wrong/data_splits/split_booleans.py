# wrong: masks in place of indices
import numpy as np


def train_test_split(n, test_size, rng):
    m = round(n * test_size)
    if m < 1 or m >= n:
        raise ValueError("a side would be empty")
    order = rng.permutation(n)
    return np.isin(np.arange(n), order[m:]), np.isin(np.arange(n), order[:m])


def k_fold(n, k):
    if k < 2 or k > n:
        raise ValueError("2 <= k <= n")
    folds = np.array_split(np.arange(n), k)
    return [(np.concatenate(folds[:i] + folds[i + 1 :]), folds[i]) for i in range(k)]


def cross_validate(score, n, k):
    scores = [score(train, test) for train, test in k_fold(n, k)]
    return sum(scores) / len(scores), scores
