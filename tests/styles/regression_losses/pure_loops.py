def check(y, y_hat):
    if tuple(y.shape) != tuple(y_hat.shape):
        raise ValueError(f"{y.shape} is not {y_hat.shape}")
    if not len(y):
        raise ValueError("empty")


def errors(y, y_hat):
    check(y, y_hat)
    result = []
    for i in range(len(y)):
        result.append(float(y[i]) - float(y_hat[i]))
    return result


def sse(y, y_hat):
    total = 0.0
    for e in errors(y, y_hat):
        total += e * e
    return total


def mse(y, y_hat):
    return sse(y, y_hat) / len(y)


def mse_grad(y, y_hat):
    n = len(y)
    return [-2.0 * e / n for e in errors(y, y_hat)]


def l1(y, y_hat):
    return sum(-e if e < 0 else e for e in errors(y, y_hat))


def l2(y, y_hat):
    return sum(map(lambda e: e**2, errors(y, y_hat)))
