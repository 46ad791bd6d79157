"""Public tests of zip_reader: run `pytest` in this folder. 공개 테스트: 이 폴더에서 `pytest`를 실행하십시오."""

import numpy as np
import torch
from torch import nn
from zip_reader import confidence, read_zip, split_digits

from gradekit.testing import Text, assert_close, assert_shape, assert_true, beside, hint, points


def grey_canvas(digits):
    """Five boxes, each in one shade: white for 0, black for 9, and greys in between."""
    canvas = np.full((200, 520, 3), 255, dtype=np.uint8)
    for place, digit in enumerate(digits):
        canvas[50:150, 10 + 100 * place : 110 + 100 * place] = 255 - round(255 * digit / 9)
    return canvas


def shade_reader():
    """A model that takes the mean brightness of a picture for its digit: 0 for black, 9 for white. It was never trained."""
    # `beside` makes the model where your functions run: at home that is simply nn.Sequential(nn.Linear(784, 10)).
    model = beside(read_zip, nn.Sequential)(beside(read_zip, nn.Linear)(784, 10))
    shade = torch.arange(10) / 9
    model.load_state_dict({"0.weight": (100 * 2 * shade / 784)[:, None].repeat(1, 784), "0.bias": -100 * shade**2})
    return model


@points(2)
@hint(en="Cut out, invert, resize.", ko="잘라내고, 뒤집고, 줄입니다.")
def test_split():
    digits = split_digits(grey_canvas([0, 9, 3, 6, 1]))
    assert_shape(digits, (5, 28, 28), what="split_digits(canvas)")
    assert_true(digits.dtype == np.uint8, Text("the digits should be uint8", "숫자 그림은 uint8이어야 합니다"))
    means = digits.reshape(5, -1).mean(axis=1)
    assert_close(means, [0, 255, 85, 170, 28], what=Text("the mean brightness of each digit", "숫자마다 구한 평균 밝기"), atol=1.01)


@points(2)
@hint(en="Five digits as text: a postcode may begin with 0.", ko="숫자 다섯 개로 된 문자열입니다. 우편번호는 0으로 시작할 수 있습니다.")
def test_read():
    model = shade_reader()
    model.train()
    code = read_zip(grey_canvas([0, 3, 1, 8, 7]), model)
    assert_true(code == "03187", Text(f"read_zip gave {code!r} instead of '03187'", f"read_zip의 값이 '03187'이 아니라 {code!r}입니다"))
    assert_true(model.training is True, Text("the model should be in train mode again", "모델이 다시 train 모드여야 합니다"))


@points(2)
@hint(en="Probabilities, one for each digit read.", ko="읽은 숫자마다 확률 하나입니다.")
def test_confidence():
    values = confidence(grey_canvas([0, 3, 1, 8, 7]), shade_reader())
    assert_shape(values, (5,), what="confidence(canvas, model)")
    assert_close(values[0], 0.7505, what=Text("the confidence of the first digit", "첫째 숫자의 확신도"), atol=0.02)
