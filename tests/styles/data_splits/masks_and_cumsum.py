import numpy as np

print("splits")


def train_test_split(n, test_size, rng):
    order = rng.permutation(n)
    m = int(np.round(n * test_size))
    test, train = np.split(order, [m])
    if min(len(train), len(test)) == 0:
        raise ValueError(f"{len(train)} and {len(test)}")
    return train, test


def k_fold(n, k):
    if not (1 < k < n + 1):
        raise ValueError(k)
    sizes = np.full(k, n // k)
    sizes[: n % k] += 1
    fold_of = np.repeat(np.arange(k), sizes)
    return tuple((np.flatnonzero(fold_of != i), np.flatnonzero(fold_of == i)) for i in range(k))


def cross_validate(score, n, k):
    scores = np.array([score(*pair) for pair in k_fold(n, k)])
    return scores.mean(), scores
