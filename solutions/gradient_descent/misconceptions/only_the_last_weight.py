# /// misconception
# en = "You return the last weight alone. The whole way is asked for: the start and the weight after each step."
# ko = "마지막 가중치만 반환하고 있습니다. 처음 값부터 갱신할 때마다의 값까지 모두 담아야 합니다."
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
    return weights[-1]


def diverges(x, lr):
    return lr * x**2 > 1
