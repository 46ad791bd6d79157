# /// misconception
# en = "Your pictures are scaled to [-1, 1]. The model takes values in [0, 1], with 0 for black: divide by 255 and do nothing more. See 'The formula'."
# ko = "그림을 [-1, 1] 범위로 바꾸고 있습니다. 모델은 검은색이 0인 [0, 1] 범위의 값을 받으므로 255로 나누기만 하십시오. '수식'을 다시 보십시오."
# ///
import torch
from torch import nn
from torch.nn import functional


def to_rows(images):
    return images.reshape(len(images), 784).float() / 127.5 - 1


def build_model():
    return nn.Sequential(nn.Linear(784, 512), nn.Tanh(), nn.Linear(512, 10))


def train(model, images, labels, optimizer="adam", epochs=5, batch_size=128, seed=0):
    if optimizer == "sgd":
        steps = torch.optim.SGD(model.parameters(), lr=0.01)
    else:
        steps = torch.optim.Adam(model.parameters(), lr=0.001)
    rows = to_rows(images)
    order = torch.Generator().manual_seed(seed)
    model.train()
    history = []
    for _ in range(epochs):
        total = 0.0
        for batch in torch.randperm(len(rows), generator=order).split(batch_size):
            loss = functional.cross_entropy(model(rows[batch]), labels[batch])
            steps.zero_grad()
            loss.backward()
            steps.step()
            total += loss.item() * len(batch)
        history.append(total / len(rows))
    return history


def accuracy(model, images, labels):
    mode = model.training
    model.eval()
    with torch.no_grad():
        read = model(to_rows(images)).argmax(dim=1)
    model.train(mode)
    return (read == labels).sum().item() / len(labels)
