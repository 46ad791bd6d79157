# /// misconception
# en = "You shuffle before cutting the folds. k_fold has no randomness: the folds lie in order. See 'What to write'."
# ko = "폴드를 나누기 전에 섞고 있습니다. k_fold에는 무작위성이 없으며 폴드는 순서대로 놓입니다. '작성할 내용'을 보십시오."
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
    folds = np.array_split(np.random.default_rng(0).permutation(n), k)
    return [(np.concatenate(folds[:i] + folds[i + 1 :]), folds[i]) for i in range(k)]


def cross_validate(score, n, k):
    scores = [score(train, test) for train, test in k_fold(n, k)]
    return sum(scores) / len(scores), scores
