# /// misconception
# en = "Your list begins with the output layer. The layers come in the order of the network, the one next to the input first. See 'A worked example'."
# ko = "리스트가 출력층부터 시작합니다. 신경망의 순서대로, 입력 바로 다음 층부터 적으십시오. '풀이 예제'를 보십시오."
# ///
def check(layer_sizes):
    if len(layer_sizes) < 2 or min(layer_sizes) < 1:
        raise ValueError(f"no network has the sizes {layer_sizes}")


def count_parameters(layer_sizes):
    return sum(layer_parameters(layer_sizes))


def layer_parameters(layer_sizes):
    check(layer_sizes)
    return [a * b + b for a, b in zip(layer_sizes, layer_sizes[1:])][::-1]
