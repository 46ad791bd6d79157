# /// misconception
# en = "You count the neurons, not their parameters. A neuron has as many weights as there are values coming in. See 'The idea'."
# ko = "파라미터가 아니라 뉴런을 세고 있습니다. 뉴런 하나에는 들어오는 값의 개수만큼 가중치가 있습니다. '핵심 아이디어'를 보십시오."
# ///
def check(layer_sizes):
    if len(layer_sizes) < 2 or min(layer_sizes) < 1:
        raise ValueError(f"no network has the sizes {layer_sizes}")


def count_parameters(layer_sizes):
    return sum(layer_parameters(layer_sizes))


def layer_parameters(layer_sizes):
    check(layer_sizes)
    return list(layer_sizes[1:])
