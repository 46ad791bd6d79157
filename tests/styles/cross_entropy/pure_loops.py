import math


def cross_entropy(probs, targets):
    if probs.shape != targets.shape:
        raise ValueError("shapes differ")
    total = 0.0
    for row, wanted in zip(probs.tolist(), targets.tolist(), strict=True):
        for p, t in zip(row, wanted, strict=True):
            if t:
                total += -math.log(p) if p > 0 else 1000.0
    return total / len(probs)


def binary_cross_entropy(p, y):
    if p.shape != y.shape:
        raise ValueError("shapes differ")
    losses = []
    for probability, label in zip(p.tolist(), y.tolist(), strict=True):
        right = probability if label == 1 else 1 - probability
        losses.append(-math.log(max(right, 1e-300)))
    return math.fsum(losses) / len(losses)


def _rows(logits, labels):
    if logits.ndim != 2 or labels.ndim != 1 or len(logits) != len(labels):
        raise ValueError("logits (n, c) and labels (n,) expected")
    return zip(logits.tolist(), labels.tolist(), strict=True)


def cross_entropy_from_logits(logits, labels):
    losses = []
    for row, label in _rows(logits, labels):
        top = max(row)
        losses.append(top + math.log(sum(math.exp(z - top) for z in row)) - row[label])
    return math.fsum(losses) / len(losses)


def cross_entropy_grad(logits, labels):
    n = len(labels)
    grad = []
    for row, label in _rows(logits, labels):
        top = max(row)
        e = [math.exp(z - top) for z in row]
        total = sum(e)
        grad.append([(v / total - (k == label)) / n for k, v in enumerate(e)])
    return grad
