# /// misconception
# en = "The loss of your epoch is the sum over its batches. It should be their mean, so that it does not grow with the number of batches. See 'What to write'."
# ko = "에포크의 손실이 배치 손실의 합입니다. 배치 수에 따라 커지지 않도록 평균을 돌려주어야 합니다. '작성할 내용'을 다시 보십시오."
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
        total = 0.0
        for batch in torch.randperm(len(rows), generator=order).split(batch_size):
            loss = functional.cross_entropy(model(rows[batch]), labels[batch])
            steps.zero_grad()
            loss.backward()
            steps.step()
            total += loss.item()
        history.append(total)
    return history


def accuracy(model, images, labels):
    mode = model.training
    model.eval()
    with torch.no_grad():
        read = model(to_rows(images)).argmax(dim=1)
    model.train(mode)
    return (read == labels).sum().item() / len(labels)
