# /// misconception
# en = "You train with plain SGD. The exercise asks for Adam. See 'What to write'."
# ko = "SGD로 학습시키고 있습니다. 이 과제에서는 Adam을 써야 합니다. '작성할 내용'을 다시 보십시오."
# ///
import torch
from torch import nn
from torch.nn import functional


def build_model() -> nn.Module:
    return nn.Sequential(
        nn.Linear(784, 1024),
        nn.ReLU(),
        nn.Linear(1024, 512),
        nn.ReLU(),
        nn.Linear(512, 512),
        nn.ReLU(),
        nn.Linear(512, 10),
    )


def train(
    model: nn.Module,
    images: torch.Tensor,
    labels: torch.Tensor,
    epochs: int = 5,
    batch_size: int = 128,
    lr: float = 1e-4,
    seed: int = 0,
) -> dict:
    steps = torch.optim.SGD(model.parameters(), lr=lr)
    rows = images.flatten(1).float() / 255
    order = torch.Generator().manual_seed(seed)
    history: dict[str, list[float]] = {"loss": [], "accuracy": []}
    for _ in range(epochs):
        loss_sum, right = 0.0, 0
        for batch in torch.randperm(len(rows), generator=order).split(batch_size):
            logits = model(rows[batch])
            loss = functional.cross_entropy(logits, labels[batch])
            steps.zero_grad()
            loss.backward()
            steps.step()
            loss_sum += loss.item() * len(batch)
            right += int((logits.argmax(dim=1) == labels[batch]).sum())
        history["loss"].append(loss_sum / len(rows))
        history["accuracy"].append(right / len(rows))
    return history


def save(model: nn.Module, path: str) -> None:
    torch.save(model.state_dict(), path)


def load(path: str) -> nn.Module:
    model = build_model()
    model.load_state_dict(torch.load(path))
    return model
