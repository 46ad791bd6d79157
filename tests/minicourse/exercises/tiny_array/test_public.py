import numpy as np
from tiny_array import row_sums, scale

from gradekit.testing import assert_close, hint


@hint(en="Two times one is two.", ko="1의 두 배는 2입니다.")
def test_scale():
    assert_close(scale(np.array([1.0, 2.0])), [2.0, 4.0], what="scale(x)")


def test_row_sums():
    assert_close(row_sums(np.ones((2, 3))), [3.0, 3.0], what="row_sums(x)")
