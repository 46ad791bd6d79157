# /// misconception
# en = "You take an input alone for a network with no parameters. Fewer than two sizes are a ValueError. See 'What to write'."
# ko = "입력만 있는 것을 파라미터가 없는 신경망으로 보고 있습니다. 크기가 두 개보다 적으면 ValueError를 일으키십시오. '작성할 내용'을 보십시오."
# ///
def check(layer_sizes):
    if min(layer_sizes, default=0) < 1:
        raise ValueError(f"no network has the sizes {layer_sizes}")


def count_parameters(layer_sizes):
    return sum(layer_parameters(layer_sizes))


def layer_parameters(layer_sizes):
    check(layer_sizes)
    return [a * b + b for a, b in zip(layer_sizes, layer_sizes[1:])]
