# /// misconception
# en = "All your models of a class share one layer, made outside of __init__: training one trains the others. Each model makes its own."
# ko = "같은 클래스의 모델이 모두 __init__ 밖에서 만든 층 하나를 함께 씁니다. 하나를 학습시키면 다른 것도 바뀝니다. 모델마다 자신의 층을 만드십시오."
# ///
import torch
from torch import nn
from torch.nn import functional


class LinearRegressionModel(nn.Module):
    shared = nn.Linear(1, 1)

    def __init__(self):
        super().__init__()
        self.linear = self.shared

    def forward(self, x):
        return self.linear(x)


class MultivariateLinearRegressionModel(nn.Module):
    shared = nn.Linear(3, 1)

    def __init__(self):
        super().__init__()
        self.linear = self.shared

    def forward(self, x):
        return self.linear(x)


def train(model, x, y, lr, epochs):
    optimiser = torch.optim.SGD(model.parameters(), lr=lr)
    history = []
    for _ in range(epochs):
        loss = functional.mse_loss(model(x), y)
        history.append(loss.item())
        optimiser.zero_grad()
        loss.backward()
        optimiser.step()
    return history
