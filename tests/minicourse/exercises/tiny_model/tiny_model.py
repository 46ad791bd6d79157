"""A line."""


def build():
    """A model of one weight and one bias.

    가중치 하나와 편향 하나로 된 모델입니다.
    """
    raise NotImplementedError("build is yours to write")


def fit(model, x, y, steps):
    """The loss of each step, shape (steps,).

    각 단계의 손실이며 모양은 (steps,)입니다.
    """
    raise NotImplementedError("fit is yours to write")
