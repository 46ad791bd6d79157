# /// misconception
# en = "You count the weights only. Every neuron has a bias, too: one more parameter for each neuron. See 'The formula'."
# ko = "가중치만 세고 있습니다. 뉴런마다 편향도 하나씩 있으므로 뉴런 하나에 파라미터가 하나씩 더 있습니다. '수식'을 보십시오."
# ///
def check(layer_sizes):
    if len(layer_sizes) < 2 or min(layer_sizes) < 1:
        raise ValueError(f"no network has the sizes {layer_sizes}")


def count_parameters(layer_sizes):
    return sum(layer_parameters(layer_sizes))


def layer_parameters(layer_sizes):
    check(layer_sizes)
    return [a * b for a, b in zip(layer_sizes, layer_sizes[1:])]
