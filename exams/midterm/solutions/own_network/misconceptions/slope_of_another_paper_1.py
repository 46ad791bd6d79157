# /// misconception
# en = "These are not the values on your paper: leaky has another slope there."
# ko = "시험지에 적힌 값이 아닙니다. leaky의 기울기가 자신의 시험지와 다릅니다."
# ///
import numpy as np

SLOPE = [each for each in (0.01, 0.02, 0.05, 0.1, 0.2) if each != PARAMETER_slope][1]  # as on another paper
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
    return m * h + h + h * k + k
