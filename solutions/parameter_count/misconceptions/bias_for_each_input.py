# /// misconception
# en = "You count a bias for each value that comes in. Biases belong to the neurons of the layer, not to its inputs. See 'The formula'."
# ko = "들어오는 값마다 편향을 세고 있습니다. 편향은 층의 입력이 아니라 뉴런에 속합니다. '수식'을 보십시오."
# ///
def check(layer_sizes):
    if len(layer_sizes) < 2 or min(layer_sizes) < 1:
        raise ValueError(f"no network has the sizes {layer_sizes}")


def count_parameters(layer_sizes):
    return sum(layer_parameters(layer_sizes))


def layer_parameters(layer_sizes):
    check(layer_sizes)
    return [a * b + a for a, b in zip(layer_sizes, layer_sizes[1:])]
