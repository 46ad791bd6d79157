# /// misconception
# en = "You never check k: one fold leaves nothing to train on, and more folds than samples leave some empty. Raise ValueError. See 'What to write'."
# ko = "k를 검사하지 않습니다. 폴드가 하나이면 학습할 것이 없고, 샘플보다 많으면 빈 폴드가 생깁니다. ValueError를 일으키십시오. '작성할 내용'을 보십시오."
# ///
import numpy as np


def train_test_split(n, test_size, rng):
    m = round(n * test_size)
    if m < 1 or m >= n:
        raise ValueError("a side would be empty")
    order = rng.permutation(n)
    return order[m:], order[:m]


def k_fold(n, k):
    k = max(k, 1)
    folds = np.array_split(np.arange(n), k)
    return [(np.concatenate([np.arange(0), *folds[:i], *folds[i + 1 :]]), folds[i]) for i in range(k)]


def cross_validate(score, n, k):
    scores = [score(train, test) for train, test in k_fold(n, k)]
    return sum(scores) / len(scores), scores
