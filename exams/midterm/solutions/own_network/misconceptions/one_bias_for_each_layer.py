# /// misconception
# en = "You count one bias for each layer. Each hidden unit and each output has its own."
# ko = "층마다 편향을 하나만 세고 있습니다. 편향은 은닉 유닛과 출력마다 하나씩 있습니다."
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
    return [CLASSES[k] for k in np.argmax(logits, axis=1)]


def parameter_count():
    m, h, k = SIZES
    return m * h + 1 + h * k + 1
