# /// misconception
# en = "Your model has no parameters, so there is nothing to train: its layer is made in forward, or kept where PyTorch does not look for it, in a list for example. Assign it to an attribute in __init__."
# ko = "모델에 파라미터가 없어서 학습시킬 것이 없습니다. 층을 forward에서 만들었거나 리스트처럼 PyTorch가 찾지 않는 곳에 두었기 때문입니다. __init__에서 속성에 대입하십시오."
# ///
import torch
from torch import nn
from torch.nn import functional


class LinearRegressionModel(nn.Module):
    def forward(self, x):
        linear = nn.Linear(1, 1)
        return linear(x)


class MultivariateLinearRegressionModel(nn.Module):
    def forward(self, x):
        linear = nn.Linear(3, 1)
        return linear(x)


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
