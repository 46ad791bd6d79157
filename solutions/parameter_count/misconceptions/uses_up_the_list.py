# /// misconception
# en = "You take the sizes out of the caller's list with pop, and the list is empty after the call. Work with indices or zip instead."
# ko = "pop으로 호출한 쪽의 리스트에서 크기를 꺼내고 있어서 호출한 뒤에는 리스트가 비어 버립니다. 인덱스나 zip을 쓰십시오."
# ///
def check(layer_sizes):
    if len(layer_sizes) < 2 or min(layer_sizes) < 1:
        raise ValueError(f"no network has the sizes {layer_sizes}")


def count_parameters(layer_sizes):
    return sum(layer_parameters(layer_sizes))


def layer_parameters(layer_sizes):
    check(layer_sizes)
    result = []
    inputs = layer_sizes.pop(0)
    while layer_sizes:
        neurons = layer_sizes.pop(0)
        result.append((inputs + 1) * neurons)
        inputs = neurons
    return result
