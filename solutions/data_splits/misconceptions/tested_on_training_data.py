# /// misconception
# en = "Your training side holds all samples, those of the test as well. The test then tells nothing. See 'The idea'."
# ko = "학습용 인덱스에 테스트 샘플까지 모두 들어 있습니다. 그러면 테스트 결과에 아무 의미가 없습니다. '핵심 아이디어'를 보십시오."
# ///
import numpy as np


def train_test_split(n, test_size, rng):
    m = round(n * test_size)
    if m < 1 or m >= n:
        raise ValueError("a side would be empty")
    order = rng.permutation(n)
    return order, order[:m]


def k_fold(n, k):
    if k < 2 or k > n:
        raise ValueError("2 <= k <= n")
    folds = np.array_split(np.arange(n), k)
    return [(np.arange(n), folds[i]) for i in range(k)]


def cross_validate(score, n, k):
    scores = [score(train, test) for train, test in k_fold(n, k)]
    return sum(scores) / len(scores), scores
