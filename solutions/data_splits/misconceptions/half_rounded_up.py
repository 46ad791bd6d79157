# /// misconception
# en = "You round 2.5 up to 3. Python's round goes to the even number there, 2. See 'The formula'."
# ko = "2.5를 3으로 올리고 있습니다. 파이썬의 round는 이때 짝수인 2를 줍니다. '수식'을 보십시오."
# ///
import numpy as np


def train_test_split(n, test_size, rng):
    m = int(n * test_size + 0.5)
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
    return sum(scores) / len(scores), scores
