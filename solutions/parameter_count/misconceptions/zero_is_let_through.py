# /// misconception
# en = "You refuse negative sizes but let 0 through. No layer is empty: a size has to be at least 1."
# ko = "음수는 거부하지만 0은 받아들이고 있습니다. 비어 있는 층은 없으므로 크기는 1 이상이어야 합니다."
# ///
def check(layer_sizes):
    if len(layer_sizes) < 2 or min(layer_sizes) < 0:
        raise ValueError(f"no network has the sizes {layer_sizes}")


def count_parameters(layer_sizes):
    return sum(layer_parameters(layer_sizes))


def layer_parameters(layer_sizes):
    check(layer_sizes)
    return [a * b + b for a, b in zip(layer_sizes, layer_sizes[1:])]
