"""Small integers, sets, closures; the mean as a 0-d array."""

import functools

import numpy as np


def requires(condition, text):
    def decorate(function):
        @functools.wraps(function)
        def inner(*args):
            if not condition(*args):
                raise ValueError(text)
            return function(*args)

        return inner

    return decorate


@requires(lambda n, test_size, rng: 1 <= round(n * test_size) <= n - 1, "a side is empty")
def train_test_split(n, test_size, rng):
    indices = np.arange(n, dtype=np.int32)
    rng.shuffle(indices)
    cut = round(n * test_size)
    return indices[cut:], indices[:cut]


@requires(lambda n, k: 2 <= k <= n, "folds")
def k_fold(n, k):
    everything = set(range(n))
    ends = [(i + 1) * (n // k) + min(i + 1, n % k) for i in range(k)]
    tests = [range(start, end) for start, end in zip([0, *ends], ends)]
    return [(np.array(sorted(everything - set(test)), dtype=np.int16), np.array(test)) for test in tests]


@requires(lambda score, n, k: k >= 2 and n >= k, "folds")
def cross_validate(score, n, k):
    scores = tuple(map(lambda pair: score(pair[0], pair[1]), k_fold(n, k)))
    return np.asarray(np.mean(scores)), scores
