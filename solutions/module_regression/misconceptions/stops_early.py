# /// misconception
# en = "You stop as soon as the loss hardly falls. All epochs are run here."
# ko = "손실이 거의 줄지 않으면 멈추고 있습니다. 여기서는 정해진 에포크를 모두 실행합니다."
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
        if len(history) > 1 and history[-2] - history[-1] < 1e-3:
            break
        optimiser.zero_grad()
        loss.backward()
        optimiser.step()
    return history
