"""The public tests: run them with `pytest` or `gradekit check`. 공개 테스트: `pytest` 또는 `gradekit check`로 실행합니다."""

import numpy as np
from backprop import backward, forward, loss, train_step

from gradekit.testing import assert_close, assert_shape, hint

X = np.array([[1.0, 2.0]])
LABELS = np.array([1])
PARAMS = {
    "W1": np.array([[0.5, -0.5], [0.25, 0.75]]),
    "b1": np.array([0.0, -1.0]),
    "W2": np.array([[1.0, -1.0], [0.0, 2.0]]),
    "b2": np.array([0.0, 0.0]),
}


@hint(en="Follow the first table of 'A worked example' line by line.", ko="'풀이 예제'의 첫째 표를 한 줄씩 따라가 보십시오.")
def test_forward_of_the_worked_example():
    probs, _ = forward(X, PARAMS)
    assert_close(probs, [[0.6135163, 0.3864837]], atol=1e-7, what="forward(X, PARAMS)[0]")


@hint(en="Minus the logarithm of the true class's probability.", ko="정답 클래스의 확률에 로그를 취하고 음의 부호를 붙입니다.")
def test_loss_of_the_worked_example():
    assert_close(loss(np.array([[0.6135163, 0.3864837]]), LABELS), 0.95066552, atol=1e-5, what="loss(probs, labels)")


@hint(en="Follow the second table of 'A worked example' line by line.", ko="'풀이 예제'의 둘째 표를 한 줄씩 따라가 보십시오.")
def test_gradients_of_the_output_layer():
    _, cache = forward(X, PARAMS)
    grads = backward(X, LABELS, PARAMS, cache)
    expected = [[0.44851636, -0.44851636], [0.30675815, -0.30675815]]
    assert_close(grads["W2"], expected, atol=1e-6, what='backward(X, LABELS, PARAMS, cache)["W2"]')
    assert_close(grads["b2"], [0.6135163, -0.6135163], atol=1e-6, what='backward(X, LABELS, PARAMS, cache)["b2"]')


@hint(en="A step of training returns parameters of the same shapes.", ko="학습 스텝은 모양이 같은 파라미터를 반환합니다.")
def test_shapes_after_a_step():
    new = train_step(X, LABELS, PARAMS, 0.5)
    for key, value in PARAMS.items():
        assert_shape(new[key], value.shape, what=f'train_step(X, LABELS, PARAMS, 0.5)["{key}"]')
