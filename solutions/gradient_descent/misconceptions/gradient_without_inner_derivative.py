# /// misconception
# en = "Your gradient lacks the factor x. The chain rule multiplies by the derivative of the inside, and that of y - u x is -x."
# ko = "기울기에 x가 곱해져 있지 않습니다. 연쇄 법칙에 따라 안쪽의 미분을 곱해야 하며, y - u x의 미분은 -x입니다."
# ///
def loss(u, x, y):
    return (y - u * x) ** 2


def grad(u, x, y):
    return -2 * (y - u * x)


def descend(u, x, y, lr, steps):
    weights = [u]
    for _ in range(steps):
        u = u - lr * grad(u, x, y)
        weights.append(u)
    return weights


def diverges(x, lr):
    return lr * x**2 > 1
