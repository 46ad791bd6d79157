# /// misconception
# en = "You let a side be empty. Without samples there is nothing to train on or to test: raise ValueError. See 'What to write'."
# ko = "한쪽이 비어도 그대로 두고 있습니다. 샘플이 없으면 학습할 것이나 테스트할 것이 없으므로 ValueError를 일으키십시오. '작성할 내용'을 보십시오."
# ///
import numpy as np


def train_test_split(n, test_size, rng):
    m = round(n * test_size)
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
