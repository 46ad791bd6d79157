# /// misconception
# en = "You count a single bias for a whole layer. Each neuron of the layer has a bias of its own. See 'The formula'."
# ko = "층 전체에 편향을 하나만 세고 있습니다. 편향은 층의 뉴런마다 하나씩 있습니다. '수식'을 보십시오."
# ///
def check(layer_sizes):
    if len(layer_sizes) < 2 or min(layer_sizes) < 1:
        raise ValueError(f"no network has the sizes {layer_sizes}")


def count_parameters(layer_sizes):
    return sum(layer_parameters(layer_sizes))


def layer_parameters(layer_sizes):
    check(layer_sizes)
    return [a * b + 1 for a, b in zip(layer_sizes, layer_sizes[1:])]
