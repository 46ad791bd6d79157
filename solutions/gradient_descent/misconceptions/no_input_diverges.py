# /// misconception
# en = "You call x = 0 divergent. The loss is flat there and the weight never moves, so it does not grow either."
# ko = "x = 0을 발산으로 보고 있습니다. 이때 손실은 평평하고 가중치가 움직이지 않으므로 커지지도 않습니다."
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
    return x == 0 or lr * x**2 > 1
