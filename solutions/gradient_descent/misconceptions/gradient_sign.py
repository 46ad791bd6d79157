# /// misconception
# en = "Your gradient has the wrong sign. The inner derivative of y - u x is -x, so the minus belongs in front: -2 x (y - u x)."
# ko = "기울기의 부호가 반대입니다. y - u x를 u로 미분하면 -x이므로 앞에 음의 부호가 붙습니다. 즉 -2 x (y - u x)입니다."
# ///
def loss(u, x, y):
    return (y - u * x) ** 2


def grad(u, x, y):
    return 2 * x * (y - u * x)


def descend(u, x, y, lr, steps):
    weights = [u]
    for _ in range(steps):
        u = u + 2 * lr * x * (y - u * x)
        weights.append(u)
    return weights


def diverges(x, lr):
    return lr * x**2 > 1
