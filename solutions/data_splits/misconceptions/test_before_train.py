# /// misconception
# en = "You return test before train. All functions here give train first. See 'What to write'."
# ko = "test를 train보다 먼저 반환하고 있습니다. 여기서는 모든 함수가 train을 먼저 반환합니다. '작성할 내용'을 보십시오."
# ///
import numpy as np


def train_test_split(n, test_size, rng):
    m = round(n * test_size)
    if m < 1 or m >= n:
        raise ValueError("a side would be empty")
    order = rng.permutation(n)
    return order[:m], order[m:]


def k_fold(n, k):
    if k < 2 or k > n:
        raise ValueError("2 <= k <= n")
    folds = np.array_split(np.arange(n), k)
    return [(folds[i], np.concatenate(folds[:i] + folds[i + 1 :])) for i in range(k)]


def cross_validate(score, n, k):
    scores = [score(train, test) for test, train in k_fold(n, k)]
    return sum(scores) / len(scores), scores
