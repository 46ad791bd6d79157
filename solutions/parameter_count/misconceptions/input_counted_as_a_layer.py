# /// misconception
# en = "Your list begins with an entry for the input. The input is no layer and has no parameters: leave it out. See 'What to write'."
# ko = "리스트가 입력에 대한 원소로 시작합니다. 입력은 층이 아니며 파라미터도 없으므로 빼야 합니다. '작성할 내용'을 보십시오."
# ///
def check(layer_sizes):
    if len(layer_sizes) < 2 or min(layer_sizes) < 1:
        raise ValueError(f"no network has the sizes {layer_sizes}")


def count_parameters(layer_sizes):
    return sum(layer_parameters(layer_sizes))


def layer_parameters(layer_sizes):
    check(layer_sizes)
    return [0] + [a * b + b for a, b in zip(layer_sizes, layer_sizes[1:])]
