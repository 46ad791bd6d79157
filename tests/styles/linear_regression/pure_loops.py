def predict(x, w, b):
    out = []
    for value in x:
        out.append(float(w) * float(value) + float(b))
    return out


def cost(x, y, w, b):
    total = 0.0
    for p, t in zip(predict(x, w, b), y):
        total += (p - float(t)) ** 2
    return total / len(x)


def gradients(x, y, w, b):
    n, dw, db = len(x), 0.0, 0.0
    for i in range(n):
        e = w * float(x[i]) + b - float(y[i])
        dw += 2 / n * e * float(x[i])
        db += 2 / n * e
    return [dw, db]


def fit(x, y, lr=0.01, epochs=2000):
    w, b, history = 0, 0, []
    while len(history) < epochs:
        history += [cost(x, y, w, b)]
        dw, db = gradients(x, y, w, b)
        w, b = w - lr * dw, b - lr * db
    return [w, b, history]
