# /// misconception
# en = "Your leaky gives 0 for all negative numbers. That is the plain ReLU; the leaky one multiplies them by your slope."
# ko = "음수이면 모두 0을 반환하고 있습니다. 그것은 보통 ReLU이며, 리키 ReLU는 음수에 자신의 기울기를 곱합니다."
# ///
import numpy as np

SLOPE = PARAMETER_slope
THRESHOLD = PARAMETER_threshold
HIDDEN = PARAMETER_hidden
CLASSES = PARAMETER_classes
SIZES = [4, HIDDEN, 3]


def leaky(s):
    return np.maximum(s, 0)


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
