# /// misconception
# en = "Predictions and targets differ in shape: one is (n, 1), the other (n,). The loss then pairs every prediction with every target, and PyTorch warns of it. Give both the same shape."
# ko = "예측값과 타깃의 모양이 다릅니다. 하나는 (n, 1), 다른 하나는 (n,)입니다. 그러면 모든 예측값이 모든 타깃과 짝지어지며 PyTorch도 이를 경고합니다. 모양을 같게 맞추십시오."
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
        loss = functional.mse_loss(model(x), y.squeeze(1))
        history.append(loss.item())
        optimiser.zero_grad()
        loss.backward()
        optimiser.step()
    return history
