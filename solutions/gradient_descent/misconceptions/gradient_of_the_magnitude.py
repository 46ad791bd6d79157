# /// misconception
# en = "Your gradient does not get smaller near the minimum: it has only the sign of the error. The derivative of a square is twice the error times the inner derivative."
# ko = "최솟점에 가까워져도 기울기가 작아지지 않습니다. 오차의 부호만 남았기 때문입니다. 제곱을 미분하면 오차의 두 배에 안쪽 미분을 곱한 값이 됩니다."
# ///
def loss(u, x, y):
    return (y - u * x) ** 2


def grad(u, x, y):
    error = y - u * x
    return -x * ((error > 0) - (error < 0))


def descend(u, x, y, lr, steps):
    weights = [u]
    for _ in range(steps):
        u = u - lr * grad(u, x, y)
        weights.append(u)
    return weights


def diverges(x, lr):
    return lr * x**2 > 1
