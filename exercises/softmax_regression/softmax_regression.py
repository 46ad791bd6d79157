"""Softmax regression. Only numpy and the standard library are allowed.

소프트맥스 회귀. numpy와 표준 라이브러리만 사용할 수 있습니다.
"""

import numpy as np


def predict_proba(X: np.ndarray, W: np.ndarray, b: np.ndarray) -> np.ndarray:
    """softmax(XW + b), row by row: (n, f), (f, c), (c,) -> (n, c).

    행마다 softmax(XW + b)를 구합니다. (n, f), (f, c), (c,)를 받아 (n, c)를 반환합니다.
    """
    raise NotImplementedError("write predict_proba / predict_proba를 작성하십시오")


def predict(X: np.ndarray, W: np.ndarray, b: np.ndarray) -> np.ndarray:
    """The number of the most probable class for each row, (n,), integers.

    각 행에서 확률이 가장 큰 클래스의 번호를 정수 배열 (n,)으로 반환합니다.
    """
    raise NotImplementedError("write predict / predict를 작성하십시오")


def cost(X: np.ndarray, Y: np.ndarray, W: np.ndarray, b: np.ndarray) -> float:
    """Mean cross-entropy against the one-hot rows Y (n, c), without overflow.

    원-핫 행 Y (n, c)에 대한 평균 교차 엔트로피를 오버플로 없이 구합니다.
    """
    raise NotImplementedError("write cost / cost를 작성하십시오")


def gradients(X: np.ndarray, Y: np.ndarray, W: np.ndarray, b: np.ndarray) -> tuple[np.ndarray, np.ndarray]:
    """The gradients of that cost with respect to W, (f, c), and b, (c,).

    위 비용을 W로 미분한 기울기 (f, c)와 b로 미분한 기울기 (c,)를 반환합니다.
    """
    raise NotImplementedError("write gradients / gradients를 작성하십시오")


def fit(X: np.ndarray, Y: np.ndarray, lr: float = 0.1, epochs: int = 1000) -> tuple[np.ndarray, np.ndarray, list[float]]:
    """Gradient descent from zeros over the whole batch: W (f, c), b (c,), and the cost before each update.

    0에서 시작하여 배치 전체로 경사 하강법을 수행하고 W (f, c), b (c,), 갱신하기 직전의 비용을 차례로 담은 리스트를 반환합니다.
    """
    raise NotImplementedError("write fit / fit을 작성하십시오")
