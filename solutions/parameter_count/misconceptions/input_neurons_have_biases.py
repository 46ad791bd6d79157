# /// misconception
# en = "Your total gives biases to the inputs, too: it is too large by the first size. Inputs are no neurons. See the end of 'The idea'."
# ko = "전체 개수에 입력의 편향까지 들어 있어 첫 번째 크기만큼 큽니다. 입력은 뉴런이 아닙니다. '핵심 아이디어'의 마지막 부분을 보십시오."
# ///
def check(layer_sizes):
    if len(layer_sizes) < 2 or min(layer_sizes) < 1:
        raise ValueError(f"no network has the sizes {layer_sizes}")


def count_parameters(layer_sizes):
    check(layer_sizes)
    return sum(a * b for a, b in zip(layer_sizes, layer_sizes[1:])) + sum(layer_sizes)


def layer_parameters(layer_sizes):
    check(layer_sizes)
    return [a * b + b for a, b in zip(layer_sizes, layer_sizes[1:])]
