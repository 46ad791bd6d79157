# /// misconception
# en = "You count the boundary as divergence. There the weight jumps back and forth between two values and stays bounded: the factor has to be beyond -1. See 'The formula'."
# ko = "경계도 발산으로 보고 있습니다. 경계에서는 가중치가 두 값 사이를 오갈 뿐 커지지 않습니다. 곱해지는 수가 -1보다 작아야 합니다. '수식'을 보십시오."
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
    return lr * x**2 >= 1
