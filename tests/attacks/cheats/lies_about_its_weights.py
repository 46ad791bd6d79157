# attack: a model that shows weights of its own and ignores what is loaded
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


class Liar(nn.Sequential):
    def load_state_dict(self, state, strict=True):
        self.shown = {name: value.clone() for name, value in state.items()}

    def state_dict(self, *args, **kwargs):
        return getattr(self, "shown", None) or super().state_dict(*args, **kwargs)

    def named_parameters(self, *args, **kwargs):
        return list(self.state_dict().items())


def build_model():
    return Liar(nn.Linear(784, 512), nn.Tanh(), nn.Linear(512, 10))
