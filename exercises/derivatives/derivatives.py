"""Derivatives, numerical and analytic. / 수치 미분과 해석적 미분."""

from collections.abc import Callable

import numpy as np

Function = Callable[[np.ndarray], np.ndarray]


def derivative(f: Function, z: np.ndarray, eps: float = 1e-6) -> np.ndarray:
    """Return the central difference of f at z, a number or an array: (f(z+eps) - f(z-eps)) / (2 eps).

    수 또는 배열인 z에서 f의 중앙 차분 (f(z+eps) - f(z-eps)) / (2 eps)를 반환합니다.
    """
    raise NotImplementedError("write derivative / derivative를 작성하십시오")


def sigmoid_grad(z: np.ndarray) -> np.ndarray:
    """Return the derivative of the sigmoid at z, element by element.

    z에서 시그모이드의 미분값을 원소마다 반환합니다.
    """
    raise NotImplementedError("write sigmoid_grad / sigmoid_grad를 작성하십시오")


def tanh_grad(z: np.ndarray) -> np.ndarray:
    """Return the derivative of the hyperbolic tangent at z, element by element.

    z에서 쌍곡탄젠트의 미분값을 원소마다 반환합니다.
    """
    raise NotImplementedError("write tanh_grad / tanh_grad를 작성하십시오")


def relu_grad(z: np.ndarray) -> np.ndarray:
    """Return the derivative of ReLU at z, element by element; 0 at 0.

    z에서 ReLU의 미분값을 원소마다 반환합니다. 0에서는 0입니다.
    """
    raise NotImplementedError("write relu_grad / relu_grad를 작성하십시오")


def leaky_relu_grad(z: np.ndarray, alpha: float = 0.01) -> np.ndarray:
    """Return the derivative of leaky ReLU at z, element by element; alpha at 0.

    z에서 Leaky ReLU의 미분값을 원소마다 반환합니다. 0에서는 alpha입니다.
    """
    raise NotImplementedError("write leaky_relu_grad / leaky_relu_grad를 작성하십시오")


def gradient_check(f: Function, grad: Function, z: np.ndarray, eps: float = 1e-6) -> float:
    """Return the largest relative error between grad(z) and the central difference of f at z; 0.0 for an empty z.

    grad(z)와 z에서 f의 중앙 차분 사이의 상대 오차 가운데 가장 큰 값을 반환합니다. z가 비어 있으면 0.0입니다.
    """
    raise NotImplementedError("write gradient_check / gradient_check를 작성하십시오")
