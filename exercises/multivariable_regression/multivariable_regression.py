"""Linear regression with many features. Only numpy and the standard library are allowed; np.linalg is part of numpy.

특성이 여러 개인 선형 회귀. numpy와 표준 라이브러리만 사용할 수 있으며, np.linalg도 사용할 수 있습니다.
"""

import numpy as np


def predict(X: np.ndarray, w: np.ndarray, b: float) -> np.ndarray:
    """The predictions X w + b: (n, d) and (d,) -> (n,).

    예측값 X w + b를 구합니다. (n, d)와 (d,)를 받아 (n,)을 반환합니다.
    """
    raise NotImplementedError("write predict / predict를 작성하십시오")


def cost(X: np.ndarray, y: np.ndarray, w: np.ndarray, b: float) -> float:
    """The mean squared error of the predictions.

    예측값의 평균 제곱 오차를 구합니다.
    """
    raise NotImplementedError("write cost / cost를 작성하십시오")


def gradients(X: np.ndarray, y: np.ndarray, w: np.ndarray, b: float) -> tuple[np.ndarray, float]:
    """The gradient of the cost with respect to w, (d,), and its derivative with respect to b.

    비용을 w로 미분한 기울기 (d,)와 b로 미분한 값을 구합니다.
    """
    raise NotImplementedError("write gradients / gradients를 작성하십시오")


def fit(X: np.ndarray, y: np.ndarray, lr: float = 1e-5, epochs: int = 1000) -> tuple[np.ndarray, float, list[float]]:
    """Gradient descent from zeros; returns w, b and the history: the cost before each update.

    0에서 시작해 경사 하강법으로 학습합니다. w와 b, 그리고 갱신하기 전마다의 비용을 담은 history를 반환합니다.
    """
    raise NotImplementedError("write fit / fit을 작성하십시오")


def normal_equation(X: np.ndarray, y: np.ndarray) -> tuple[np.ndarray, float]:
    """The w and b of least cost, without training; where there are many, those with the smallest norm of (w, b) together.

    학습하지 않고 비용이 가장 작은 w와 b를 구합니다. 그런 해가 여럿이면 w와 b를 함께 이은 벡터의 노름이 가장 작은 해를 구합니다.
    """
    raise NotImplementedError("write normal_equation / normal_equation을 작성하십시오")
