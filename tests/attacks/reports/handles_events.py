# attack: event handlers on elements of every kind, and attributes that end where they should not
# exercise: softmax
# answer: right
# verdicts: error,passed
import numpy as np

WORDS = (
    "<img src=x onerror=alert(1)><svg onload=alert(2)><body onload=alert(3)><details open ontoggle=alert(4)><input autofocus onfocus=alert(5)>"
    '" onmouseover="alert(6)" x="\' onclick=\'alert(7)\' ` onfocus=`alert(8)` <a href="javascript:alert(9)">x</a><a href=" \\x01javascript:alert(9)">'
    '<iframe srcdoc="<script>alert(1)</script>"><object data="data:text/html,x"><embed src=x><meta http-equiv=refresh content="0;url=//x">'
    '<base href="//x/"><form action=//x><button formaction=//x><link rel=stylesheet href=//x><marquee onstart=alert(1)><video><source onerror=x>'
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
