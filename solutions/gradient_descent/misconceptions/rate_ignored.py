# /// misconception
# en = "Your steps do not depend on the learning rate: the gradient is subtracted as it is. Multiply it by lr first."
# ko = "걸음이 학습률에 따라 달라지지 않습니다. 기울기를 그대로 빼고 있습니다. 먼저 lr을 곱하십시오."
# ///
def loss(u, x, y):
    return (y - u * x) ** 2


def grad(u, x, y):
    return -2 * x * (y - u * x)


def descend(u, x, y, lr, steps):
    weights = [u]
    for _ in range(steps):
        u = u - grad(u, x, y)
        weights.append(u)
    return weights


def diverges(x, lr):
    return lr * x**2 > 1
