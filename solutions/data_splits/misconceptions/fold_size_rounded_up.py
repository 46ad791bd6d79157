# /// misconception
# en = "You round the size of a fold up, so the last folds get too little. Sizes differ by at most one. See 'The formula'."
# ko = "폴드의 크기를 올림하고 있어서 마지막 폴드가 너무 작아집니다. 크기는 하나까지만 차이가 나야 합니다. '수식'을 보십시오."
# ///
import numpy as np


def train_test_split(n, test_size, rng):
    m = round(n * test_size)
    if m < 1 or m >= n:
        raise ValueError("a side would be empty")
    order = rng.permutation(n)
    return order[m:], order[:m]


def k_fold(n, k):
    if k < 2 or k > n:
        raise ValueError("2 <= k <= n")
    folds = np.split(np.arange(n), [min(n, i * -(-n // k)) for i in range(1, k)])
    return [(np.concatenate(folds[:i] + folds[i + 1 :]), folds[i]) for i in range(k)]


def cross_validate(score, n, k):
    scores = [score(train, test) for train, test in k_fold(n, k)]
    return sum(scores) / len(scores), scores
