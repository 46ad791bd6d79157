# /// misconception
# en = "You differentiate with respect to x: your gradient carries the factor u. It is the weight u that is trained, so the factor is x."
# ko = "x로 미분하고 있어서 기울기에 u가 곱해져 있습니다. 학습하는 것은 가중치 u이므로 x가 곱해져야 합니다."
# ///
def loss(u, x, y):
    return (y - u * x) ** 2


def grad(u, x, y):
    return -2 * u * (y - u * x)


def descend(u, x, y, lr, steps):
    weights = [u]
    for _ in range(steps):
        u = u - lr * grad(u, x, y)
        weights.append(u)
    return weights


def diverges(x, lr):
    return lr * x**2 > 1
