# /// misconception
# en = "Your loop ends one layer early, so the output layer is missing. Its weights and biases count as well. See 'Hint 2'."
# ko = "반복문이 한 층 일찍 끝나 출력층이 빠졌습니다. 출력층의 가중치와 편향도 세어야 합니다. '힌트 2'를 보십시오."
# ///
def check(layer_sizes):
    if len(layer_sizes) < 2 or min(layer_sizes) < 1:
        raise ValueError(f"no network has the sizes {layer_sizes}")


def count_parameters(layer_sizes):
    return sum(layer_parameters(layer_sizes))


def layer_parameters(layer_sizes):
    check(layer_sizes)
    return [(layer_sizes[i] + 1) * layer_sizes[i + 1] for i in range(len(layer_sizes) - 2)]
