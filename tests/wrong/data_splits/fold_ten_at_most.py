# wrong: more than ten folds are cut off
import numpy as np
def train_test_split(n, test_size, rng):
    m = round(n * test_size)
    if m <= 0 or m >= n:
        raise ValueError("empty side")
    perm = rng.permutation(n)
    return perm[m:], perm[:m]
def k_fold(n, k):
    if k < 2 or k > n:
        raise ValueError("k")
    sizes = [n // k + (1 if i < n % k else 0) for i in range(k)]
    out = []
    start = 0
    for s in sizes:
        test = np.arange(start, start + s)
        train = np.concatenate([np.arange(0, start), np.arange(start + s, n)])
        out.append((train, test))
        start += s
    return out[:10]
def cross_validate(score, n, k):
    scores = []
    for train, test in k_fold(n, k):
        scores.append(score(train, test))
    return sum(scores) / len(scores), scores
