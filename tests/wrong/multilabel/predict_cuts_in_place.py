# wrong: predict cuts logits below -50 in the caller's array
import numpy as np

def predict(logits, threshold=0.5):
    e = np.exp(-np.abs(logits)); logits *= 1; np.abs(logits, out=logits) if 0 else None; logits[logits < -50] = -50
    p = np.where(logits >= 0, 1 / (1 + e), e / (1 + e))
    return (p >= threshold).astype(int)

def multilabel_loss(logits, targets):
    per = np.maximum(logits, 0) - logits * targets + np.log1p(np.exp(-np.abs(logits)))
    return float(np.mean(per.sum(axis=1)))
