# /// misconception
# en = "Your loss is the magnitude of the error. Its graph has a kink instead of a smooth bottom; the loss of this exercise is the square."
# ko = "손실로 오차의 절댓값을 구하고 있습니다. 그 그래프는 바닥이 매끄럽지 않고 꺾여 있습니다. 이 과제의 손실은 제곱입니다."
# ///
def loss(u, x, y):
    return abs(y - u * x)


def grad(u, x, y):
    return -2 * x * (y - u * x)


def descend(u, x, y, lr, steps):
    weights = [u]
    for _ in range(steps):
        u = u - lr * grad(u, x, y)
        weights.append(u)
    return weights


def diverges(x, lr):
    return lr * x**2 > 1
