"""Activation functions by hand; np.tanh, math.tanh and cmath.tanh are refused here.

손으로 구현하는 활성화 함수. 이 과제에서는 np.tanh, math.tanh, cmath.tanh를 쓸 수 없습니다.
"""

import numpy as np


def step(s: np.ndarray) -> np.ndarray:
    """Return +1 where s > 0 and -1 where s <= 0; any shape.

    s가 0보다 크면 +1, 0 이하이면 -1을 원소마다 반환합니다. 모양은 임의입니다.
    """
    raise NotImplementedError("write step / step을 작성하십시오")


def sigmoid(s: np.ndarray, beta: float = 1.0) -> np.ndarray:
    """Return 1 / (1 + exp(-beta s)), element by element, without overflow.

    1 / (1 + exp(-beta s))를 원소마다 오버플로 없이 계산합니다.
    """
    raise NotImplementedError("write sigmoid / sigmoid를 작성하십시오")


def tanh(s: np.ndarray, beta: float = 2.0) -> np.ndarray:
    """Return 2 / (1 + exp(-beta s)) - 1, element by element, without overflow.

    2 / (1 + exp(-beta s)) - 1을 원소마다 오버플로 없이 계산합니다.
    """
    raise NotImplementedError("write tanh / tanh를 작성하십시오")


def relu(s: np.ndarray) -> np.ndarray:
    """Return s where it is above 0, else 0.

    s가 0보다 크면 s, 아니면 0을 원소마다 반환합니다.
    """
    raise NotImplementedError("write relu / relu를 작성하십시오")


def leaky_relu(s: np.ndarray, alpha: float = 0.01) -> np.ndarray:
    """Return s where it is above 0, else alpha s, for 0 <= alpha <= 1.

    s가 0보다 크면 s, 아니면 alpha s를 원소마다 반환합니다. 0 <= alpha <= 1입니다.
    """
    raise NotImplementedError("write leaky_relu / leaky_relu를 작성하십시오")


def elu(s: np.ndarray, alpha: float = 1.0) -> np.ndarray:
    """Return s where it is above 0, else alpha (exp(s) - 1), without overflow.

    s가 0보다 크면 s, 아니면 alpha (exp(s) - 1)을 원소마다 오버플로 없이 계산합니다.
    """
    raise NotImplementedError("write elu / elu를 작성하십시오")


def softplus(s: np.ndarray, beta: float = 1.0) -> np.ndarray:
    """Return log(1 + exp(beta s)) / beta, element by element, without overflow.

    log(1 + exp(beta s)) / beta를 원소마다 오버플로 없이 계산합니다.
    """
    raise NotImplementedError("write softplus / softplus를 작성하십시오")


def swish(s: np.ndarray, beta: float = 1.0) -> np.ndarray:
    """Return s / (1 + exp(-beta s)), element by element, without overflow.

    s / (1 + exp(-beta s))를 원소마다 오버플로 없이 계산합니다.
    """
    raise NotImplementedError("write swish / swish를 작성하십시오")


def maxout(x: np.ndarray, W: np.ndarray, b: np.ndarray) -> np.ndarray:
    """Return the largest of the k linear pieces x W[i] + b[i]: x (n, d), W (k, d, m), b (k, m) -> (n, m).

    k개의 일차식 x W[i] + b[i] 가운데 가장 큰 값을 반환합니다. x (n, d), W (k, d, m), b (k, m) -> (n, m)
    """
    raise NotImplementedError("write maxout / maxout을 작성하십시오")
