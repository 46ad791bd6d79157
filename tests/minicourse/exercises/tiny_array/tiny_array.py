"""Scale and sum."""

LIMIT: float = 0.0


def scale(x, k=2.0):
    """k times x.

    x의 k배입니다.
    """
    raise NotImplementedError("scale is yours to write")


def row_sums(x):
    """The sum of each row of x, shape (n,).

    x의 각 행의 합이며 모양은 (n,)입니다.
    """
    raise NotImplementedError("row_sums is yours to write")
