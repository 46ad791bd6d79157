import torch
from tiny_model import build

from gradekit.testing import assert_shape


def test_shape():
    assert_shape(build()(torch.zeros(3, 1)), (3, 1), what="model(x)")
