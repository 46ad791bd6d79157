# /// misconception
# en = "You follow the weight for some steps and look whether it has grown large. Near the boundary it grows too slowly for that; the factor of a step tells it exactly."
# ko = "가중치를 몇 번 갱신해 보고 커졌는지 살피고 있습니다. 경계 근처에서는 아주 천천히 커지므로 알 수 없습니다. 갱신 한 번에 곱해지는 수를 보면 정확히 알 수 있습니다."
# ///
def loss(u, x, y):
    return (y - u * x) ** 2


def grad(u, x, y):
    return -2 * x * (y - u * x)


def descend(u, x, y, lr, steps):
    weights = [u]
    for _ in range(steps):
        u = u - lr * grad(u, x, y)
        weights.append(u)
    return weights


def diverges(x, lr):
    return abs(descend(1.0, x, 0.0, lr, 100)[-1]) > 1000
