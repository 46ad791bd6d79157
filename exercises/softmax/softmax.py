"""Softmax by hand. Only numpy and the standard library are allowed.

손으로 구현하는 소프트맥스. numpy와 표준 라이브러리만 사용할 수 있습니다.
"""

import numpy as np


def softmax(x: np.ndarray) -> np.ndarray:
    """Turn scores into probabilities: (d,) or (n, d) -> the same shape, each row summing to 1, without overflow.

    점수를 확률로 바꿉니다. (d,) 또는 (n, d)를 받아 모양이 같은 배열을 반환하며, 각 행의 합은 1이고 오버플로가 없어야 합니다.
    """
    raise NotImplementedError("write softmax / softmax를 작성하십시오")


def temperature_softmax(x: np.ndarray, t: float) -> np.ndarray:
    """Softmax of the scores divided by the temperature t; ValueError unless t > 0.

    점수를 온도 t로 나눈 뒤 소프트맥스를 계산합니다. t > 0이 아니면 ValueError를 일으킵니다.
    """
    raise NotImplementedError("write temperature_softmax / temperature_softmax를 작성하십시오")
