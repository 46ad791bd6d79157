# /// misconception
# en = "You join each layer with all later ones. In a fully connected network only neighbouring layers are joined. See 'Hint 2'."
# ko = "각 층을 뒤에 있는 모든 층과 연결하고 있습니다. 완전 연결 신경망에서는 이웃한 층끼리만 연결됩니다. '힌트 2'를 보십시오."
# ///
def check(layer_sizes):
    if len(layer_sizes) < 2 or min(layer_sizes) < 1:
        raise ValueError(f"no network has the sizes {layer_sizes}")


def count_parameters(layer_sizes):
    return sum(layer_parameters(layer_sizes))


def layer_parameters(layer_sizes):
    check(layer_sizes)
    return [sum(layer_sizes[:i]) * layer_sizes[i] + layer_sizes[i] for i in range(1, len(layer_sizes))]
