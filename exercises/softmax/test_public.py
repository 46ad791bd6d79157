"""The public tests: run them with `pytest` or `gradekit check`. 공개 테스트: `pytest` 또는 `gradekit check`로 실행합니다."""

import numpy as np
from softmax import softmax, temperature_softmax

from gradekit.testing import assert_close, hint, raises


@hint(
    en="Exponentials first, then divide by their sum: see 'A worked example'.",
    ko="먼저 지수 함수를 적용하고 그 합으로 나눕니다. '풀이 예제'를 보십시오.",
)
def test_three_scores():
    assert_close(softmax(np.array([5.0, 3.0, 1.0])), [0.86681333, 0.11731043, 0.01587624], atol=1e-8, what="softmax(x)")


@hint(en="Each row of a batch is normalised on its own.", ko="배치의 각 행을 따로 정규화합니다.")
def test_a_batch_of_two():
    batch = np.array([[5.0, 3.0, 1.0], [0.0, 0.0, 0.0]])
    expected = [[0.86681333, 0.11731043, 0.01587624], [1 / 3, 1 / 3, 1 / 3]]
    assert_close(softmax(batch), expected, atol=1e-8, what="softmax(x)")


@hint(en="The scores are divided by t before the softmax.", ko="소프트맥스를 계산하기 전에 점수를 t로 나눕니다.")
def test_temperature_two():
    expected = [0.66524096, 0.24472847, 0.09003057]
    assert_close(temperature_softmax(np.array([5.0, 3.0, 1.0]), 2.0), expected, atol=1e-8, what="temperature_softmax(x, 2.0)")


@hint(en="A temperature has to be above 0.", ko="온도는 0보다 커야 합니다.")
def test_temperature_zero_is_refused():
    with raises(ValueError):
        temperature_softmax(np.array([5.0, 3.0, 1.0]), 0.0)
