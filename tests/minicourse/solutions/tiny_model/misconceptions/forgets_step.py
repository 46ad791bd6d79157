# /// misconception
# en = "The weights never change: call step() after backward()."
# ko = "가중치가 바뀌지 않습니다. backward() 다음에 step()을 호출하십시오."
# ///
from torch import nn


def build():
    return nn.Sequential(nn.Linear(1, 1))


def fit(model, x, y, steps):
    losses = []
    for _ in range(steps):
        losses.append(nn.functional.mse_loss(model(x), y).item())
    return losses
