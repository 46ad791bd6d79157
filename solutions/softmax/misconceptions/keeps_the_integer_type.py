# /// misconception
# en = "You fill an array made like x. When x holds integers, that array does too, and every probability is cut to 0. Make the result float64. See 'What to write'."
# ko = "x와 같은 자료형의 배열을 만들어 채우고 있습니다. x가 정수이면 그 배열도 정수여서 모든 확률이 0으로 잘립니다. 결과는 float64로 만드십시오. '작성할 내용'을 보십시오."
# ///
import numpy as np


def softmax(x):
    result = np.zeros_like(x)
    shifted = np.exp(x - np.max(x, axis=-1, keepdims=True))
    result[...] = shifted / np.sum(shifted, axis=-1, keepdims=True)
    return result


def temperature_softmax(x, t):
    if not t > 0:
        raise ValueError("the temperature must be above 0")
    return softmax(x / t)
