# /// misconception
# en = "You deal the samples out like cards, every k-th to the same fold. A fold is a run of neighbouring indices. See 'A worked example'."
# ko = "카드를 나누듯 k개마다 하나씩 같은 폴드에 넣고 있습니다. 폴드는 이어지는 인덱스의 구간입니다. '풀이 예제'를 보십시오."
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
    folds = [np.arange(i, n, k) for i in range(k)]
    return [(np.concatenate(folds[:i] + folds[i + 1 :]), folds[i]) for i in range(k)]


def cross_validate(score, n, k):
    scores = [score(train, test) for train, test in k_fold(n, k)]
    return sum(scores) / len(scores), scores
