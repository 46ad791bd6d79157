# /// misconception
# en = "You check that there is something to test, but not that something is left to train on. Both sides need a sample. See 'What to write'."
# ko = "테스트할 것이 있는지는 검사하지만 학습할 것이 남는지는 검사하지 않습니다. 양쪽 모두 샘플이 있어야 합니다. '작성할 내용'을 보십시오."
# ///
import numpy as np


def train_test_split(n, test_size, rng):
    m = round(n * test_size)
    if m < 1:
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
