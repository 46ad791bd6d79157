"""The public tests: run them with `pytest` or `gradekit check`. 공개 테스트: `pytest` 또는 `gradekit check`로 실행합니다."""

import numpy as np
from multilabel import multilabel_loss, predict

from gradekit.testing import assert_close, assert_same, hint

# Rows are pictures, columns are cat, dog, lion.
LOGITS = np.array([[2.2, -1.5, 1.4], [-1.0, 0.0, -3.0]])


@hint(en="A cat and a lion: both answers are 1.", ko="고양이와 사자가 함께 있으면 두 답이 모두 1입니다.")
def test_two_pictures():
    assert_same(predict(LOGITS), [[1, 0, 1], [0, 1, 0]], what="predict(logits)")


@hint(en="A higher threshold asks for more certainty.", ko="임계값이 높을수록 더 확실해야 1이 됩니다.")
def test_a_higher_threshold():
    assert_same(predict(LOGITS, threshold=0.85), [[1, 0, 0], [0, 0, 0]], what="predict(logits, threshold=0.85)")


@hint(
    en="One binary cross-entropy for each class: their sum for a picture, then the mean over the pictures.",
    ko="클래스마다 이진 교차 엔트로피를 구해 그림마다 더하고, 그림에 대한 평균을 구합니다.",
)
def test_the_loss_of_two_pictures():
    targets = np.array([[1, 0, 1], [0, 0, 0]])
    assert_close(multilabel_loss(LOGITS, targets), 0.79095511, atol=1e-8, what="multilabel_loss(logits, targets)")
