# /// misconception
# en = "The gradients of earlier steps are still there: clear them before each backward pass."
# ko = "이전 단계의 기울기가 남아 있습니다. 역전파 전에 매번 지우십시오."
# ///
import torch
from torch import nn


def build():
    return nn.Sequential(nn.Linear(1, 1))


def fit(model, x, y, steps):
    optimizer = torch.optim.SGD(model.parameters(), lr=0.1)
    losses = []
    for _ in range(steps):
        loss = nn.functional.mse_loss(model(x), y)
        loss.backward()
        optimizer.step()
        losses.append(loss.item())
    return losses
