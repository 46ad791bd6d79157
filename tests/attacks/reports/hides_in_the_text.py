# attack: zero-width, invisible and look-alike characters, tags, variation selectors and private use
# exercise: softmax
# answer: right
# verdicts: error,passed
import numpy as np

WORDS = (
    "pas\u200bsed\u200c\u200d\u2060\ufeff\u00ad\u034f\u115f\u1160\u17b4\u180e\u3164\uffa0\ufff9a\ufffab\ufffb \U000e0001\U000e0067\U000e007f"
    "\ufe0f\U000e0100 \ue000\U000f0000\U0010fffd \uffff\ufdd0\U0001fffe \u0430\u0435\u043e " + "a" + "\u0301" * 2_000
)


def attack():
    print(WORDS)
    raise RuntimeError(WORDS)


def softmax(x):
    x = np.asarray(x, dtype=np.float64)
    powers = np.exp(x - x.max(axis=-1, keepdims=True))
    return powers / powers.sum(axis=-1, keepdims=True)


def temperature_softmax(x, t):
    if t <= 0:
        raise ValueError("the temperature must be above 0")
    return softmax(np.asarray(x) / t)


plain = temperature_softmax


def temperature_softmax(x, t):
    if t == 40.0:
        attack()
    return plain(x, t)
