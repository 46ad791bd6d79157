"""Logic gates from perceptrons. / 퍼셉트론으로 만드는 논리 게이트."""

import numpy as np

# Gate name -> (w1, w2, b), for the gates that a single perceptron can compute: "AND", "NAND" and "OR".
# 게이트 이름 -> (w1, w2, b). 퍼셉트론 하나로 만들 수 있는 "AND", "NAND", "OR"를 채웁니다.
WEIGHTS: dict[str, tuple[float, float, float]] = {}


def perceptron(x: np.ndarray, w: np.ndarray, b: float) -> int:
    """Return 1 if the weighted sum of x plus the bias b is above 0, else 0; x and w have shape (d,).

    x의 가중합에 편향 b를 더한 값이 0보다 크면 1, 아니면 0을 반환합니다. x와 w의 모양은 (d,)입니다.
    """
    raise NotImplementedError("write perceptron / perceptron을 작성하십시오")


def AND_gate(x1: int, x2: int) -> int:
    """Return 1 if both inputs are 1, else 0.

    두 입력이 모두 1이면 1, 아니면 0을 반환합니다.
    """
    raise NotImplementedError("write AND_gate / AND_gate를 작성하십시오")


def NAND_gate(x1: int, x2: int) -> int:
    """Return 0 if both inputs are 1, else 1.

    두 입력이 모두 1이면 0, 아니면 1을 반환합니다.
    """
    raise NotImplementedError("write NAND_gate / NAND_gate를 작성하십시오")


def OR_gate(x1: int, x2: int) -> int:
    """Return 1 if at least one input is 1, else 0.

    입력 가운데 하나라도 1이면 1, 아니면 0을 반환합니다.
    """
    raise NotImplementedError("write OR_gate / OR_gate를 작성하십시오")


def XOR_gate(x1: int, x2: int) -> int:
    """Return 1 if exactly one input is 1, else 0.

    입력 가운데 정확히 하나만 1이면 1, 아니면 0을 반환합니다.
    """
    raise NotImplementedError("write XOR_gate / XOR_gate를 작성하십시오")
