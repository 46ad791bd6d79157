# /// misconception
# en = "Where several logits are the largest you take the last class. The first in the order counts."
# ko = "가장 큰 로짓이 여럿이면 마지막 클래스를 고르고 있습니다. 순서에서 앞에 있는 것을 고르십시오."
# ///
import numpy as np

SLOPE = PARAMETER_slope
THRESHOLD = PARAMETER_threshold
HIDDEN = PARAMETER_hidden
CLASSES = PARAMETER_classes
SIZES = [4, HIDDEN, 3]


def leaky(s):
    return np.where(s > 0, s, SLOPE * s)


def forward(x, W1, b1, W2, b2):
    if W1.shape[1] != HIDDEN:
        raise ValueError(W1.shape)
    hidden = leaky(x @ W1 + b1)
    return hidden @ W2 + b2


def fires(p):
    return np.where(p > THRESHOLD, 1, 0)


def name_of(logits):
    return [CLASSES[2 - k] for k in np.argmax(logits[:, ::-1], axis=1)]


def parameter_count():
    m, h, k = SIZES
    return m * h + h + h * k + k
