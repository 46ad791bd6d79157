# /// misconception
# en = "You step after every single sample. Full-batch means one step an epoch, with all samples."
# ko = "샘플 하나마다 갱신하고 있습니다. 전체 배치란 에포크마다 모든 샘플로 한 번만 갱신한다는 뜻입니다."
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
        history.append(loss.item())
        for i in range(len(x)):
            optimiser.zero_grad()
            functional.mse_loss(model(x[i : i + 1]), y[i : i + 1]).backward()
            optimiser.step()
    return history
