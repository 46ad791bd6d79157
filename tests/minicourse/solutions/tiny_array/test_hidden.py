"""The hidden suite of tiny_array: one test of each kind a suite can hold."""

import numpy as np
import pytest

from gradekit.testing import assert_close, assert_stable, assert_unchanged, depends, hint, points, raises

CANARY = "canary-of-the-suite"


@points(10)
@hint(en="Two times one is two.", ko="1의 두 배는 2입니다.")
def test_scale_example(submission, evidence):
    got = submission.scale(np.array([1.0, 2.0]))
    if isinstance(got, np.ndarray) and got.shape == (2,) and got.dtype.kind == "f":
        evidence("bars", title={"en": "scale", "ko": "배율"}, labels=["1", "2"], got=got, expected=[2.0, 4.0])
    assert_close(got, [2.0, 4.0], what="scale(x)")


@points(20)
def test_scale_random(submission, reference, rng):
    for shape in ((5,), (2, 3)):
        x = rng.normal(size=shape)
        assert_close(submission.scale(x, k=-1.5), reference.scale(x, -1.5), what="scale(x, k)")


@points(10)
@depends("test_scale_example")
def test_scale_leaves_its_argument(submission):
    assert_unchanged(submission.scale, np.ones(3), 3.0)


@points(10)
@depends("test_scale_example")
def test_scale_is_stable(submission):
    assert_stable(submission.scale, np.array([1e4, -1e4]))


@points(10)
@pytest.mark.parametrize("shape", [(1, 1), (3, 2), (2, 0)], ids=["one", "three", "empty"])
def test_row_sums(submission, reference, rng, shape):
    x = rng.normal(size=shape)
    assert_close(submission.row_sums(x), reference.row_sums(x), what="row_sums(x)")


@points(10)
@depends("test_row_sums")
def test_a_flat_array_is_refused(submission):
    with raises(ValueError, "row_sums of a flat array"):
        submission.row_sums(np.ones(3))


@points(10)
def test_limit(submission):
    assert_close(submission.LIMIT, 8.0, what="LIMIT")
