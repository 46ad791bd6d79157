# /// misconception
# en = "You compare the learning rate with 1. Which rates are too large depends on how steep the parabola is, that is, on x. See 'The formula'."
# ko = "학습률을 1과 비교하고 있습니다. 어떤 학습률이 너무 큰지는 포물선의 가파른 정도, 즉 x에 따라 달라집니다. '수식'을 보십시오."
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
    return lr > 1
