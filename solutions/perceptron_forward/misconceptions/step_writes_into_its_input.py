# /// misconception
# en = "Your step writes its answers into s, which belongs to the caller. Make a new array, with np.where for example."
# ko = "계단 함수가 결과를 s에 직접 써 넣고 있습니다. s는 호출한 쪽의 것이므로 np.where 등으로 새 배열을 만드십시오."
# ///

import numpy as np


def step(s):
    positive = s > 0
    s[positive] = 1
    s[~positive] = -1
    return s


def add_bias(X):
    return np.hstack([np.ones((X.shape[0], 1)), X])


def perceptron_forward(X, u):
    if u.shape != (X.shape[1] + 1,):
        raise ValueError(f"u should have shape ({X.shape[1] + 1},), got {u.shape}")
    return np.where(np.hstack([np.ones((X.shape[0], 1)), X]) @ u > 0, 1, -1)
