# /// misconception
# en = "Your forward takes networks of any width. Where W1 has not as many columns as your paper has hidden units, it is a ValueError."
# ko = "forward가 너비와 관계없이 모든 신경망을 받아들입니다. W1의 열이 시험지에 적힌 은닉 유닛의 수와 다르면 ValueError를 일으키십시오."
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
    hidden = leaky(x @ W1 + b1)
    return hidden @ W2 + b2


def fires(p):
    return np.where(p > THRESHOLD, 1, 0)


def name_of(logits):
    return [CLASSES[k] for k in np.argmax(logits, axis=1)]


def parameter_count():
    m, h, k = SIZES
    return m * h + h + h * k + k
