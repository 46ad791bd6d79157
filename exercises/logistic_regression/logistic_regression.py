"""Logistic regression. Only numpy and the standard library are allowed.

로지스틱 회귀. numpy와 표준 라이브러리만 사용할 수 있습니다.
"""

import numpy as np


def sigmoid(z: np.ndarray) -> np.ndarray:
    """1 / (1 + exp(-z)) of every element: (n,) -> (n,), each between 0 and 1.

    각 원소의 1 / (1 + exp(-z))를 구합니다. (n,)을 받아 (n,)을 반환하며 값은 0과 1 사이입니다.
    """
    raise NotImplementedError("write sigmoid / sigmoid를 작성하십시오")


def predict_proba(X: np.ndarray, w: np.ndarray, b: float) -> np.ndarray:
    """The probability of class 1 for each row: (n, d), (d,), number -> (n,).

    각 행이 클래스 1일 확률을 구합니다. (n, d), (d,), 숫자를 받아 (n,)을 반환합니다.
    """
    raise NotImplementedError("write predict_proba / predict_proba를 작성하십시오")


def predict(X: np.ndarray, w: np.ndarray, b: float) -> np.ndarray:
    """The class of each row, 1 where its probability is at least 0.5, else 0: (n,).

    각 행의 클래스를 구합니다. 확률이 0.5 이상이면 1, 아니면 0이며 (n,)을 반환합니다.
    """
    raise NotImplementedError("write predict / predict를 작성하십시오")


def bce(p: np.ndarray, y: np.ndarray) -> float:
    """Mean binary cross-entropy of probabilities (n,) against labels 0/1 (n,); finite at p = 0 and p = 1.

    확률 (n,)과 0/1 레이블 (n,)의 평균 이진 교차 엔트로피입니다. p가 0이나 1이어도 유한해야 합니다.
    """
    raise NotImplementedError("write bce / bce를 작성하십시오")


def gradients(X: np.ndarray, y: np.ndarray, w: np.ndarray, b: float) -> tuple[np.ndarray, float]:
    """The gradients of that cost with respect to w, (d,), and b, a number.

    위 비용을 w로 미분한 기울기 (d,)와 b로 미분한 기울기(숫자 하나)를 반환합니다.
    """
    raise NotImplementedError("write gradients / gradients를 작성하십시오")


def fit(X: np.ndarray, y: np.ndarray, lr: float = 0.1, epochs: int = 1000) -> tuple[np.ndarray, float, list[float]]:
    """Gradient descent from zeros over the whole batch: w, b, and the cost before each update.

    0에서 시작하여 배치 전체로 경사 하강법을 수행하고 w, b, 갱신하기 직전의 비용을 차례로 담은 리스트를 반환합니다.
    """
    raise NotImplementedError("write fit / fit을 작성하십시오")
