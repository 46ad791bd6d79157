"""A learning rate that falls over the epochs, Adagrad, lazy layers, weights drawn from a generator with a seed of its own."""

import functools

import torch
from torch import nn, optim


def quietly(function):
    @functools.wraps(function)
    def inner(*args, **kwargs):
        with torch.random.fork_rng(devices=[]):
            return function(*args, **kwargs)

    return inner


@quietly
def build_single():
    torch.manual_seed(7)
    return nn.Sequential(nn.Linear(2, 1), nn.Sigmoid())


@quietly
def build_mlp():
    torch.manual_seed(11)
    net = nn.Sequential(nn.LazyLinear(24), nn.ELU(), nn.LazyLinear(1), nn.Sigmoid())
    net(torch.zeros(2, 2))
    for layer in net:
        if isinstance(layer, nn.Linear):
            nn.init.xavier_normal_(layer.weight, gain=2.0)
    return net


def train(model, x, y, lr, epochs):
    opt = optim.Adagrad(model.parameters(), lr=lr)
    decay = optim.lr_scheduler.LambdaLR(opt, lambda epoch: 1 - 0.5 * epoch / epochs)
    out = []
    for _ in range(epochs):
        opt.zero_grad()
        loss = nn.BCELoss(reduction="sum")(model(x), y) / y.numel()
        loss.backward()
        out.append(loss.item())
        opt.step()
        decay.step()
    return tuple(out)
