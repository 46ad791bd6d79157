# /// misconception
# en = "layer_parameters refuses impossible sizes, but count_parameters does not: both have to. See 'What to write'."
# ko = "layer_parameters는 잘못된 크기를 거부하지만 count_parameters는 거부하지 않습니다. 두 함수 모두 검사해야 합니다. '작성할 내용'을 보십시오."
# ///
def check(layer_sizes):
    if len(layer_sizes) < 2 or min(layer_sizes) < 1:
        raise ValueError(f"no network has the sizes {layer_sizes}")


def count_parameters(layer_sizes):
    return sum(a * b + b for a, b in zip(layer_sizes, layer_sizes[1:]))


def layer_parameters(layer_sizes):
    check(layer_sizes)
    return [a * b + b for a, b in zip(layer_sizes, layer_sizes[1:])]
