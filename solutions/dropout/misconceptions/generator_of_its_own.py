# /// misconception
# en = "You draw from a generator of your own, so the caller can neither repeat nor vary the mask. Use the rng that is handed over. See 'What to write'."
# ko = "직접 만든 생성기에서 뽑고 있어서 호출한 쪽이 마스크를 되풀이하거나 바꿀 수 없습니다. 넘겨받은 rng를 쓰십시오. '작성할 내용'을 보십시오."
# ///
import numpy as np


def check(p):
    if not 0 <= p < 1:
        raise ValueError(f"p is {p}")


def dropout(x, p, rng, training=True):
    check(p)
    if not training:
        return x, np.ones(x.shape)
    mask = np.random.default_rng(0).random(x.shape) >= p
    return x * mask / (1 - p), mask


def dropout_backward(grad, mask, p):
    check(p)
    return grad * mask / (1 - p)
