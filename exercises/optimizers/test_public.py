"""The public tests: run them with `pytest` or `gradekit check`. 공개 테스트: `pytest` 또는 `gradekit check`로 실행합니다."""

import numpy as np
from optimizers import SGD, Adam

from gradekit.testing import assert_close, assert_same, hint


@hint(en="The first table of 'A worked example', third column.", ko="'풀이 예제'의 첫째 표에서 셋째 열입니다.")
def test_plain_sgd():
    optimizer = SGD(0.1)
    params = [np.array([1.0])]
    for gradient, expected in ((1.0, 0.9), (0.5, 0.85), (-0.25, 0.875)):
        params = optimizer.step(params, [np.array([gradient])])
        assert_close(params[0], [expected], what="step(params, grads)[0]")


@hint(en="The first table of 'A worked example', last two columns.", ko="'풀이 예제'의 첫째 표에서 마지막 두 열입니다.")
def test_sgd_with_momentum():
    optimizer = SGD(0.1, momentum=0.9)
    params = [np.array([1.0])]
    for gradient, expected in ((1.0, 0.9), (0.5, 0.76), (-0.25, 0.659)):
        params = optimizer.step(params, [np.array([gradient])])
        assert_close(params[0], [expected], what="step(params, grads)[0]")


@hint(en="Adam's first step is as long as the learning rate.", ko="Adam의 첫 스텝은 학습률만큼 움직입니다.")
def test_first_step_of_adam():
    new = Adam(lr=0.1).step([np.array([1.0, -2.0])], [np.array([0.5, -300.0])])
    assert_same(len(new), 1, what="len(step(params, grads))")
    assert_close(new[0], [0.9, -1.9], atol=1e-7, what="step(params, grads)[0]")
