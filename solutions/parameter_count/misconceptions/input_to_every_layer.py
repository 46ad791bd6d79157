# /// misconception
# en = "You multiply every size by the input size. Only the first layer sees the input; each later one sees the layer before it. See 'The formula'."
# ko = "모든 크기에 입력의 크기를 곱하고 있습니다. 입력을 받는 것은 첫 층뿐이며, 그다음 층은 바로 앞 층의 값을 받습니다. '수식'을 보십시오."
# ///
def check(layer_sizes):
    if len(layer_sizes) < 2 or min(layer_sizes) < 1:
        raise ValueError(f"no network has the sizes {layer_sizes}")


def count_parameters(layer_sizes):
    return sum(layer_parameters(layer_sizes))


def layer_parameters(layer_sizes):
    check(layer_sizes)
    return [(layer_sizes[0] + 1) * size for size in layer_sizes[1:]]
