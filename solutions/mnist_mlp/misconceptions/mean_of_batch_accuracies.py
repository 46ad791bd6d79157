# /// misconception
# en = "Your accuracy is the mean of the accuracies of batches. The last batch is smaller, so its pictures count too much: add up the numbers read right and divide once. See 'The formula'."
# ko = "배치마다 구한 정확도를 다시 평균하고 있습니다. 마지막 배치는 작아서 그 그림들의 비중이 커집니다. 맞힌 수를 모두 더한 뒤 한 번만 나누십시오. '수식'을 다시 보십시오."
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
            total += loss.item() * len(batch)
        history.append(total / len(rows))
    return history


def accuracy(model, images, labels):
    mode = model.training
    model.eval()
    with torch.no_grad():
        shares = [(model(to_rows(some)).argmax(dim=1) == right).float().mean() for some, right in zip(images.split(128), labels.split(128))]
    model.train(mode)
    return torch.stack(shares).mean().item()
