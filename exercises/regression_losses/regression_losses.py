"""Losses of regression: MSE, L1, L2. Only numpy and the standard library are allowed.

회귀의 손실: MSE, L1, L2. numpy와 표준 라이브러리만 사용할 수 있습니다.
"""

import numpy as np


def errors(y: np.ndarray, y_hat: np.ndarray) -> np.ndarray:
    """The errors y - y_hat: (n,) and (n,) -> (n,); ValueError on unequal shapes or empty input, here and below.

    오차 y - y_hat을 구합니다. (n,)과 (n,)을 받아 (n,)을 반환합니다. 모양이 다르거나 비어 있으면 ValueError이며, 아래도 같습니다.
    """
    raise NotImplementedError("write errors / errors를 작성하십시오")


def sse(y: np.ndarray, y_hat: np.ndarray) -> float:
    """The sum of the squared errors.

    오차 제곱합을 구합니다.
    """
    raise NotImplementedError("write sse / sse를 작성하십시오")


def mse(y: np.ndarray, y_hat: np.ndarray) -> float:
    """The mean of the squared errors.

    오차를 제곱한 값의 평균을 구합니다.
    """
    raise NotImplementedError("write mse / mse를 작성하십시오")


def mse_grad(y: np.ndarray, y_hat: np.ndarray) -> np.ndarray:
    """The gradient of mse with respect to y_hat: (n,).

    mse를 y_hat으로 미분한 기울기를 구합니다. 모양은 (n,)입니다.
    """
    raise NotImplementedError("write mse_grad / mse_grad를 작성하십시오")


def l1(y: np.ndarray, y_hat: np.ndarray) -> float:
    """The L1 loss: the sum of |y_hat - y|.

    L1 손실, 즉 |y_hat - y|의 합을 구합니다.
    """
    raise NotImplementedError("write l1 / l1을 작성하십시오")


def l2(y: np.ndarray, y_hat: np.ndarray) -> float:
    """The L2 loss: the sum of (y_hat - y) squared.

    L2 손실, 즉 (y_hat - y)를 제곱한 값의 합을 구합니다.
    """
    raise NotImplementedError("write l2 / l2를 작성하십시오")
