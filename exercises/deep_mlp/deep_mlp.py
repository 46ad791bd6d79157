"""A deep MLP, trained and saved. 깊은 MLP를 학습시키고 저장하기."""

import torch
from torch import nn


def build_model() -> nn.Module:
    """A new network 784 -> 1024 -> 512 -> 512 -> 10 with ReLU that takes (n, 784) float32 in [0, 1] and gives (n, 10) logits.

    (n, 784) 크기의 [0, 1] 범위 float32를 받아 (n, 10) 로짓을 내는, ReLU를 쓰는 784 -> 1024 -> 512 -> 512 -> 10 신경망을 새로 만듭니다.
    """
    raise NotImplementedError("write build_model / build_model을 작성하십시오")


def train(
    model: nn.Module,
    images: torch.Tensor,
    labels: torch.Tensor,
    epochs: int = 5,
    batch_size: int = 128,
    lr: float = 1e-4,
    seed: int = 0,
) -> dict:
    """Train model with Adam from its present weights; return {"loss": [...], "accuracy": [...]}, one value for each epoch.

    모델의 현재 가중치에서 시작해 Adam으로 학습시키고, 에포크마다 값이 하나씩 담긴 {"loss": [...], "accuracy": [...]}를 돌려줍니다.

    images: (n, 28, 28) uint8, labels: (n,) int64.
    """
    raise NotImplementedError("write train / train을 작성하십시오")


def save(model: nn.Module, path: str) -> None:
    """Write the model to the file at path, and to no other name.

    모델을 정확히 path라는 파일에 저장합니다.
    """
    raise NotImplementedError("write save / save를 작성하십시오")


def load(path: str) -> nn.Module:
    """A new model with what save wrote to path.

    save가 path에 저장한 내용으로 새 모델을 만들어 돌려줍니다.
    """
    raise NotImplementedError("write load / load를 작성하십시오")
