# /// misconception
# en = "You divide the gradient by the learning rate, so a smaller rate makes longer steps. Multiply it."
# ko = "기울기를 학습률로 나누고 있어서 학습률이 작을수록 걸음이 커집니다. 학습률을 곱하십시오."
# ///
def loss(u, x, y):
    return (y - u * x) ** 2


def grad(u, x, y):
    return -2 * x * (y - u * x)


def descend(u, x, y, lr, steps):
    weights = [u]
    for _ in range(steps):
        u = u - grad(u, x, y) / lr
        weights.append(u)
    return weights


def diverges(x, lr):
    return lr * x**2 > 1
