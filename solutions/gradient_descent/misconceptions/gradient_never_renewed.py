# /// misconception
# en = "You calculate the slope once, at the start, and use it for all steps. The ground changes as the weight moves: calculate it anew in each step."
# ko = "처음 위치에서 구한 기울기를 모든 갱신에 쓰고 있습니다. 가중치가 움직이면 기울기도 달라지므로 갱신할 때마다 다시 구하십시오."
# ///
def loss(u, x, y):
    return (y - u * x) ** 2


def grad(u, x, y):
    return -2 * x * (y - u * x)


def descend(u, x, y, lr, steps):
    weights = [u]
    slope = grad(u, x, y)
    for _ in range(steps):
        u = u - lr * slope
        weights.append(u)
    return weights


def diverges(x, lr):
    return lr * x**2 > 1
