# /// misconception
# en = "Your loss has a factor 1/2, and then its derivative would have no 2. Here the square stands as it is. See 'The formula'."
# ko = "손실에 1/2이 곱해져 있습니다. 그러면 도함수에 2가 없어야 합니다. 여기서는 제곱을 그대로 씁니다. '수식'을 보십시오."
# ///
def loss(u, x, y):
    return (y - u * x) ** 2 / 2


def grad(u, x, y):
    return -2 * x * (y - u * x)


def descend(u, x, y, lr, steps):
    weights = [u]
    for _ in range(steps):
        u = u - lr * grad(u, x, y)
        weights.append(u)
    return weights


def diverges(x, lr):
    return lr * x**2 > 1
