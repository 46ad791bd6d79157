# /// misconception
# en = "Your loss is the error itself, which can be negative and has no lowest point. Square it. See 'The formula'."
# ko = "손실이 오차 자체여서 음수가 될 수 있고 가장 낮은 점도 없습니다. 제곱하십시오. '수식'을 보십시오."
# ///
def loss(u, x, y):
    return y - u * x


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
