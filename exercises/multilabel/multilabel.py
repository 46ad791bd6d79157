"""Several animals in one picture. Only numpy and the standard library are allowed.

한 그림에 여러 동물. numpy와 표준 라이브러리만 사용할 수 있습니다.
"""

import numpy as np


def predict(logits: np.ndarray, threshold: float = 0.5) -> np.ndarray:
    """Each class on its own: (n, c) -> (n, c), 1 where sigmoid(logit) >= threshold, else 0.

    클래스마다 따로 판단합니다. (n, c)를 받아 sigmoid(logit) >= threshold이면 1, 아니면 0인 (n, c)를 반환합니다.
    """
    raise NotImplementedError("write predict / predict를 작성하십시오")


def multilabel_loss(logits: np.ndarray, targets: np.ndarray) -> float:
    """Binary cross-entropy of (n, c) logits against (n, c) targets 0/1: summed over classes, mean over samples, without overflow.

    로짓 (n, c)와 0/1 타깃 (n, c)의 이진 교차 엔트로피입니다. 클래스에 대해 더하고 샘플에 대해 평균을 구하며 오버플로가 없어야 합니다.
    """
    raise NotImplementedError("write multilabel_loss / multilabel_loss를 작성하십시오")
