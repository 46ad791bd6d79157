# /// misconception
# en = "These are not the values on your paper: fires has another threshold there. One half is not everybody's."
# ko = "시험지에 적힌 값이 아닙니다. fires의 문턱값이 자신의 시험지와 다릅니다. 흔히 쓰는 0.5가 누구에게나 맞는 값은 아닙니다."
# ///
import numpy as np

SLOPE = PARAMETER_slope
THRESHOLD = next(each for each in (0.5, 0.4, 0.6, 0.7, 0.3) if each != PARAMETER_threshold)  # as on another paper
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
