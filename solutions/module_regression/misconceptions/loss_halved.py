# /// misconception
# en = "Your loss has a factor 1/2, which halves every step, too."
# ko = "손실에 1/2이 곱해져 있어서 걸음도 모두 절반이 됩니다."
# ///
import torch
from torch import nn
from torch.nn import functional


class LinearRegressionModel(nn.Module):
    def __init__(self):
        super().__init__()
        self.linear = nn.Linear(1, 1)

    def forward(self, x):
        return self.linear(x)


class MultivariateLinearRegressionModel(nn.Module):
    def __init__(self):
        super().__init__()
        self.linear = nn.Linear(3, 1)

    def forward(self, x):
        return self.linear(x)


def train(model, x, y, lr, epochs):
    optimiser = torch.optim.SGD(model.parameters(), lr=lr)
    history = []
    for _ in range(epochs):
        loss = 0.5 * functional.mse_loss(model(x), y)
        history.append(loss.item())
        optimiser.zero_grad()
        loss.backward()
        optimiser.step()
    return history
