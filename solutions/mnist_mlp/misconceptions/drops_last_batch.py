# /// misconception
# en = "Your epochs leave out the last batch when it is not full. It is smaller, but it is a batch: no picture is left out of an epoch. See 'A worked example'."
# ko = "마지막 배치가 꽉 차지 않으면 버리고 있습니다. 크기가 작아도 배치이며, 한 에포크에는 모든 그림이 쓰여야 합니다. '풀이 예제'를 다시 보십시오."
# ///
import torch
from torch import nn
from torch.nn import functional


def to_rows(images):
    return images.reshape(len(images), 784).float() / 255


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
        total, used = 0.0, 0
        for batch in torch.randperm(len(rows), generator=order).split(batch_size):
            if len(batch) < batch_size and used:
                break
            loss = functional.cross_entropy(model(rows[batch]), labels[batch])
            steps.zero_grad()
            loss.backward()
            steps.step()
            total += loss.item() * len(batch)
            used += len(batch)
        history.append(total / used)
    return history


def accuracy(model, images, labels):
    mode = model.training
    model.eval()
    with torch.no_grad():
        read = model(to_rows(images)).argmax(dim=1)
    model.train(mode)
    return (read == labels).sum().item() / len(labels)
