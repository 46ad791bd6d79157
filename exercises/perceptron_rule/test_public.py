"""The public tests: the form of the answers and the OR run of the worked example. The hidden suite asks for more."""

import numpy as np
from perceptron_rule import fit, predict, update

from gradekit.testing import Text, assert_close, assert_same, assert_true, hint

X = np.array([[0.0, 0.0], [0.0, 1.0], [1.0, 0.0], [1.0, 1.0]])


@hint(en="1 where the sum is above 0, else 0.", ko="합이 0보다 크면 1, 아니면 0입니다.")
def test_predict():
    assert_same(predict(X, np.array([0.5, 0.5]), -0.7), [0, 0, 0, 1], what="predict(X, (0.5, 0.5), -0.7)")


@hint(
    en="A missed sample is added to the weights, times the learning rate; the bias grows by the learning rate.",
    ko="놓친 샘플에 학습률을 곱하여 가중치에 더합니다. 편향은 학습률만큼 커집니다.",
)
def test_update_of_a_missed_sample():
    w, b = update(np.array([0.0, 0.0]), 0.0, np.array([0.0, 1.0]), 1, 0.5)
    assert_close(w, [0.0, 0.5], what="update((0, 0), 0, (0, 1), 1, 0.5)[0]")
    assert_close(b, 0.5, what="update((0, 0), 0, (0, 1), 1, 0.5)[1]")


@hint(en="Follow the table of 'A worked example' line by line.", ko="'풀이 예제'의 표를 한 줄씩 따라가 보십시오.")
def test_fit_learns_or():
    w, b, errors = fit(X, np.array([0, 1, 1, 1]), lr=0.5)
    assert_close(w, [0.5, 0.5], what="fit(X, y, lr=0.5): w")
    assert_close(b, 0.0, what="fit(X, y, lr=0.5): b")
    assert_same(errors, [1, 2, 1, 0], what="fit(X, y, lr=0.5): errors")


@hint(
    en="XOR is never learned: there is an error in every epoch, to the last.",
    ko="XOR는 학습되지 않습니다. 마지막까지 모든 에포크에 오류가 있습니다.",
)
def test_fit_does_not_learn_xor():
    _, _, errors = fit(X, np.array([0, 1, 1, 0]), lr=0.5, epochs=12)
    assert_true(
        len(errors) == 12 and min(errors) > 0,
        Text(
            "fit on XOR should run all 12 epochs, with errors in each",
            "XOR에서는 12에포크를 모두 실행해야 하며 에포크마다 오류가 있어야 합니다",
        ),
    )
