# /// misconception
# en = "Your units fire at exactly the threshold too. They fire only above it."
# ko = "문턱값과 정확히 같을 때에도 발화하고 있습니다. 문턱값보다 클 때만 발화합니다."
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
    return np.where(p >= THRESHOLD, 1, 0)


def name_of(logits):
    return [CLASSES[k] for k in np.argmax(logits, axis=1)]


def parameter_count():
    m, h, k = SIZES
    return m * h + h + h * k + k
