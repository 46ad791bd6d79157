# /// misconception
# en = "Your list holds the weights of each layer without its biases, though your total has them. See 'What to write'."
# ko = "전체 개수와 달리 리스트에는 각 층의 편향이 빠지고 가중치만 들어 있습니다. '작성할 내용'을 보십시오."
# ///
def check(layer_sizes):
    if len(layer_sizes) < 2 or min(layer_sizes) < 1:
        raise ValueError(f"no network has the sizes {layer_sizes}")


def count_parameters(layer_sizes):
    check(layer_sizes)
    return sum(a * b + b for a, b in zip(layer_sizes, layer_sizes[1:]))


def layer_parameters(layer_sizes):
    check(layer_sizes)
    return [a * b for a, b in zip(layer_sizes, layer_sizes[1:])]
