# /// misconception
# en = "You add the two sizes of a layer. There is a weight for each pair of an input and a neuron, so they are multiplied. See 'The formula'."
# ko = "층의 두 크기를 더하고 있습니다. 입력과 뉴런의 쌍마다 가중치가 하나씩 있으므로 곱해야 합니다. '수식'을 보십시오."
# ///
def check(layer_sizes):
    if len(layer_sizes) < 2 or min(layer_sizes) < 1:
        raise ValueError(f"no network has the sizes {layer_sizes}")


def count_parameters(layer_sizes):
    return sum(layer_parameters(layer_sizes))


def layer_parameters(layer_sizes):
    check(layer_sizes)
    return [a + b + b for a, b in zip(layer_sizes, layer_sizes[1:])]
