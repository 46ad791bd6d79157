# /// misconception
# en = "You shuffle the pictures but not their labels, so each picture learns a stranger's label. Index both with the same order. See 'A worked example'."
# ko = "그림만 섞고 레이블은 섞지 않아 그림이 다른 그림의 레이블로 학습합니다. 같은 순서로 둘 다 꺼내십시오. '풀이 예제'를 다시 보십시오."
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
        total, start = 0.0, 0
        for batch in torch.randperm(len(rows), generator=order).split(batch_size):
            loss = functional.cross_entropy(model(rows[batch]), labels[start : start + len(batch)])
            start += len(batch)
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
