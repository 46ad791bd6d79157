# attack: fills its memory with tensors while it is imported
# exercise: mnist_mlp
# answer: wrong
# verdicts: memory
import torch
from torch import nn

kept = []
while len(kept) < 16:
    kept.append(torch.empty(1 << 26))


def build_model():
    return nn.Linear(784, 10)


def train(model, images, labels, optimizer="adam", epochs=5, batch_size=128, seed=0):
    return [0.0] * epochs


def accuracy(model, images, labels):
    return 0.5
