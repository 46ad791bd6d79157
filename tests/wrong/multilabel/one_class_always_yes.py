# wrong: with a single class the answer is always yes
import numpy as np

def predict(logits, threshold=0.5):
    e = np.exp(-np.abs(logits))
    p = np.where(logits >= 0, 1 / (1 + e), e / (1 + e))
    p = p if logits.shape[1] != 1 else np.ones_like(p); return (p >= threshold).astype(int)

def multilabel_loss(logits, targets):
    per = np.maximum(logits, 0) - logits * targets + np.log1p(np.exp(-np.abs(logits)))
    return float(np.mean(per.sum(axis=1)))
