# /// misconception
# en = "Your answers are the wrong way round: True where the weight comes closer. The function asks whether it diverges."
# ko = "답이 반대입니다. 가까워질 때 True를 반환하고 있습니다. 이 함수는 발산하는지를 묻습니다."
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
    return lr * x**2 <= 1
