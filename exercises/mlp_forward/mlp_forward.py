"""The forward pass of a deep MLP. Only numpy and the standard library are allowed.

깊은 다층 퍼셉트론의 순전파. numpy와 표준 라이브러리만 사용할 수 있습니다.
"""

from collections.abc import Sequence

import numpy as np


def layer(Z: np.ndarray, U: np.ndarray, activation: str) -> np.ndarray:
    """One layer: Z (n, m), U (k, m+1) with the bias first, and an activation's name -> (n, k).

    층 하나를 계산합니다. Z (n, m), 편향이 첫째 열인 U (k, m+1), 활성화 함수의 이름을 받아 (n, k)를 반환합니다.
    """
    raise NotImplementedError("write layer / layer를 작성하십시오")


def forward(X: np.ndarray, weights: Sequence[np.ndarray], activations: Sequence[str]) -> np.ndarray:
    """All layers in turn, one activation for each matrix; ValueError if there are not as many.

    모든 층을 차례로 계산합니다. 행렬마다 활성화 함수가 하나씩이며 개수가 다르면 ValueError를 일으킵니다.
    """
    raise NotImplementedError("write forward / forward를 작성하십시오")


def predict_class(O: np.ndarray) -> np.ndarray:
    """The number of the largest output in each row: (n, c) -> (n,).

    각 행에서 가장 큰 출력의 번호를 구합니다. (n, c)를 받아 (n,)을 반환합니다.
    """
    raise NotImplementedError("write predict_class / predict_class를 작성하십시오")


def collapse(weights: Sequence[np.ndarray]) -> np.ndarray:
    """One matrix (k, d+1), bias first, that does the same as all these layers with the activation "identity".

    활성화 함수가 모두 "identity"일 때 이 층들과 똑같이 작용하는 행렬 하나 (k, d+1)을 반환합니다. 편향이 첫째 열입니다.
    """
    raise NotImplementedError("write collapse / collapse를 작성하십시오")
