# /// misconception
# en = "You add a bias to the inputs as well as to the neurons, (a + 1)(b + 1). Inputs have no bias. See the end of 'The idea'."
# ko = "뉴런뿐 아니라 입력에도 편향을 더해 (a + 1)(b + 1)로 계산하고 있습니다. 입력에는 편향이 없습니다. '핵심 아이디어'의 마지막 부분을 보십시오."
# ///
def check(layer_sizes):
    if len(layer_sizes) < 2 or min(layer_sizes) < 1:
        raise ValueError(f"no network has the sizes {layer_sizes}")


def count_parameters(layer_sizes):
    return sum(layer_parameters(layer_sizes))


def layer_parameters(layer_sizes):
    check(layer_sizes)
    return [(a + 1) * (b + 1) for a, b in zip(layer_sizes, layer_sizes[1:])]
