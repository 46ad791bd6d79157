# /// misconception
# en = "You weight the scores by the size of their folds. Each fold counts the same in the mean. See 'The formula'."
# ko = "점수에 폴드의 크기를 가중치로 곱하고 있습니다. 평균을 낼 때 모든 폴드의 비중은 같습니다. '수식'을 보십시오."
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
    return sum(s * len(test) for s, (_, test) in zip(scores, k_fold(n, k))) / n, scores
