"""Cross-entropy and its gradient. Only numpy and the standard library are allowed.

교차 엔트로피와 기울기. numpy와 표준 라이브러리만 사용할 수 있습니다.
"""

import numpy as np


def cross_entropy(probs: np.ndarray, targets: np.ndarray) -> float:
    """Mean cross-entropy of probabilities (n, c) against one-hot targets (n, c); finite even for a probability of 0.

    확률 (n, c)와 원-핫 타깃 (n, c)의 평균 교차 엔트로피입니다. 확률이 0이어도 유한한 값을 반환합니다.
    """
    raise NotImplementedError("write cross_entropy / cross_entropy를 작성하십시오")


def binary_cross_entropy(p: np.ndarray, y: np.ndarray) -> float:
    """Mean binary cross-entropy of probabilities (n,) against labels 0/1 (n,); finite at 0 and at 1.

    확률 (n,)과 0/1 레이블 (n,)의 평균 이진 교차 엔트로피입니다. 확률이 0이나 1이어도 유한한 값을 반환합니다.
    """
    raise NotImplementedError("write binary_cross_entropy / binary_cross_entropy를 작성하십시오")


def cross_entropy_from_logits(logits: np.ndarray, labels: np.ndarray) -> float:
    """Mean cross-entropy straight from logits (n, c) and class numbers (n,), without overflow.

    로짓 (n, c)와 클래스 번호 (n,)에서 오버플로 없이 바로 구한 평균 교차 엔트로피입니다.
    """
    raise NotImplementedError("write cross_entropy_from_logits / cross_entropy_from_logits를 작성하십시오")


def cross_entropy_grad(logits: np.ndarray, labels: np.ndarray) -> np.ndarray:
    """Gradient of that mean loss with respect to the logits: (n, c), (n,) -> (n, c).

    위 평균 손실을 로짓으로 미분한 기울기입니다. (n, c), (n,)을 받아 (n, c)를 반환합니다.
    """
    raise NotImplementedError("write cross_entropy_grad / cross_entropy_grad를 작성하십시오")
