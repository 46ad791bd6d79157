"""Linear regression with one feature. Only numpy and the standard library are allowed.

특성이 하나인 선형 회귀. numpy와 표준 라이브러리만 사용할 수 있습니다.
"""

import numpy as np


def predict(x: np.ndarray, w: float, b: float) -> np.ndarray:
    """The predictions w x + b: (n,) -> (n,).

    예측값 w x + b를 구합니다. (n,)을 받아 (n,)을 반환합니다.
    """
    raise NotImplementedError("write predict / predict를 작성하십시오")


def cost(x: np.ndarray, y: np.ndarray, w: float, b: float) -> float:
    """The mean squared error of the predictions.

    예측값의 평균 제곱 오차를 구합니다.
    """
    raise NotImplementedError("write cost / cost를 작성하십시오")


def gradients(x: np.ndarray, y: np.ndarray, w: float, b: float) -> tuple[float, float]:
    """The derivatives of the cost with respect to w and to b, in this order.

    비용을 w로 미분한 값과 b로 미분한 값을 이 순서로 구합니다.
    """
    raise NotImplementedError("write gradients / gradients를 작성하십시오")


def fit(x: np.ndarray, y: np.ndarray, lr: float = 0.01, epochs: int = 2000) -> tuple[float, float, list[float]]:
    """Gradient descent from w = b = 0; returns w, b and the history: the cost before each update.

    w = b = 0에서 시작해 경사 하강법으로 학습합니다. w와 b, 그리고 갱신하기 전마다의 비용을 담은 history를 반환합니다.
    """
    raise NotImplementedError("write fit / fit을 작성하십시오")
