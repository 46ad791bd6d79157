"""The five-digit postcode reader. 다섯 자리 우편번호 읽기."""

import numpy as np
from torch import nn


def split_digits(canvas: np.ndarray) -> np.ndarray:
    """The five digits of canvas (200, 520, 3) uint8, dark ink on white paper, as (5, 28, 28) uint8, bright ink on black.

    흰 종이에 어두운 잉크로 쓴 canvas (200, 520, 3) uint8에서 숫자 다섯 개를 검은 바탕에 밝은 잉크인 (5, 28, 28) uint8로 꺼냅니다.
    """
    raise NotImplementedError("write split_digits / split_digits를 작성하십시오")


def read_zip(canvas: np.ndarray, model: nn.Module) -> str:
    """The postcode on canvas as text of five digits; model takes (5, 784) float32 in [0, 1] and gives logits (5, 10).

    canvas에 적힌 우편번호를 숫자 다섯 개로 된 문자열로 돌려줍니다. model은 [0, 1] 범위의 (5, 784) float32를 받아 (5, 10) 로짓을 냅니다.
    """
    raise NotImplementedError("write read_zip / read_zip을 작성하십시오")


def confidence(canvas: np.ndarray, model: nn.Module) -> np.ndarray:
    """The softmax probability (5,) of each digit that read_zip reads.

    read_zip이 읽는 숫자마다 소프트맥스 확률을 구해 (5,) 배열로 돌려줍니다.
    """
    raise NotImplementedError("write confidence / confidence를 작성하십시오")
