"""Reading digits with a 784-512-10 MLP. 784-512-10 MLP로 숫자 읽기."""

import torch
from torch import nn


def build_model() -> nn.Module:
    """A new network 784 -> 512 tanh -> 10 that takes (n, 784) float32 in [0, 1] and gives (n, 10) logits.

    (n, 784) 크기의 [0, 1] 범위 float32를 받아 (n, 10) 로짓을 내는 784 -> 512 tanh -> 10 신경망을 새로 만듭니다.
    """
    raise NotImplementedError("write build_model / build_model을 작성하십시오")


def train(
    model: nn.Module,
    images: torch.Tensor,
    labels: torch.Tensor,
    optimizer: str = "adam",
    epochs: int = 5,
    batch_size: int = 128,
    seed: int = 0,
) -> list[float]:
    """Train model from its present weights with "sgd" (lr 0.01) or "adam" (lr 0.001); return the mean loss of each epoch.

    모델의 현재 가중치에서 시작해 "sgd"(학습률 0.01) 또는 "adam"(학습률 0.001)으로 학습시키고 에포크마다 평균 손실을 담아 돌려줍니다.

    images: (n, 28, 28) uint8, labels: (n,) int64.
    """
    raise NotImplementedError("write train / train을 작성하십시오")


def accuracy(model: nn.Module, images: torch.Tensor, labels: torch.Tensor) -> float:
    """The share of pictures the model reads right, in [0, 1]; the model stays in the mode (train or eval) it was in.

    모델이 바르게 읽은 그림의 비율을 [0, 1] 범위로 돌려줍니다. 모델의 모드(train 또는 eval)는 호출 전과 같아야 합니다.
    """
    raise NotImplementedError("write accuracy / accuracy를 작성하십시오")
