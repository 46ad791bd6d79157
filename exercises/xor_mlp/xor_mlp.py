"""Training XOR. XOR 학습시키기."""

import torch
from torch import nn


def build_single() -> nn.Module:
    """A new single layer that takes (n, 2) float32 and gives a probability (n, 1); it cannot learn XOR.

    (n, 2) float32를 받아 (n, 1) 확률을 내는 단층 신경망을 새로 만듭니다. 이 신경망은 XOR를 배우지 못합니다.
    """
    raise NotImplementedError("write build_single / build_single을 작성하십시오")


def build_mlp() -> nn.Module:
    """A new network with a hidden layer and a non-linearity that takes (n, 2) float32 and gives a probability (n, 1).

    (n, 2) float32를 받아 (n, 1) 확률을 내는, 은닉층과 비선형 함수가 있는 신경망을 새로 만듭니다.
    """
    raise NotImplementedError("write build_mlp / build_mlp를 작성하십시오")


def train(model: nn.Module, x: torch.Tensor, y: torch.Tensor, lr: float, epochs: int) -> list[float]:
    """Train model from its present weights on all samples at once; return the binary cross-entropy before each update.

    모델의 현재 가중치에서 시작해 모든 표본을 한꺼번에 써서 학습시키고, 갱신하기 전의 이진 교차 엔트로피를 에포크마다 담아 돌려줍니다.

    x: (n, 2) float32, y: (n, 1) float32 of 0 and 1.
    """
    raise NotImplementedError("write train / train을 작성하십시오")
