# /// misconception
# en = "You ask whether the factor 1 - 2 lr x² exceeds 1, which it never does. It runs away on the negative side: take its magnitude."
# ko = "곱해지는 수 1 - 2 lr x²이 1보다 큰지 묻고 있는데, 그런 일은 없습니다. 음수 쪽에서 발산하므로 절댓값을 비교하십시오."
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
    return 1 - 2 * lr * x**2 > 1
