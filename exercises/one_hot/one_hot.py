"""One-hot encoding. Only numpy and the standard library are allowed.

원-핫 인코딩. numpy와 표준 라이브러리만 사용할 수 있습니다.
"""

from collections.abc import Sequence

import numpy as np


def one_hot(labels: np.ndarray, num_classes: int) -> np.ndarray:
    """Class numbers (n,) -> (n, num_classes), a single 1 in each row; ValueError for a label outside 0 … num_classes - 1.

    클래스 번호 (n,)을 행마다 1이 하나뿐인 (n, num_classes)로 바꿉니다. 레이블이 0 … num_classes - 1을 벗어나면 ValueError를 일으킵니다.
    """
    raise NotImplementedError("write one_hot / one_hot을 작성하십시오")


def decode(encoded: np.ndarray) -> np.ndarray:
    """One-hot rows (n, c) -> class numbers (n,), integers; ValueError for a row that is not one-hot.

    원-핫 행 (n, c)를 정수 클래스 번호 (n,)으로 되돌립니다. 원-핫이 아닌 행이 있으면 ValueError를 일으킵니다.
    """
    raise NotImplementedError("write decode / decode를 작성하십시오")


def encode_names(names: Sequence[str], classes: Sequence[str]) -> np.ndarray:
    """n names -> (n, len(classes)), columns in the order of classes; ValueError for a name that is no class.

    이름 n개를 (n, len(classes))로 바꿉니다. 열의 순서는 classes의 순서입니다. 클래스가 아닌 이름이 있으면 ValueError를 일으킵니다.
    """
    raise NotImplementedError("write encode_names / encode_names를 작성하십시오")
