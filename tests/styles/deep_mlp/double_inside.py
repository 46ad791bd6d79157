"""Trains a float64 copy and writes its weights back; accuracies as the mean over batches; a pickle of NumPy arrays."""

import copy
import pickle
import random

import torch
from torch import nn


class Block(nn.Sequential):
    def __init__(self, a, b):
        super().__init__(nn.Linear(a, b), nn.ReLU())


def build_model():
    net = nn.Sequential(Block(784, 1024), Block(1024, 512), Block(512, 512), nn.Linear(512, 10))
    for layer in net.modules():
        if isinstance(layer, nn.Linear):
            nn.init.kaiming_uniform_(layer.weight, nonlinearity="relu")
            nn.init.zeros_(layer.bias)
    return net


def train(model, images, labels, epochs=5, batch_size=128, lr=1e-4, seed=0):
    twin = copy.deepcopy(model).double()
    opt = torch.optim.Adam(twin.parameters(), lr)
    x = images.double().flatten(1) / 255
    draw = random.Random(seed)
    losses, accuracies = [], []
    for _ in range(epochs):
        order = list(range(len(x)))
        draw.shuffle(order)
        ls, hits = [], []
        for start in range(0, len(order), batch_size):
            at = order[start : start + batch_size]
            logits = twin(x[at])
            loss = nn.functional.cross_entropy(logits, labels[at])
            opt.zero_grad()
            loss.backward()
            opt.step()
            ls.append(float(loss))
            hits += (logits.argmax(1) == labels[at]).tolist()
        losses.append(sum(ls) / len(ls))
        accuracies.append(sum(hits) / len(hits))
    model.load_state_dict(twin.state_dict())
    return dict(loss=losses, accuracy=accuracies)


def save(model, path):
    with open(path, "wb") as file:
        pickle.dump([value.detach().numpy() for value in model.state_dict().values()], file)


def load(path):
    with open(path, "rb") as file:
        arrays = pickle.load(file)
    model = build_model()
    model.load_state_dict(dict(zip(model.state_dict(), map(torch.from_numpy, arrays))))
    return model
