# /// misconception
# en = "You refuse labellings in which all labels are equal. A line that passes beside the square has all four corners on one side."
# ko = "네 레이블이 모두 같은 경우를 나눌 수 없다고 답했습니다. 정사각형 바깥을 지나는 직선은 네 점을 모두 같은 쪽에 둡니다."
# ///

import numpy as np

U1 = np.array([[-0.5, 1.0, 1.0], [1.5, -1.0, -1.0]])
U2 = np.array([[-1.0, 1.0, 1.0]])


def step(s):
    return np.where(s > 0, 1, -1)


def add_bias(X):
    return np.hstack([np.ones((X.shape[0], 1)), X])


def hidden(X, U1):
    return step(add_bias(X) @ U1.T)


def forward(X, U1, U2):
    return step(add_bias(hidden(X, U1)) @ U2.T)[:, 0]


def linearly_separable(y):
    y00, y01, y10, y11 = y
    if y00 == y01 == y10 == y11:
        return False
    return not (y00 == y11 and y01 == y10)
