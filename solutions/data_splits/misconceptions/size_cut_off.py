# /// misconception
# en = "You cut the decimals off with int. m is rounded: 1.75 becomes 2. See 'The formula'."
# ko = "int로 소수 부분을 잘라 내고 있습니다. m은 반올림합니다. 1.75는 2가 됩니다. '수식'을 보십시오."
# ///
import numpy as np


def train_test_split(n, test_size, rng):
    m = int(n * test_size)
    if m < 1 or m >= n:
        raise ValueError("a side would be empty")
    order = rng.permutation(n)
    return order[m:], order[:m]


def k_fold(n, k):
    if k < 2 or k > n:
        raise ValueError("2 <= k <= n")
    folds = np.array_split(np.arange(n), k)
    return [(np.concatenate(folds[:i] + folds[i + 1 :]), folds[i]) for i in range(k)]


def cross_validate(score, n, k):
    scores = [score(train, test) for train, test in k_fold(n, k)]
    return sum(scores) / len(scores), scores
