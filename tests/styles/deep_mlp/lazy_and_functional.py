"""Lazy layers in a list, torch.func for the gradients, an extra buffer, raw bytes in the file."""

import torch
from torch import nn
from torch.func import functional_call, grad


class Deep(nn.Module):
    def __init__(self):
        super().__init__()
        self.layers = nn.ModuleList(nn.LazyLinear(width) for width in (1024, 512, 512, 10))
        self.register_buffer("pictures_seen", torch.zeros(1, dtype=torch.int64))

    def forward(self, x):
        for layer in self.layers[:-1]:
            x = torch.maximum(layer(x), torch.zeros(()))
        return self.layers[-1](x)


def build_model():
    return Deep()


def prepared(images):
    return images.reshape(len(images), -1).type(torch.float32).div_(255)


def train(model, images, labels, epochs=5, batch_size=128, lr=1e-4, seed=0):
    x = prepared(images)
    with torch.no_grad():
        model(x[:1])
    optimizer = torch.optim.Adam(model.parameters(), lr=lr, foreach=True)

    def cost(values, inputs, targets):
        logits = functional_call(model, values, (inputs,))
        return nn.functional.cross_entropy(logits, targets), logits

    history = {"loss": [], "accuracy": []}
    generator = torch.Generator().manual_seed(seed + 1)
    for _ in range(epochs):
        total, hits = 0.0, 0
        for at in torch.randperm(len(x), generator=generator).split(batch_size):
            values = {name: value.detach() for name, value in model.named_parameters()}
            loss, logits = cost(values, x[at], labels[at])
            gradients = grad(lambda v: cost(v, x[at], labels[at])[0])(values)
            for name, parameter in model.named_parameters():
                parameter.grad = gradients[name]
            optimizer.step()
            model.pictures_seen += len(at)
            total += loss.item() * len(at)
            hits += (logits.argmax(1) == labels[at]).sum().item()
        history["loss"].append(total / len(x))
        history["accuracy"].append(hits / len(x))
    return history


def save(model, path):
    with torch.no_grad():
        model(torch.zeros(1, 784))
    flat = nn.utils.parameters_to_vector(model.parameters()).detach().cpu()
    flat.numpy().tofile(path)


def load(path):
    model = build_model()
    with torch.no_grad():
        model(torch.zeros(1, 784))
        flat = torch.from_file(path, size=1_596_426, dtype=torch.float32).clone()
        nn.utils.vector_to_parameters(flat, model.parameters())
    return model
