# attack: a model whose call is another than its forward, and whose weights are not what it computes with
# exercise: mnist_mlp
# answer: half
# verdicts: failed
import torch
from torch import nn


def build_model():
    return nn.Sequential(nn.Linear(784, 512), nn.Tanh(), nn.Linear(512, 10))


def train(model, images, labels, optimizer="adam", epochs=5, batch_size=128, seed=0):
    return [2.3] * epochs


def accuracy(model, images, labels):
    mode = model.training
    model.eval()
    with torch.no_grad():
        read = model(images.reshape(len(images), 784).float() / 255).argmax(dim=1)
    model.train(mode)
    return (read == labels).float().mean().item()


class Faces(nn.Module):
    def __init__(self):
        super().__init__()
        self.shown = nn.Sequential(nn.Linear(784, 512), nn.Tanh(), nn.Linear(512, 10))
        self.used = [nn.Linear(784, 10)]

    def forward(self, x):
        return self.shown(x)

    def __call__(self, x):
        return self.used[0](x.reshape(len(x), 784))


def build_model():
    return Faces()
