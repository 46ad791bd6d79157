"""A network of your own, with the values of your paper. Only numpy and the standard library are allowed.

자신의 시험지에 적힌 값으로 만드는 신경망. numpy와 표준 라이브러리만 사용할 수 있습니다.
"""

import numpy as np

# Inputs, hidden units, outputs: [4, PARAMETER_hidden, 3]
# 입력, 은닉 유닛, 출력의 수: [4, PARAMETER_hidden, 3]
SIZES: list[int] = []


def leaky(s: np.ndarray) -> np.ndarray:
    """s where s > 0, and PARAMETER_slope times s otherwise; any shape.

    s > 0이면 s이고, 그 밖에는 s에 PARAMETER_slope 값을 곱합니다. 모양은 무엇이든 됩니다.
    """
    raise NotImplementedError("write leaky / leaky를 작성하십시오")


def forward(x: np.ndarray, W1: np.ndarray, b1: np.ndarray, W2: np.ndarray, b2: np.ndarray) -> np.ndarray:
    """x (n, 4) through the hidden layer, with leaky, to the logits (n, 3); ValueError unless W1 has PARAMETER_hidden columns.

    x (n, 4)가 leaky를 쓰는 은닉층을 지나 로짓 (n, 3)이 됩니다. W1의 열이 PARAMETER_hidden 개가 아니면 ValueError를 일으킵니다.
    """
    raise NotImplementedError("write forward / forward를 작성하십시오")


def fires(p: np.ndarray) -> np.ndarray:
    """1 where p > PARAMETER_threshold, 0 otherwise: (n,) -> integers (n,).

    p > PARAMETER_threshold 이면 1, 그 밖에는 0인 정수 배열을 반환합니다. (n,)을 받아 (n,)을 반환합니다.
    """
    raise NotImplementedError("write fires / fires를 작성하십시오")


def name_of(logits: np.ndarray) -> list[str]:
    """The class of the largest logit in each row, the first where there are several; the classes are PARAMETER_classes.

    각 행에서 로짓이 가장 큰 클래스의 이름을 반환합니다. 여럿이면 앞에 있는 것입니다. 클래스는 PARAMETER_classes 순서입니다.
    """
    raise NotImplementedError("write name_of / name_of를 작성하십시오")


def parameter_count() -> int:
    """How many weights and biases the network of SIZES has.

    SIZES의 신경망에 있는 가중치와 편향의 개수를 반환합니다.
    """
    raise NotImplementedError("write parameter_count / parameter_count를 작성하십시오")
