# /// misconception
# en = "You call it divergence as soon as the weight jumps over the minimum. As long as it lands closer than before, it converges: the magnitude of the factor decides, not its sign."
# ko = "가중치가 최솟점을 뛰어넘기만 하면 발산으로 보고 있습니다. 이전보다 가까워지면 수렴합니다. 곱해지는 수의 부호가 아니라 절댓값이 기준입니다."
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
    return lr * x**2 > 0.5
