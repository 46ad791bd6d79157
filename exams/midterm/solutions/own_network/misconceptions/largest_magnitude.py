# /// misconception
# en = "You take the logit of the largest magnitude. The largest counts: 1 is more than -5."
# ko = "절댓값이 가장 큰 로짓을 고르고 있습니다. 값이 가장 큰 것을 고르십시오. 1은 -5보다 큽니다."
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
    return [CLASSES[k] for k in np.argmax(np.abs(logits), axis=1)]


def parameter_count():
    m, h, k = SIZES
    return m * h + h + h * k + k
