# /// misconception
# en = "You compare lr with 1 / x², and for x = 0 that is a division by zero. Multiply instead, or think of x = 0 first: nothing diverges there."
# ko = "lr을 1 / x²과 비교하고 있어서 x = 0이면 0으로 나누게 됩니다. 나누는 대신 곱하거나 x = 0인 경우를 먼저 처리하십시오. 이때는 발산하지 않습니다."
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
    return lr > 1 / x**2
