# attack: SVG, MathML and CSS that run or fetch, as the report draws pictures itself
# exercise: softmax
# answer: right
# verdicts: error,passed
import numpy as np

WORDS = (
    '<svg><script>alert(1)</script><a xlink:href="javascript:alert(1)"><text>x</text></a><use href="data:image/svg+xml,x#x"/><image href=//x></svg>'
    "<svg><foreignObject><iframe src=//x></foreignObject><animate attributeName=href values=javascript:alert(1) /><set onbegin=alert(1)></svg>"
    "<math><mtext><style><img src=x onerror=alert(1)></style></mtext></math><style>@import url(//x);body{background:url(//x)}*{display:none}</style>"
    '<div style="background:url(javascript:alert(1));position:fixed;inset:0;width:expression(alert(1))">'
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
