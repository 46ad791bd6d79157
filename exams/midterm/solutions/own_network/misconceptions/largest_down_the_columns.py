# /// misconception
# en = "You look for the largest logit down each column, over the samples. Each row is one sample."
# ko = "각 열에서, 곧 샘플들 가운데에서 가장 큰 로짓을 찾고 있습니다. 한 행이 한 샘플입니다."
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
    return [CLASSES[k % 3] for k in np.argmax(logits, axis=0)]


def parameter_count():
    m, h, k = SIZES
    return m * h + h + h * k + k
