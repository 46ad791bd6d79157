# /// misconception
# en = "Your gradient lacks the factor 2 that comes down from the exponent of the square. See 'The formula'."
# ko = "제곱의 지수에서 내려오는 2가 기울기에 없습니다. '수식'을 보십시오."
# ///
def loss(u, x, y):
    return (y - u * x) ** 2


def grad(u, x, y):
    return -x * (y - u * x)


def descend(u, x, y, lr, steps):
    weights = [u]
    for _ in range(steps):
        u = u - lr * grad(u, x, y)
        weights.append(u)
    return weights


def diverges(x, lr):
    return lr * x**2 > 1
