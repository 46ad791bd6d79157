"""XOR with a hidden layer. / 은닉층으로 푸는 XOR."""

import numpy as np

# Hidden layer, shape (2, 3): one row per unit, the bias first.
# 은닉층, 모양 (2, 3): 유닛마다 한 행이며 편향이 맨 앞입니다.
U1: np.ndarray = np.array([])

# Output layer, shape (1, 3): the bias first, then one weight per hidden unit.
# 출력층, 모양 (1, 3): 편향이 맨 앞이고, 이어서 은닉 유닛마다 가중치가 하나씩입니다.
U2: np.ndarray = np.array([])


def step(s: np.ndarray) -> np.ndarray:
    """Return +1 where s > 0 and -1 where s <= 0, for an array of any shape.

    s가 0보다 크면 +1, 0 이하이면 -1을 원소마다 반환합니다. s의 모양은 임의입니다.
    """
    raise NotImplementedError("write step / step을 작성하십시오")


def hidden(X: np.ndarray, U1: np.ndarray) -> np.ndarray:
    """Return the hidden units' outputs ±1, shape (n, 2), for X of shape (n, 2) and U1 of shape (2, 3).

    모양이 (n, 2)인 X와 (2, 3)인 U1에 대해 은닉 유닛의 출력 ±1을 모양 (n, 2)로 반환합니다.
    """
    raise NotImplementedError("write hidden / hidden을 작성하십시오")


def forward(X: np.ndarray, U1: np.ndarray, U2: np.ndarray) -> np.ndarray:
    """Return the network's outputs ±1, shape (n,), for X (n, 2), U1 (2, 3) and U2 (1, 3).

    X (n, 2), U1 (2, 3), U2 (1, 3)에 대해 신경망의 출력 ±1을 모양 (n,)으로 반환합니다.
    """
    raise NotImplementedError("write forward / forward를 작성하십시오")


def linearly_separable(y: np.ndarray) -> bool:
    """Return whether one line can separate the labels y (four of ±1) of (0,0), (0,1), (1,0), (1,1).

    네 점 (0,0), (0,1), (1,0), (1,1)의 레이블 y(±1 네 개)를 직선 하나로 나눌 수 있는지 반환합니다.
    """
    raise NotImplementedError("write linearly_separable / linearly_separable을 작성하십시오")
