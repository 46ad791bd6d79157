# /// misconception
# en = "You return the mean alone. The list of all scores belongs to the answer. See 'What to write'."
# ko = "평균만 반환하고 있습니다. 모든 점수의 리스트도 함께 반환해야 합니다. '작성할 내용'을 보십시오."
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
    folds = np.array_split(np.arange(n), k)
    return [(np.concatenate(folds[:i] + folds[i + 1 :]), folds[i]) for i in range(k)]


def cross_validate(score, n, k):
    scores = [score(train, test) for train, test in k_fold(n, k)]
    return sum(scores) / len(scores)
