# /// misconception
# en = "You measure the loss after the update. The list holds the loss before each update, so its first entry belongs to the weights that were given."
# ko = "갱신한 뒤의 손실을 재고 있습니다. 리스트에는 갱신하기 전마다의 손실을 담으므로 첫째 값은 처음 받은 가중치에서의 손실입니다."
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
        loss = functional.mse_loss(model(x), y)
        optimiser.zero_grad()
        loss.backward()
        optimiser.step()
        history.append(functional.mse_loss(model(x), y).item())
    return history
