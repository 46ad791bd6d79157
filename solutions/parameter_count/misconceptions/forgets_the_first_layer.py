# /// misconception
# en = "The layer next to the input is missing: your pairs begin at the second size. See 'Hint 2'."
# ko = "입력 바로 다음 층이 빠졌습니다. 짝을 두 번째 크기부터 만들고 있습니다. '힌트 2'를 보십시오."
# ///
def check(layer_sizes):
    if len(layer_sizes) < 2 or min(layer_sizes) < 1:
        raise ValueError(f"no network has the sizes {layer_sizes}")


def count_parameters(layer_sizes):
    return sum(layer_parameters(layer_sizes))


def layer_parameters(layer_sizes):
    check(layer_sizes)
    return [(layer_sizes[i - 1] + 1) * layer_sizes[i] for i in range(2, len(layer_sizes))]
