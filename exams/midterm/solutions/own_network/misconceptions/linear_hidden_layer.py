# /// misconception
# en = "The activation of your hidden layer is missing: without leaky the two layers are no more than one."
# ko = "은닉층의 활성화 함수가 빠져 있습니다. leaky가 없으면 두 층은 한 층과 다르지 않습니다."
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
    hidden = x @ W1 + b1
    return hidden @ W2 + b2


def fires(p):
    return np.where(p > THRESHOLD, 1, 0)


def name_of(logits):
    return [CLASSES[k] for k in np.argmax(logits, axis=1)]


def parameter_count():
    m, h, k = SIZES
    return m * h + h + h * k + k
