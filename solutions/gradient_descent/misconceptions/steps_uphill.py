# /// misconception
# en = "You add lr times the gradient, which climbs. Descent goes against the slope: u minus lr times the gradient. See 'The idea'."
# ko = "기울기에 학습률을 곱한 값을 더하고 있어서 위로 올라갑니다. 하강은 기울기와 반대 방향이므로 빼야 합니다. '핵심 아이디어'를 보십시오."
# ///
def loss(u, x, y):
    return (y - u * x) ** 2


def grad(u, x, y):
    return -2 * x * (y - u * x)


def descend(u, x, y, lr, steps):
    weights = [u]
    for _ in range(steps):
        u = u + lr * grad(u, x, y)
        weights.append(u)
    return weights


def diverges(x, lr):
    return lr * x**2 > 1
