# /// misconception
# en = "You check the input size alone. Every size in the list has to be at least 1. See 'What to write'."
# ko = "입력의 크기만 검사하고 있습니다. 리스트에 있는 모든 크기가 1 이상이어야 합니다. '작성할 내용'을 보십시오."
# ///
def check(layer_sizes):
    if len(layer_sizes) < 2 or layer_sizes[0] < 1:
        raise ValueError(f"no network has the sizes {layer_sizes}")


def count_parameters(layer_sizes):
    return sum(layer_parameters(layer_sizes))


def layer_parameters(layer_sizes):
    check(layer_sizes)
    return [a * b + b for a, b in zip(layer_sizes, layer_sizes[1:])]
