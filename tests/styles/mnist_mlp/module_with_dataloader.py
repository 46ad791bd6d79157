"""A subclass of nn.Module, a DataLoader with a generator of its own, losses averaged over batches; talks at import."""

import torch
import torch.nn.functional as F
from torch import nn, optim
from torch.utils.data import DataLoader, TensorDataset

print("device:", "cuda" if torch.cuda.is_available() else "cpu")


class DigitNet(nn.Module):
    def __init__(self):
        super().__init__()
        self.fc1 = nn.Linear(28 * 28, 512)
        self.fc2 = nn.Linear(512, 10)

    def forward(self, x):
        x = x.view(x.size(0), -1)
        x = torch.tanh(self.fc1(x))
        return self.fc2(x)


def build_model():
    return DigitNet()


def train(model, images, labels, optimizer="adam", epochs=5, batch_size=128, seed=0):
    g = torch.Generator()
    g.manual_seed(seed)
    device = next(model.parameters()).device
    x = (images.to(torch.float32) / 255.0).flatten(1)
    loader = DataLoader(TensorDataset(x, labels), batch_size=batch_size, shuffle=True, generator=g)
    opts = {"sgd": lambda p: optim.SGD(p, lr=1e-2), "adam": lambda p: optim.Adam(p, lr=1e-3)}
    opt = opts[optimizer.lower()](model.parameters())
    criterion = nn.CrossEntropyLoss()
    model.train()
    epoch_losses = []
    for epoch in range(epochs):
        running = []
        for xb, yb in loader:
            xb, yb = xb.to(device), yb.to(device)
            opt.zero_grad()
            loss = criterion(model(xb), yb)
            loss.backward()
            opt.step()
            running.append(loss.item())
        epoch_losses.append(sum(running) / len(running))
        print(f"epoch {epoch + 1}: {epoch_losses[-1]:.4f}")
    return epoch_losses


@torch.no_grad()
def accuracy(model, images, labels):
    was_training = model.training
    model.eval()
    correct = 0
    for start in range(0, len(images), 100):
        batch = images[start : start + 100].to(torch.float32).flatten(1) / 255.0
        correct += int(F.softmax(model(batch), dim=1).argmax(1).eq(labels[start : start + 100]).sum())
    model.train(was_training)
    return correct / len(images)
