"""Fashion-MNIST with dropout. 드롭아웃으로 배우는 Fashion-MNIST."""

import torch
from torch import nn

# The names of the ten classes in the order of their labels, 0 to 9. 레이블 0부터 9까지의 순서로 적은 클래스 이름.
CLASSES: tuple[str, ...] = ()


def build_model(p: float = 0.5) -> nn.Module:
    """A new network 784 -> 256 ReLU -> 10 with dropout of share p before the output; (n, 784) float32 in [0, 1] to (n, 10) logits.

    (n, 784) 크기의 [0, 1] 범위 float32를 받아 (n, 10) 로짓을 내는 784 -> 256 ReLU -> 10 신경망을 새로 만듭니다. 출력층 앞에 비율 p의
    드롭아웃이 있습니다.
    """
    raise NotImplementedError("write build_model / build_model을 작성하십시오")


def predict_names(model: nn.Module, images: torch.Tensor) -> list[str]:
    """The name of the class that the model sees in each of images (n, 28, 28) uint8, without dropout; the mode is restored.

    (n, 28, 28) uint8인 images의 그림마다 모델이 알아본 클래스의 이름을 드롭아웃 없이 구합니다. 모델의 모드는 되돌려 놓습니다.
    """
    raise NotImplementedError("write predict_names / predict_names를 작성하십시오")


def train(
    model: nn.Module,
    images: torch.Tensor,
    labels: torch.Tensor,
    epochs: int = 5,
    batch_size: int = 128,
    seed: int = 0,
) -> list[float]:
    """Train model in training mode with Adam (learning rate 0.001) from its present weights; return the mean loss of each epoch.

    모델의 현재 가중치에서 시작해 훈련 모드에서 Adam(학습률 0.001)으로 학습시키고 에포크마다 평균 손실을 담아 돌려줍니다.

    images: (n, 28, 28) uint8, labels: (n,) int64.
    """
    raise NotImplementedError("write train / train을 작성하십시오")
