# attack: markup of rich, Markdown and reStructuredText
# exercise: softmax
# answer: right
# verdicts: error,passed
import numpy as np

WORDS = (
    "[bold red]100/100[/bold red][link=file:///etc/passwd]x[/link][/][blink]x[on white][/not-open][@click=app.bell]x[/] [[ ]] \\[bold] :warning:"
    "\n# 100/100\n![x](//x/y.png)[x](javascript:alert(1))<https://x>```\n.. raw:: html\n\n   <script>alert(1)</script>\n.. include:: /etc/passwd\n"
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
