# /// misconception
# en = "You round the weights. The rounding errors add up from step to step; the 1.4451 of the course document is rounded for print only."
# ko = "가중치를 반올림하고 있습니다. 반올림 오차는 갱신할 때마다 쌓입니다. 강의 문서의 1.4451은 인쇄를 위해 반올림한 값일 뿐입니다."
# ///
def loss(u, x, y):
    return (y - u * x) ** 2


def grad(u, x, y):
    return -2 * x * (y - u * x)


def descend(u, x, y, lr, steps):
    weights = [u]
    for _ in range(steps):
        u = round(u - lr * grad(u, x, y), 4)
        weights.append(u)
    return weights


def diverges(x, lr):
    return lr * x**2 > 1
