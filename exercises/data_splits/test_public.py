"""The public tests: run them with `pytest` or `gradekit check`. 공개 테스트: `pytest` 또는 `gradekit check`로 실행합니다."""

import numpy as np
from data_splits import cross_validate, k_fold, train_test_split

from gradekit.testing import assert_close, assert_same, hint, raises


@hint(en="The first m of the permutation are for testing.", ko="순열의 처음 m개를 테스트에 씁니다.")
def test_hold_out():
    order = np.random.default_rng(4).permutation(10)
    train, test = train_test_split(10, 0.3, np.random.default_rng(4))
    assert_same(test, order[:3], what="test")
    assert_same(train, order[3:], what="train")


@hint(en="The second row of the table in 'A worked example'.", ko="'풀이 예제'에 있는 표의 둘째 행입니다.")
def test_three_folds():
    folds = k_fold(10, 3)
    assert_same(len(folds), 3, what="len(k_fold(10, 3))")
    train, test = folds[1]
    assert_same(test, [4, 5, 6], what="k_fold(10, 3)[1] (test)")
    assert_same(train, [0, 1, 2, 3, 7, 8, 9], what="k_fold(10, 3)[1] (train)")


def size_of_the_test_set(train, test):
    return float(len(test))


@hint(en="The mean first, then the list of all scores.", ko="평균이 먼저이고, 그다음이 모든 점수의 리스트입니다.")
def test_scores():
    mean, scores = cross_validate(size_of_the_test_set, 10, 3)
    assert_close(scores, [4.0, 3.0, 3.0], what="cross_validate(score, 10, 3)[1]")
    assert_close(mean, 10 / 3, what="cross_validate(score, 10, 3)[0]")


@hint(en="With one fold nothing would be left to train on.", ko="폴드가 하나이면 학습에 쓸 것이 남지 않습니다.")
def test_one_fold_is_refused():
    with raises(ValueError):
        k_fold(10, 1)
