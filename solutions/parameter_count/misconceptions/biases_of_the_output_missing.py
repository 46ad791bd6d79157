# /// misconception
# en = "Your total leaves out the biases of the output layer. Output neurons have biases like all others. See 'The formula'."
# ko = "전체 개수에서 출력층의 편향이 빠졌습니다. 출력층의 뉴런에도 다른 뉴런처럼 편향이 있습니다. '수식'을 보십시오."
# ///
def check(layer_sizes):
    if len(layer_sizes) < 2 or min(layer_sizes) < 1:
        raise ValueError(f"no network has the sizes {layer_sizes}")


def count_parameters(layer_sizes):
    return sum(layer_parameters(layer_sizes))


def layer_parameters(layer_sizes):
    check(layer_sizes)
    return [a * b + (b if i + 2 < len(layer_sizes) else 0) for i, (a, b) in enumerate(zip(layer_sizes, layer_sizes[1:]))]
