def train_test_split(n, test_size, rng):
    order = [int(i) for i in rng.permutation(n)]
    m = round(test_size * n)
    train, test = [], []
    for place, index in enumerate(order):
        (test if place < m else train).append(index)
    if not train or not test:
        raise ValueError("an empty side")
    return train, test


def k_fold(n, k):
    if k < 2:
        raise ValueError("too few folds")
    if k > n:
        raise ValueError("too many folds")
    pairs = []
    start = 0
    for fold in range(k):
        stop = start + n // k
        if fold < n % k:
            stop += 1
        train = []
        test = []
        for i in range(n):
            if start <= i < stop:
                test.append(i)
            else:
                train.append(i)
        pairs.append([train, test])
        start = stop
    return pairs


def cross_validate(score, n, k):
    total = 0.0
    scores = []
    for train, test in k_fold(n, k):
        value = score(train, test)
        scores.append(value)
        total += value
    return total / k, scores
