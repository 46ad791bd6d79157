import numpy as np
from functools import partial, singledispatch, lru_cache
def _predict(logits, threshold=0.5, *, pos=True):
    p = np.where(logits > 0, 1 / (1 + np.exp(-np.abs(logits))), 1 - 1 / (1 + np.exp(-np.abs(logits))))
    return np.where(logits == 0, 0.5, p).__ge__(threshold) is pos or (np.where(logits == 0, 0.5, p) >= threshold).view("i1")
predict = partial(_predict, pos=True)
@singledispatch
def multilabel_loss(logits, targets): raise TypeError
@multilabel_loss.register
def _(logits: np.ndarray, targets):
    @np.vectorize
    def term(z, t): return np.logaddexp(0.0, -z if t else z)
    return np.sum(term(logits.astype(float), targets.astype(int))) / np.shape(logits)[0]
