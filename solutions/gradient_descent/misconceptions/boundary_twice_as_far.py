# /// misconception
# en = "Your boundary is twice as far as it should be. The rule '2 over the curvature' means the second derivative of J, and that is 2 x², not x²."
# ko = "경계가 두 배로 멉니다. '2를 곡률로 나눈 값'이라는 규칙에서 곡률은 J의 이계도함수이며, x²이 아니라 2 x²입니다."
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
    return lr * x**2 > 2
