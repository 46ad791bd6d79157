# attack: script elements in every spelling, in its output and its exception
# exercise: softmax
# answer: right
# verdicts: error,passed
import numpy as np

WORDS = (
    "<script>alert(1)</script><SCRIPT src=//x></SCRIPT><scr<script>ipt>alert(1)</script>\n</script><script>alert(2)</script>"
    "</pre></code></td></table></textarea></title></style></noscript><script>alert(3)</script><!--<script>--!><script>alert(4)</script>"
    "&lt;script&gt;alert(5)&lt;/script&gt;<script\x00>alert(6)</script\x0b>\x3cscript\x3e%3Cscript%3E+ADw-script+AD4-\u2028\u2029]]>"
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
