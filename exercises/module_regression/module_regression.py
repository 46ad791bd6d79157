"""Linear regression with nn.Module. nn.Module로 하는 선형 회귀."""

import torch
from torch import nn


class LinearRegressionModel(nn.Module):
    """One feature: self.linear is an nn.Linear(1, 1), and the model gives (n, 1) for (n, 1).

    특성이 하나인 모델입니다. self.linear는 nn.Linear(1, 1)이며, (n, 1)을 받아 (n, 1)을 냅니다.
    """

    def __init__(self) -> None:
        raise NotImplementedError("write LinearRegressionModel / LinearRegressionModel을 작성하십시오")


class MultivariateLinearRegressionModel(nn.Module):
    """Three features: self.linear is an nn.Linear(3, 1), and the model gives (n, 1) for (n, 3).

    특성이 세 개인 모델입니다. self.linear는 nn.Linear(3, 1)이며, (n, 3)을 받아 (n, 1)을 냅니다.
    """

    def __init__(self) -> None:
        raise NotImplementedError("write MultivariateLinearRegressionModel / MultivariateLinearRegressionModel을 작성하십시오")


def train(model: nn.Module, x: torch.Tensor, y: torch.Tensor, lr: float, epochs: int) -> list[float]:
    """Full-batch SGD on the mean squared error, from the model's present weights; returns the loss before each update.

    모델의 현재 가중치에서 시작해 전체 배치 SGD로 평균 제곱 오차를 줄입니다. 갱신하기 전마다의 손실을 담은 리스트를 반환합니다.

    x: (n, d) float32, y: (n, 1) float32.
    """
    raise NotImplementedError("write train / train을 작성하십시오")
