"""The public tests: run them with `pytest` or `gradekit check`. 공개 테스트: `pytest` 또는 `gradekit check`로 실행합니다."""

import numpy as np
import pytest
from regression_losses import errors, l1, l2, mse, mse_grad, sse

from gradekit.testing import assert_close, hint, raises

SCORES = np.array([25, 50, 42, 61])
PREDICTED = np.array([27, 40, 53, 66])


@hint(
    en="The score minus its prediction, with the sign. Work out 42 - 53 yourself: see 'A worked example'.",
    ko="점수에서 예측값을 빼며 부호도 남깁니다. 42 - 53은 직접 계산해 보십시오. '풀이 예제'를 보십시오.",
)
def test_four_errors():
    assert_close(errors(SCORES, PREDICTED), [-2, 10, -11, -5], what="errors(y, y_hat)")


@hint(
    en="The last rows of the table in 'A worked example' have these figures.",
    ko="'풀이 예제'의 표 아래쪽에 이 값들이 있습니다.",
)
@pytest.mark.parametrize(("name", "loss", "expected"), [("sse", sse, 250.0), ("mse", mse, 62.5), ("l1", l1, 28.0), ("l2", l2, 250.0)])
def test_four_losses(name, loss, expected):
    assert_close(loss(SCORES, PREDICTED), expected, what=f"{name}(y, y_hat)")


@hint(
    en="A prediction that is too large has a positive slope: raising it further would raise the loss.",
    ko="예측값이 너무 크면 기울기가 양수입니다. 더 키우면 손실이 커지기 때문입니다.",
)
def test_the_gradient():
    assert_close(mse_grad(SCORES, PREDICTED), [1.0, -5.0, 5.5, 2.5], what="mse_grad(y, y_hat)")


@hint(
    en="NumPy stretches (4,) against (4, 1) to (4, 4) without a word, so compare the shapes first.",
    ko="NumPy는 (4,)와 (4, 1)을 말없이 (4, 4)로 늘립니다. 먼저 모양을 비교하십시오.",
)
def test_a_column_is_refused():
    with raises(ValueError):
        mse(SCORES, PREDICTED.reshape(4, 1))
