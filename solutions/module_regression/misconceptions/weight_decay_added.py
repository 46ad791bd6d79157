# /// misconception
# en = "Your SGD has weight decay, which pulls the weights towards 0 even where the model fits. Plain SGD has none."
# ko = "SGD에 가중치 감쇠를 쓰고 있어서 모델이 데이터에 맞아도 가중치가 0 쪽으로 끌려갑니다. 기본 SGD에는 가중치 감쇠가 없습니다."
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
    optimiser = torch.optim.SGD(model.parameters(), lr=lr, weight_decay=1e-2)
    history = []
    for _ in range(epochs):
        loss = functional.mse_loss(model(x), y)
        history.append(loss.item())
        optimiser.zero_grad()
        loss.backward()
        optimiser.step()
    return history
