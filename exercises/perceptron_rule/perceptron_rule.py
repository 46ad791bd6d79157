"""The perceptron learning rule. / 퍼셉트론 학습 규칙."""

import numpy as np


def predict(X: np.ndarray, w: np.ndarray, b: float) -> np.ndarray:
    """Return 1 for each row of X whose weighted sum plus b is above 0, else 0: (n, d), (d,) -> (n,).

    X의 각 행에 대해 가중합에 b를 더한 값이 0보다 크면 1, 아니면 0을 반환합니다. (n, d), (d,) -> (n,)
    """
    raise NotImplementedError("write predict / predict를 작성하십시오")


def update(w: np.ndarray, b: float, x: np.ndarray, y: int, lr: float) -> tuple[np.ndarray, float]:
    """Return the weights and the bias after one sample x of shape (d,) with the label y, 0 or 1; w itself stays as it is.

    모양이 (d,)인 샘플 x와 레이블 y(0 또는 1) 하나를 본 뒤의 가중치와 편향을 반환합니다. w 자체는 바꾸지 않습니다.
    """
    raise NotImplementedError("write update / update를 작성하십시오")


def fit(X: np.ndarray, y: np.ndarray, lr: float = 0.1, epochs: int = 100) -> tuple[np.ndarray, float, list[int]]:
    """Learn from zeros, sample by sample: return w, b and the number of errors in each epoch; stop after an epoch without one.

    0에서 시작하여 샘플을 하나씩 학습하고 w, b, 에포크별 오류 수를 반환합니다. 오류가 없는 에포크가 나오면 멈춥니다.
    """
    raise NotImplementedError("write fit / fit을 작성하십시오")
