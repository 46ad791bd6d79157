# /// misconception
# en = "You clear the gradients between backward and step, so the step finds none and nothing is learnt. Clear them before backward."
# ko = "backward와 step 사이에서 기울기를 지우고 있어서 갱신할 것이 없고 아무것도 학습되지 않습니다. backward 앞에서 지우십시오."
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
        optimiser.zero_grad()
        optimiser.step()
    return history
