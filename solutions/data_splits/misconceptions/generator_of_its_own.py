# /// misconception
# en = "You draw from a generator of your own, so the caller can neither repeat nor vary the split. Use the rng that is handed over. See 'What to write'."
# ko = "직접 만든 생성기에서 뽑고 있어서 호출한 쪽이 분할을 되풀이하거나 바꿀 수 없습니다. 넘겨받은 rng를 쓰십시오. '작성할 내용'을 보십시오."
# ///
import numpy as np


def train_test_split(n, test_size, rng):
    m = round(n * test_size)
    if m < 1 or m >= n:
        raise ValueError("a side would be empty")
    order = np.random.default_rng(0).permutation(n)
    return order[m:], order[:m]


def k_fold(n, k):
    if k < 2 or k > n:
        raise ValueError("2 <= k <= n")
    folds = np.array_split(np.arange(n), k)
    return [(np.concatenate(folds[:i] + folds[i + 1 :]), folds[i]) for i in range(k)]


def cross_validate(score, n, k):
    scores = [score(train, test) for train, test in k_fold(n, k)]
    return sum(scores) / len(scores), scores
