# /// misconception
# en = "You never check the sizes, so a network that cannot be is counted as if it could. Raise ValueError first. See 'What to write'."
# ko = "크기를 검사하지 않아 있을 수 없는 신경망까지 세고 있습니다. 먼저 ValueError를 일으키십시오. '작성할 내용'을 보십시오."
# ///
def count_parameters(layer_sizes):
    return sum(layer_parameters(layer_sizes))


def layer_parameters(layer_sizes):
    return [a * b + b for a, b in zip(layer_sizes, layer_sizes[1:])]
