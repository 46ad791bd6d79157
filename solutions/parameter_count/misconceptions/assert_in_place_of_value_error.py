# /// misconception
# en = "You check with assert, which raises AssertionError. What is asked for is raise ValueError(…). See 'What to write'."
# ko = "assert로 검사하고 있어서 AssertionError가 발생합니다. raise ValueError(…)로 일으켜야 합니다. '작성할 내용'을 보십시오."
# ///
def check(layer_sizes):
    assert len(layer_sizes) >= 2
    assert min(layer_sizes) >= 1


def count_parameters(layer_sizes):
    return sum(layer_parameters(layer_sizes))


def layer_parameters(layer_sizes):
    check(layer_sizes)
    return [a * b + b for a, b in zip(layer_sizes, layer_sizes[1:])]
