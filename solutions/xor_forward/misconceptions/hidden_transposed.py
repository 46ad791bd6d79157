# /// misconception
# en = "Your hidden layer has units as rows and samples as columns. A batch is rows: n samples give shape (n, 2)."
# ko = "은닉층의 결과에서 유닛이 행, 샘플이 열로 되어 있습니다. 배치에서는 샘플이 행이므로 모양이 (n, 2)여야 합니다."
# ///

import numpy as np

U1 = np.array([[-0.5, 1.0, 1.0], [1.5, -1.0, -1.0]])
U2 = np.array([[-1.0, 1.0, 1.0]])


def step(s):
    return np.where(s > 0, 1, -1)


def add_bias(X):
    return np.hstack([np.ones((X.shape[0], 1)), X])


def hidden(X, U1):
    return step(U1 @ add_bias(X).T)


def forward(X, U1, U2):
    return step(add_bias(hidden(X, U1).T) @ U2.T)[:, 0]


def linearly_separable(y):
    y00, y01, y10, y11 = y
    return not (y00 == y11 and y01 == y10 and y00 != y01)
