import torch
from torch import nn


class LinearRegressionModel(nn.Module):
    """y = w x + b"""

    def __init__(self):
        super().__init__()
        self.linear = nn.Linear(1, 1)

    def forward(self, x):
        out = self.linear(x)
        return out


class MultivariateLinearRegressionModel(nn.Module):
    """y = w1 x1 + w2 x2 + w3 x3 + b"""

    def __init__(self):
        super().__init__()
        self.linear = nn.Linear(3, 1)

    def forward(self, x):
        return self.linear.forward(x)


def train(model, x, y, lr, epochs):
    history = torch.zeros(epochs)
    x, y = x.clone(), y.clone()
    for p in model.parameters():
        p.grad = None
    for i in range(epochs):
        hypothesis = model(x)
        cost = torch.mean((hypothesis - y) ** 2)
        cost.backward()
        history[i] = cost.detach()
        with torch.no_grad():
            for p in model.parameters():
                p.add_(p.grad, alpha=-lr)
                p.grad.zero_()
        if i % 100 == 0:
            print(f"epoch {i}/{epochs} cost {cost.item():.6f}")
    return history.tolist()
