# /// misconception
# en = "Your loss compares y with the weight u. It is the prediction u x that has to come close to y."
# ko = "손실에서 y를 가중치 u와 비교하고 있습니다. y에 가까워져야 하는 것은 예측값 u x입니다."
# ///
def loss(u, x, y):
    return (y - u) ** 2


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
