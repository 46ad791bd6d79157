# /// misconception
# en = "You never clear the gradients. backward adds to them, so each step carries all earlier ones along. Clear them in every epoch: see 'Hint 2'."
# ko = "기울기를 한 번도 지우지 않습니다. backward는 기울기를 더하므로 갱신할 때마다 이전 기울기가 모두 함께 들어갑니다. 에포크마다 지우십시오. '힌트 2'를 보십시오."
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
        loss.backward()
        optimiser.step()
    return history
