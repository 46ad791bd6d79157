"""Inverted dropout. Only numpy and the standard library are allowed.

역 드롭아웃. numpy와 표준 라이브러리만 사용할 수 있습니다.
"""

import numpy as np


def dropout(x: np.ndarray, p: float, rng: np.random.Generator, training: bool = True) -> tuple[np.ndarray, np.ndarray]:
    """Drop each unit with probability p and scale the others by 1 / (1 - p): output and mask; ValueError unless 0 <= p < 1.

    각 유닛을 확률 p로 끄고 나머지를 1 / (1 - p)배로 키워 출력과 마스크를 반환합니다. 0 <= p < 1이 아니면 ValueError를 일으킵니다.
    """
    raise NotImplementedError("write dropout / dropout을 작성하십시오")


def dropout_backward(grad: np.ndarray, mask: np.ndarray, p: float) -> np.ndarray:
    """The gradient of x from that of the output, through the mask of the training pass; ValueError unless 0 <= p < 1.

    학습 패스의 마스크를 거쳐 출력의 기울기에서 x의 기울기를 구합니다. 0 <= p < 1이 아니면 ValueError를 일으킵니다.
    """
    raise NotImplementedError("write dropout_backward / dropout_backward를 작성하십시오")
