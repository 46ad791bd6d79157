# /// misconception
# en = "Your left-over samples are in no fold, so they are never tested. The first n % k folds take one more each. See 'The formula'."
# ko = "남은 샘플이 어느 폴드에도 없어 테스트되지 않습니다. 처음 n % k개의 폴드에 하나씩 더 넣으십시오. '수식'을 보십시오."
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
    folds = np.split(np.arange(n // k * k), k)
    return [(np.concatenate(folds[:i] + folds[i + 1 :]), folds[i]) for i in range(k)]


def cross_validate(score, n, k):
    scores = [score(train, test) for train, test in k_fold(n, k)]
    return sum(scores) / len(scores), scores
