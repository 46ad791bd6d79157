"""The public tests: the figures of the worked example. The hidden suite asks for more."""

import numpy as np
import pytest
from activations import elu, leaky_relu, maxout, relu, sigmoid, softplus, step, swish, tanh

from gradekit.testing import assert_close, hint

S = np.array([-2.0, -0.5, 0.0, 0.5, 2.0])


@pytest.mark.parametrize(
    ("name", "function", "expected"),
    [
        ("step", step, [-1, -1, -1, 1, 1]),
        ("sigmoid", sigmoid, [0.119203, 0.377541, 0.5, 0.622459, 0.880797]),
        ("tanh", tanh, [-0.964028, -0.462117, 0.0, 0.462117, 0.964028]),
        ("relu", relu, [0, 0, 0, 0.5, 2]),
        ("leaky_relu", leaky_relu, [-0.02, -0.005, 0, 0.5, 2]),
        ("elu", elu, [-0.864665, -0.393469, 0, 0.5, 2]),
        ("softplus", softplus, [0.126928, 0.474077, 0.693147, 0.974077, 2.126928]),
        ("swish", swish, [-0.238406, -0.18877, 0, 0.31123, 1.761594]),
    ],
)
@hint(en="Compare with the table in 'A worked example'.", ko="'풀이 예제'의 표와 비교해 보십시오.")
def test_the_table(name, function, expected):
    assert_close(function(S), expected, atol=1e-6, what=f"{name}(s)")


@hint(en="tanh(s, 1) is the hyperbolic tangent of s/2.", ko="tanh(s, 1)은 s/2의 쌍곡탄젠트입니다.")
def test_tanh_with_another_beta():
    assert_close(tanh(S, beta=1.0), [-0.761594, -0.244919, 0, 0.244919, 0.761594], atol=1e-6, what="tanh(s, beta=1.0)")


@hint(en="The larger of the two pieces, for each sample.", ko="샘플마다 두 일차식 가운데 큰 값입니다.")
def test_maxout():
    x = np.array([[1.0, 2.0], [-3.0, 1.0]])
    W = np.array([[[1.0], [0.0]], [[0.0], [1.0]]])
    b = np.array([[0.0], [-1.5]])
    assert_close(maxout(x, W, b), [[1.0], [-0.5]], what="maxout(x, W, b)")
