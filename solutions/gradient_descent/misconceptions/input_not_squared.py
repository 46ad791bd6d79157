# /// misconception
# en = "You use the magnitude of x where its square belongs: x appears once in the prediction and once more in its derivative."
# ko = "x의 제곱이 들어갈 자리에 x의 절댓값을 쓰고 있습니다. x는 예측값에 한 번, 그 도함수에 또 한 번 나타납니다."
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
    return lr * abs(x) > 1
