# /// misconception
# en = "You train with plain SGD. The exercise asks for Adam. See 'What to write'."
# ko = "SGD로 학습시키고 있습니다. 이 과제에서는 Adam을 써야 합니다. '작성할 내용'을 다시 보십시오."
# ///
import torch
from torch import nn
from torch.nn import functional

CLASSES = ("T-shirt/top", "Trouser", "Pullover", "Dress", "Coat", "Sandal", "Shirt", "Sneaker", "Bag", "Ankle boot")


def to_rows(images: torch.Tensor) -> torch.Tensor:
    """(n, 28, 28) uint8 → a new (n, 784) float32 in [0, 1]."""
    return images.flatten(1).float() / 255


def build_model(p: float = 0.5) -> nn.Module:
    return nn.Sequential(nn.Linear(784, 256), nn.ReLU(), nn.Dropout(p), nn.Linear(256, 10))


def predict_names(model: nn.Module, images: torch.Tensor) -> list[str]:
    mode = model.training
    model.eval()
    with torch.no_grad():
        read = model(to_rows(images)).argmax(dim=1)
    model.train(mode)
    return [CLASSES[label] for label in read.tolist()]


def train(
    model: nn.Module,
    images: torch.Tensor,
    labels: torch.Tensor,
    epochs: int = 5,
    batch_size: int = 128,
    seed: int = 0,
) -> list[float]:
    torch.manual_seed(seed)  # for the order and for dropout
    steps = torch.optim.SGD(model.parameters(), lr=0.001)
    rows = to_rows(images)
    model.train()
    history = []
    for _ in range(epochs):
        total = 0.0
        for batch in torch.randperm(len(rows)).split(batch_size):
            loss = functional.cross_entropy(model(rows[batch]), labels[batch])
            steps.zero_grad()
            loss.backward()
            steps.step()
            total += loss.item() * len(batch)
        history.append(total / len(rows))
    return history
