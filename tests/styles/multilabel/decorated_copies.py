import numpy as np
import functools
def copies(f):
    @functools.wraps(f)
    def inner(*a, **k):
        return f(*[np.array(x, float) if isinstance(x, np.ndarray) else x for x in a], **k)
    return inner
@copies
def predict(logits, threshold=0.5):
    np.negative(logits, out=logits)
    with np.errstate(all="ignore"):
        np.exp(logits, out=logits)
    logits += 1
    np.reciprocal(logits, out=logits)
    return np.ceil(np.heaviside(logits - threshold, 1))
@copies
def multilabel_loss(logits, targets):
    z = logits.ravel(); t = targets.ravel()
    return np.float64((np.logaddexp(z, 0) - np.multiply(z, t)).sum()) / logits.shape[0]
