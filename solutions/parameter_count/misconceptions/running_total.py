# /// misconception
# en = "Your list holds running totals. Each entry is for its own layer alone, without the layers before it. See 'A worked example'."
# ko = "리스트에 누적된 합이 들어 있습니다. 각 원소는 앞의 층을 뺀 해당 층만의 개수여야 합니다. '풀이 예제'를 보십시오."
# ///
def check(layer_sizes):
    if len(layer_sizes) < 2 or min(layer_sizes) < 1:
        raise ValueError(f"no network has the sizes {layer_sizes}")


def count_parameters(layer_sizes):
    check(layer_sizes)
    return sum(a * b + b for a, b in zip(layer_sizes, layer_sizes[1:]))


def layer_parameters(layer_sizes):
    check(layer_sizes)
    totals, total = [], 0
    for a, b in zip(layer_sizes, layer_sizes[1:]):
        total += a * b + b
        totals.append(total)
    return totals
