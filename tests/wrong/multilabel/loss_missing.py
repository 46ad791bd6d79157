# wrong: multilabel_loss is missing
import numpy as np


def sigmoid(z):
    return 1 / (1 + np.exp(-z))


def predict(logits, threshold=0.5):
    return (sigmoid(logits) >= threshold).astype(int)

