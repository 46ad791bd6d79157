# /// misconception
# en = "Every step begins at the start again, so all weights after it are the same. Keep the weight that you have reached."
# ko = "갱신할 때마다 처음 값에서 다시 시작하고 있어서 그다음 값이 모두 같습니다. 도달한 가중치를 이어서 사용하십시오."
# ///
def loss(u, x, y):
    return (y - u * x) ** 2


def grad(u, x, y):
    return -2 * x * (y - u * x)


def descend(u, x, y, lr, steps):
    weights = [u]
    for _ in range(steps):
        weights.append(u - lr * grad(u, x, y))
    return weights


def diverges(x, lr):
    return lr * x**2 > 1
