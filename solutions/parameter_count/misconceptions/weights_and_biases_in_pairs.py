# /// misconception
# en = "Your list holds weights and biases as separate numbers. It has one number a layer, their sum. See 'What to write'."
# ko = "리스트에 가중치와 편향이 따로 들어 있습니다. 둘을 더해 층마다 숫자 하나만 담으십시오. '작성할 내용'을 보십시오."
# ///
def check(layer_sizes):
    if len(layer_sizes) < 2 or min(layer_sizes) < 1:
        raise ValueError(f"no network has the sizes {layer_sizes}")


def count_parameters(layer_sizes):
    check(layer_sizes)
    return sum(a * b + b for a, b in zip(layer_sizes, layer_sizes[1:]))


def layer_parameters(layer_sizes):
    check(layer_sizes)
    return [(a * b, b) for a, b in zip(layer_sizes, layer_sizes[1:])]
