# /// misconception
# en = "You stop as soon as the steps become small, and the list comes out too short. All steps are taken here."
# ko = "걸음이 작아지면 멈추고 있어서 리스트가 짧아집니다. 여기서는 정해진 횟수만큼 모두 갱신합니다."
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
        if abs(weights[-1] - weights[-2]) < 1e-6:
            break
    return weights


def diverges(x, lr):
    return lr * x**2 > 1
