"""The perceptron in matrix form. / 행렬로 쓰는 퍼셉트론."""

import numpy as np


def step(s: np.ndarray) -> np.ndarray:
    """Return +1 where s > 0 and -1 where s <= 0, for an array of any shape.

    s가 0보다 크면 +1, 0 이하이면 -1을 원소마다 반환합니다. s의 모양은 임의입니다.
    """
    raise NotImplementedError("write step / step을 작성하십시오")


def add_bias(X: np.ndarray) -> np.ndarray:
    """Return X of shape (n, d) with a column of ones in front: shape (n, d+1).

    모양이 (n, d)인 X의 맨 앞에 1로 된 열을 붙여 모양이 (n, d+1)인 배열을 반환합니다.
    """
    raise NotImplementedError("write add_bias / add_bias를 작성하십시오")


def perceptron_forward(X: np.ndarray, u: np.ndarray) -> np.ndarray:
    """Return the outputs ±1, shape (n,), for X of shape (n, d) and weights u of shape (d+1,), the bias first; else ValueError.

    모양이 (n, d)인 X와 (d+1,)인 가중치 u(편향이 맨 앞)에 대해 출력 ±1을 모양 (n,)으로 반환합니다. u의 모양이 다르면 ValueError입니다.
    """
    raise NotImplementedError("write perceptron_forward / perceptron_forward를 작성하십시오")
