# /// misconception
# en = "You check how many sizes there are, but not the sizes themselves: 0 and negative ones are let through. See 'What to write'."
# ko = "크기가 몇 개인지는 검사하지만 크기 자체는 검사하지 않아 0과 음수가 통과합니다. '작성할 내용'을 보십시오."
# ///
def check(layer_sizes):
    if len(layer_sizes) < 2:
        raise ValueError(f"no network has the sizes {layer_sizes}")


def count_parameters(layer_sizes):
    return sum(layer_parameters(layer_sizes))


def layer_parameters(layer_sizes):
    check(layer_sizes)
    return [a * b + b for a, b in zip(layer_sizes, layer_sizes[1:])]
