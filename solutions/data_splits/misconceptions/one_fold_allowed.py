# /// misconception
# en = "You let k = 1 through. With one fold everything is tested and nothing is left to train on: k is at least 2. See 'What to write'."
# ko = "k = 1을 받아들이고 있습니다. 폴드가 하나이면 전부 테스트하고 학습할 것이 남지 않습니다. k는 2 이상이어야 합니다. '작성할 내용'을 보십시오."
# ///
import numpy as np


def train_test_split(n, test_size, rng):
    m = round(n * test_size)
    if m < 1 or m >= n:
        raise ValueError("a side would be empty")
    order = rng.permutation(n)
    return order[m:], order[:m]


def k_fold(n, k):
    if k < 1 or k > n:
        raise ValueError("2 <= k <= n")
    folds = np.array_split(np.arange(n), k)
    return [(np.concatenate([np.arange(0), *folds[:i], *folds[i + 1 :]]), folds[i]) for i in range(k)]


def cross_validate(score, n, k):
    scores = [score(train, test) for train, test in k_fold(n, k)]
    return sum(scores) / len(scores), scores
