# /// misconception
# en = "You put the ones behind the columns of X. The bias comes first here, so the ones go in front."
# ko = "1로 된 열을 X의 뒤에 붙이고 있습니다. 여기서는 편향이 맨 앞이므로 1로 된 열도 맨 앞에 와야 합니다."
# ///

import numpy as np


def step(s):
    return np.where(s > 0, 1, -1)


def add_bias(X):
    return np.hstack([X, np.ones((X.shape[0], 1))])


def perceptron_forward(X, u):
    if u.shape != (X.shape[1] + 1,):
        raise ValueError(f"u should have shape ({X.shape[1] + 1},), got {u.shape}")
    return np.where(np.hstack([np.ones((X.shape[0], 1)), X]) @ u > 0, 1, -1)
