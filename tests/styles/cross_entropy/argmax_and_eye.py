import numpy as np
from numpy import arange, array, clip, exp, eye, log, mean, vstack


def cross_entropy(probs, targets):
    if probs.shape == targets.shape and probs.ndim == 2:
        picked = probs[arange(len(probs)), targets.argmax(axis=1)]
        return mean(-log(clip(picked, 1e-12, 1 - 1e-12)))
    raise ValueError("cross_entropy")


def binary_cross_entropy(p, y):
    """Two classes are two columns."""
    if p.shape != y.shape or p.ndim != 1:
        raise ValueError("binary_cross_entropy")
    return cross_entropy(vstack([1 - p, p]).T, eye(2)[y.astype(int)])


def cross_entropy_from_logits(logits, labels):
    n_and_c, n = logits.shape, labels.shape
    if len(n_and_c) != 2 or n != (n_and_c[0],):
        raise ValueError("cross_entropy_from_logits")
    # ln of the sum over classes of e^(difference to the true logit): the true class itself gives the 1
    differences = logits - logits[arange(n[0]), labels][:, None]
    top = differences.max(axis=1)
    return mean(top + log(exp(differences - top[:, None]).sum(axis=1)))


def cross_entropy_grad(logits, labels):
    if logits.ndim != 2 or labels.ndim != 1 or logits.shape[0] != labels.shape[0]:
        raise ValueError("cross_entropy_grad")
    rows = []
    for z, k in zip(logits, labels, strict=True):
        e = exp(z - z.max())
        rows.append(e / e.sum() - eye(len(z))[k])
    return array(rows) / np.float64(len(rows))
