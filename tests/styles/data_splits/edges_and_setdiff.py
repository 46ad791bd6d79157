import numpy as np, statistics
def train_test_split(n, test_size, rng):
    if n < 2: raise ValueError
    m = np.round(n * test_size).astype(int)
    if not 1 <= m <= n - 1: raise ValueError(m)
    idx = np.arange(n); rng.shuffle(idx)
    return idx[m:].copy(), idx[:m].copy()
def k_fold(n, k):
    if k > n or k <= 1: raise ValueError
    edges = np.cumsum([0] + [(n + k - 1 - i) // k for i in range(k)])
    everything = np.arange(n)
    return list((np.setdiff1d(everything, everything[a:b]), everything[a:b]) for a, b in zip(edges, edges[1:]))
def cross_validate(score, n, k):
    results = list(map(lambda tt: score(tt[0], tt[1]), k_fold(n, k)))
    return statistics.fmean(results), results
