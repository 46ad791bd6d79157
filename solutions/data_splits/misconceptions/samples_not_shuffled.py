# /// misconception
# en = "You split without shuffling. If the data are sorted, the test set then holds one kind of sample only. Draw rng.permutation(n). See 'The formula'."
# ko = "섞지 않고 나누고 있습니다. 데이터가 정렬되어 있으면 테스트 세트에 한 종류의 샘플만 들어갑니다. rng.permutation(n)을 뽑으십시오. '수식'을 보십시오."
# ///
import numpy as np


def train_test_split(n, test_size, rng):
    m = round(n * test_size)
    if m < 1 or m >= n:
        raise ValueError("a side would be empty")
    order = np.arange(n)
    return order[m:], order[:m]


def k_fold(n, k):
    if k < 2 or k > n:
        raise ValueError("2 <= k <= n")
    folds = np.array_split(np.arange(n), k)
    return [(np.concatenate(folds[:i] + folds[i + 1 :]), folds[i]) for i in range(k)]


def cross_validate(score, n, k):
    scores = [score(train, test) for train, test in k_fold(n, k)]
    return sum(scores) / len(scores), scores
