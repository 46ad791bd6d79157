"""The hidden suite of `data_splits`.

A generator crosses by its state, so submission and reference draw the same permutations. Score functions are the suite's own, called
back with the indices that the submission hands them.
"""

import math

import numpy as np
import pytest

from gradekit.testing import Mismatch, Text, assert_close, assert_integers, assert_same, assert_true, hint, points, raises


def generator(seed, draw=1):
    """A generator that is the same whenever it is asked for with the same numbers."""
    return np.random.default_rng([seed, draw])


def compare_split(actual, expected, what):
    right = isinstance(actual, list | tuple) and len(actual) == 2
    assert_true(right, Text(f"{what} should be a pair: train, test", f"{what}은(는) train과 test의 쌍이어야 합니다"))
    for side, got, wanted in zip(("train", "test"), actual, expected, strict=True):
        assert_integers(got, wanted, what=f"{what} ({side})")


def compare_folds(actual, expected, what):
    right = isinstance(actual, list | tuple)
    assert_true(right, Text(f"{what} should be a list of pairs", f"{what}은(는) 쌍의 리스트여야 합니다"))
    assert_same(len(actual), len(expected), what=f"len({what})")
    for number, (got, wanted) in enumerate(zip(actual, expected, strict=True)):
        compare_split(got, wanted, f"{what}[{number}]")


def compare_scores(actual, expected, what):
    mean, scores = actual
    assert_close(scores, expected[1], what=f"{what}[1]", atol=1e-9, rtol=1e-7)
    assert_close(mean, expected[0], what=f"{what}[0]", atol=1e-9, rtol=1e-7)


def check_scores(submission, reference, score, n, k):
    """Scores are right for the true folds, or else for the submission's own, which are judged elsewhere."""
    what = f"cross_validate(score, {n}, {k})"
    actual = submission.cross_validate(score, n, k)
    try:
        compare_scores(actual, reference.cross_validate(score, n, k), what)
    except Mismatch as fault:
        folds = submission.k_fold(n, k)
        try:
            scores = [score(train, test) for train, test in folds]
            compare_scores(actual, (float(np.mean(scores)), scores), what)
        except (Mismatch, TypeError, ValueError, IndexError):
            raise fault from None


def error_of_the_mean(y):
    """A score: how far y on the test side lies from its mean on the training side."""

    def score(train, test):
        known, asked = (y[np.asarray(side, dtype=np.int64)] for side in (train, test))
        if not known.size or not asked.size:
            return 0.0
        return float(np.mean((asked - known.mean()) ** 2))

    return score


# --- hold-out


@points(3)
@hint(
    en="test is the first m of rng.permutation(n), train is the rest, and train comes first in the answer.",
    ko="test는 rng.permutation(n)의 처음 m개, train은 나머지이며, 반환할 때에는 train이 먼저입니다.",
)
@pytest.mark.parametrize(("n", "test_size"), [(10, 0.3), (7, 0.24), (50, 0.2), (9, 0.6), (3, 0.34), (2, 0.5)])
def test_hold_out(submission, reference, seed, n, test_size):
    got = submission.train_test_split(n, test_size, generator(seed))
    compare_split(got, reference.train_test_split(n, test_size, generator(seed)), f"train_test_split({n}, {test_size}, rng)")


@points(6)
@hint(
    en="m = round(n * test_size) with Python's round: exactly half way it goes to the even number.",
    ko="m = round(n * test_size)이며 round는 파이썬의 함수입니다. 정확히 가운데이면 짝수로 반올림합니다.",
)
def test_rounding(submission, reference, seed):
    for n, test_size in ((10, 0.25), (6, 0.25), (14, 0.25), (9, 0.5), (7, 0.5), (10, 0.24), (10, 0.26), (1000, 0.1234), (70000, 0.0005)):
        got = submission.train_test_split(n, test_size, generator(seed))
        compare_split(got, reference.train_test_split(n, test_size, generator(seed)), f"train_test_split({n}, {test_size}, rng)")


@points(5)
@hint(
    en="Each index is on one side, and on one side only: a sample seen in training tells nothing in the test.",
    ko="각 인덱스는 한쪽에, 그리고 한쪽에만 있어야 합니다. 학습할 때 이미 본 샘플로는 제대로 테스트할 수 없습니다.",
)
def test_each_index_on_one_side(submission, rng, seed):
    n = int(rng.integers(300, 400))  # more than 8 bits can number
    for test_size in (0.2, 0.75):
        train, test = submission.train_test_split(n, test_size, generator(seed))
        what = f"train_test_split({n}, {test_size}, rng)"
        assert_same([len(train), len(test)], [n - round(n * test_size), round(n * test_size)], what=f"[len(side) for side in {what}]")
        assert_same(np.sort(np.concatenate([train, test])), np.arange(n), what=f"np.sort(np.concatenate({what}))")


@points(4)
@hint(
    en="Where m comes out as 0, nothing is left to test: a ValueError.",
    ko="m이 0이 되면 테스트할 것이 없으므로 ValueError를 일으킵니다.",
)
def test_nothing_to_test(submission, seed):
    for n, test_size in ((10, 0.04), (10, 0.0), (1, 0.3), (2, 0.25), (10, 0.05), (0, 0.5)):
        with raises(ValueError, f"train_test_split({n}, {test_size}, rng)"):
            submission.train_test_split(n, test_size, generator(seed))


@points(4)
@hint(
    en="Where m comes out as n or more, nothing is left to train on: a ValueError.",
    ko="m이 n 이상이 되면 학습할 것이 없으므로 ValueError를 일으킵니다.",
)
def test_nothing_to_train_on(submission, seed):
    for n, test_size in ((10, 0.96), (10, 1.0), (1, 0.7), (2, 0.8), (10, 1.5)):
        with raises(ValueError, f"train_test_split({n}, {test_size}, rng)"):
            submission.train_test_split(n, test_size, generator(seed))


# --- folds


@points(5)
@hint(
    en="Four, three and three indices, in order: see the table in 'A worked example'.",
    ko="인덱스가 차례로 4개, 3개, 3개입니다. '풀이 예제'의 표를 보십시오.",
)
def test_folds_of_the_worked_example(submission):
    expected = [
        ([4, 5, 6, 7, 8, 9], [0, 1, 2, 3]),
        ([0, 1, 2, 3, 7, 8, 9], [4, 5, 6]),
        ([0, 1, 2, 3, 4, 5, 6], [7, 8, 9]),
    ]
    compare_folds(submission.k_fold(10, 3), expected, "k_fold(10, 3)")


@points(3)
@hint(
    en="The first n % k folds are one longer than the others; train is everything outside the fold, in order.",
    ko="처음 n % k개의 폴드는 나머지보다 하나 더 깁니다. train은 폴드 밖의 전부를 순서대로 적은 것입니다.",
)
@pytest.mark.parametrize(("n", "k"), [(12, 4), (11, 4), (5, 2), (7, 7), (2, 2), (23, 6)])
def test_folds(submission, reference, n, k):
    compare_folds(submission.k_fold(n, k), reference.k_fold(n, k), f"k_fold({n}, {k})")


@points(4)
@hint(
    en="Each index is tested in exactly one fold and trained on in all others.",
    ko="각 인덱스는 정확히 한 폴드에서 테스트되고 다른 모든 폴드에서는 학습에 쓰입니다.",
)
def test_each_index_tested_once(submission, rng):
    n, k = int(rng.integers(1100, 1200)), int(rng.integers(30, 40))
    folds = submission.k_fold(n, k)
    assert_same(len(folds), k, what=f"len(k_fold({n}, {k}))")
    assert_same(
        np.sort(np.concatenate([test for _, test in folds])),
        np.arange(n),
        what=f"np.sort(np.concatenate([test for train, test in k_fold({n}, {k})]))",
    )
    for number, (train, test) in enumerate(folds):
        together = np.sort(np.concatenate([train, test]))
        assert_same(together, np.arange(n), what=f"np.sort(np.concatenate(k_fold({n}, {k})[{number}]))")


@points(3)
@hint(
    en="With fewer than 2 folds nothing is left to train on: a ValueError.",
    ko="폴드가 2개보다 적으면 학습할 것이 남지 않으므로 ValueError를 일으킵니다.",
)
def test_too_few_folds(submission, rng):
    n = int(rng.integers(5, 20))
    for k in (1, 0, -2):
        with raises(ValueError, f"k_fold({n}, {k})"):
            submission.k_fold(n, k)


@points(3)
@hint(
    en="With more folds than samples some folds would be empty: a ValueError.",
    ko="폴드가 샘플보다 많으면 빈 폴드가 생기므로 ValueError를 일으킵니다.",
)
def test_too_many_folds(submission, rng):
    n = int(rng.integers(5, 20))
    for samples, k in ((n, n + 1), (3, 9), (1, 2), (0, 2)):
        with raises(ValueError, f"k_fold({samples}, {k})"):
            submission.k_fold(samples, k)


# --- cross-validation


@points(4)
@hint(
    en="score(train, test) for each fold, in order; then their mean. The mean comes first in the answer.",
    ko="폴드마다 차례로 score(train, test)를 호출하고 그 평균을 구합니다. 반환할 때에는 평균이 먼저입니다.",
)
@pytest.mark.parametrize(("n", "k"), [(9, 2), (12, 3), (11, 4)])
def test_scores(submission, reference, rng, n, k):
    y = rng.normal(0.0, 2.0, n) + np.arange(n)
    for scale in (1.0, 0.02, 100.0):
        check_scores(submission, reference, error_of_the_mean(scale * y), n, k)


@points(4)
@hint(
    en="score gets the training side first and the test side second.",
    ko="score의 첫째 인수는 학습용 인덱스, 둘째 인수는 테스트용 인덱스입니다.",
)
def test_which_side_is_which(submission, reference, rng, evidence):
    n, k = int(rng.integers(11, 14)), 5

    def score(train, test):
        return float(np.sum(test)) / 10 + 1 / len(train)

    got, expected = submission.cross_validate(score, n, k), reference.cross_validate(score, n, k)
    drawn = plain(got, k)
    if drawn is not None:
        evidence(
            "bars",
            title={"en": "The scores of the folds", "ko": "폴드의 점수"},
            labels=[f"{number}" for number in range(1, k + 1)],
            got=drawn,
            expected=expected[1],
        )
    check_scores(submission, reference, score, n, k)


def plain(answer, length):
    """The scores in an answer as a list of that many finite floats, or None."""
    try:
        scores = np.asarray(answer[1], dtype=np.float64)
    except (TypeError, ValueError, IndexError, KeyError):
        return None
    return scores.tolist() if scores.shape == (length,) and all(map(math.isfinite, scores.tolist())) else None


@points(4)
@hint(
    en="Scores may be whole numbers, negative ones too, and their mean is a fraction all the same.",
    ko="점수는 정수일 수도 있고 음수일 수도 있습니다. 그래도 평균은 분수입니다.",
)
def test_whole_numbers_as_scores(submission, reference):
    def score(train, test):
        return int(np.min(test)) - len(train)

    for n, k in ((7, 2), (10, 4), (4, 4), (30, 13)):
        for each in (score, size):
            check_scores(submission, reference, each, n, k)


def size(train, test):
    """A score that some folds share and others do not."""
    return len(test)


@points(3)
@hint(
    en="cross_validate refuses fewer than 2 folds as k_fold does.",
    ko="cross_validate도 k_fold처럼 폴드가 2개보다 적으면 거부합니다.",
)
def test_too_few_folds_for_scores(submission, rng):
    n = int(rng.integers(5, 20))
    for k in (1, 0, -1):
        with raises(ValueError, f"cross_validate(score, {n}, {k})"):
            submission.cross_validate(one, n, k)


@points(3)
@hint(
    en="cross_validate refuses more folds than samples as k_fold does.",
    ko="cross_validate도 k_fold처럼 폴드가 샘플보다 많으면 거부합니다.",
)
def test_too_many_folds_for_scores(submission, rng):
    n = int(rng.integers(5, 20))
    for samples, k in ((n, n + 1), (3, 9), (1, 2)):
        with raises(ValueError, f"cross_validate(score, {samples}, {k})"):
            submission.cross_validate(one, samples, k)


def one(train, test):
    return 1.0


# --- all three


@points(4)
@hint(
    en="A call must not depend on the calls before it, and all randomness comes from the generator that is handed over.",
    ko="함수의 결과가 이전 호출에 따라 달라지면 안 됩니다. 모든 무작위성은 넘겨받은 생성기에서 나옵니다.",
)
def test_calls_are_independent(submission, reference, rng, seed):
    scores = [error_of_the_mean(rng.normal(0.0, 2.0, 9)) for _ in range(2)]
    for draw in (1, 2, 1):
        got = submission.train_test_split(9, 0.33, generator(seed, draw))
        compare_split(got, reference.train_test_split(9, 0.33, generator(seed, draw)), "train_test_split(9, 0.33, rng)")
        compare_folds(submission.k_fold(9, draw + 2), reference.k_fold(9, draw + 2), f"k_fold(9, {draw + 2})")
        check_scores(submission, reference, scores[draw - 1], 9, 4)
