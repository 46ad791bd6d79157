# /// misconception
# en = "You draw the test indices with replacement, so some come twice. Cut one permutation instead. See 'The formula'."
# ko = "테스트용 인덱스를 복원 추출하고 있어서 두 번 나오는 인덱스가 있습니다. 순열 하나를 나누십시오. '수식'을 보십시오."
# ///
import numpy as np


def train_test_split(n, test_size, rng):
    m = round(n * test_size)
    if m < 1 or m >= n:
        raise ValueError("a side would be empty")
    test = rng.integers(0, n, m)
    return np.setdiff1d(np.arange(n), test), test


def k_fold(n, k):
    if k < 2 or k > n:
        raise ValueError("2 <= k <= n")
    folds = np.array_split(np.arange(n), k)
    return [(np.concatenate(folds[:i] + folds[i + 1 :]), folds[i]) for i in range(k)]


def cross_validate(score, n, k):
    scores = [score(train, test) for train, test in k_fold(n, k)]
    return sum(scores) / len(scores), scores
