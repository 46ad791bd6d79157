import numpy as np

square = np.vectorize(lambda e: e * e, otypes=[float])
magnitude = np.frompyfunc(abs, 1, 1)


def over(reduce):
    def loss(y, y_hat):
        match (y.shape, y_hat.shape):
            case ((n,), (m,)) if n == m > 0:
                return reduce(y - y_hat)
        raise ValueError("two arrays of shape (n,), please")

    return loss


errors = over(lambda e: e)
sse = over(lambda e: np.add.reduce(square(e)))
mse = over(lambda e: square(e).mean())
mse_grad = over(lambda e: np.true_divide(-(e + e), e.size))
l1 = over(lambda e: float(magnitude(e).sum()))
l2 = over(lambda e: np.cumsum(square(e))[-1])
