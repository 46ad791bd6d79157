from itertools import accumulate, repeat

print("one weight")


def loss(u, x, y):
    e = float(y) - float(u) * float(x)
    return e * e


def grad(u, x, y):
    return float(-2.0 * float(x) * (float(y) - float(u) * float(x)))


def descend(u, x, y, lr, steps):
    return list(accumulate(repeat(None, steps), lambda w, _: w - lr * grad(w, x, y), initial=float(u)))


def diverges(x, lr):
    return 1 if lr * x * x > 1.0 else 0
