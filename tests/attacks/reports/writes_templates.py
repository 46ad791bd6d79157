# attack: expressions and statements of Jinja, of format strings and of shells
# exercise: softmax
# answer: right
# verdicts: error,passed
import numpy as np

WORDS = (
    "{{ 7 * 7 }}{{ config }}{{ ''.__class__.__mro__[1].__subclasses__() }}{% for x in range(9) %}BREACH{% endfor %}{% include '/etc/passwd' %}{# #}"
    "{0.__class__}{self}{student!r}%(student)s%s%n${HOME}$(id)`id`<%= 7*7 %>#{7*7}${{7*7}}{% raw %}{{% endraw %}}{% extends 'x' %}{{ cycler.__init__ }}"
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
