"""Functional dropout with the training flag; CLASSES as a list; a float64 copy is trained and its weights written back."""

import copy

import numpy as np
import torch
from torch import nn

CLASSES = ["T-shirt/top", "Trouser", "Pullover", "Dress", "Coat"] + ["Sandal", "Shirt", "Sneaker", "Bag", "Ankle boot"]


class Reader(nn.Module):
    def __init__(self, share):
        super().__init__()
        self.share = float(share)
        self.out = nn.Linear(256, 10)
        self.hidden = nn.Linear(784, 256)
        nn.init.kaiming_normal_(self.hidden.weight)

    def forward(self, x):
        return self.out(nn.functional.dropout(torch.relu(self.hidden(x)), self.share, training=self.training))


def build_model(p=0.5):
    return Reader(p)


def predict_names(model, images):
    mode = model.training
    model.train(False)
    scores = model(torch.from_numpy(images.numpy().reshape(len(images), 784).astype(np.float32) / 255)).detach().numpy()
    model.train(mode)
    return [CLASSES[k] for k in np.argmax(scores, axis=1)]


def train(model, images, labels, epochs=5, batch_size=128, seed=0):
    torch.manual_seed(seed)
    twin = copy.deepcopy(model).double()
    twin.train()
    opt = torch.optim.Adam(twin.parameters(), 1e-3)
    x = images.double().flatten(1) / 255
    rng = np.random.default_rng(seed)
    history = []
    for _ in range(epochs):
        order = rng.permutation(len(x))
        total = 0.0
        for at in np.split(order, range(batch_size, len(order), batch_size)):
            loss = nn.functional.cross_entropy(twin(x[at]), labels[at])
            opt.zero_grad()
            loss.backward()
            opt.step()
            total += float(loss.detach()) * len(at)
        history.append(total / len(x))
    model.load_state_dict(twin.state_dict())
    return history
