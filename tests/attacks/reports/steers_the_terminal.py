# attack: escape sequences that clear the screen, set its title, write its clipboard and answer for its user
# exercise: softmax
# answer: right
# verdicts: error,passed
import numpy as np

WORDS = (
    "\x1b[2J\x1b[H\x1b[31m\x1b]0;GRADED\x07\x1b]52;c;Z3JhZGVraXQ=\x07\x1b[6n\x1b[c\x1bP+q544e\x1b\\\x9b31m\x9d0;x\x9c\x84\x85\x8d\b\b\b\x7f\r100/100\v\f"
    "\x1b[?1049h\x1b[20;1H\x1bc\x0e\x0f\x1b(0\x1b[5i\x1b[8m"
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
