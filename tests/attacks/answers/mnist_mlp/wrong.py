"""A model of another kind, no training, and an accuracy that knows no pictures."""

from torch import nn


def build_model():
    return nn.Linear(784, 10)


def train(model, images, labels, optimizer="adam", epochs=5, batch_size=128, seed=0):
    return [0.0] * epochs


def accuracy(model, images, labels):
    return 0.5
