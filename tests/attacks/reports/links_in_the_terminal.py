# attack: links of OSC 8, pictures of OSC 1337 and notifications
# exercise: softmax
# answer: right
# verdicts: error,passed
import numpy as np

WORDS = (
    "\x1b]8;;file:///etc/passwd\x1b\\your report\x1b]8;;\x1b\\ \x1b]1337;File=inline=1:AAAA\x07 \x1b]9;done\x07 \x1b]777;notify;a;b\x07"
    " \x1b_Gf=100;AAAA\x1b\\ \x1b^private\x1b\\ \x1bXstring\x1b\\"
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
