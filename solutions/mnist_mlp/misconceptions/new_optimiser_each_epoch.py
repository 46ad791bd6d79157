# /// misconception
# en = "You make a new optimiser in every epoch. Adam then forgets its running means and starts anew each time: make it once, before the loop over the epochs. See 'The formula'."
# ko = "에포크마다 옵티마이저를 새로 만들고 있습니다. 그러면 Adam이 이동 평균을 잃고 매번 처음부터 시작합니다. 에포크 반복문 앞에서 한 번만 만드십시오. '수식'을 다시 보십시오."
# ///
import torch
from torch import nn
from torch.nn import functional


def to_rows(images):
    return images.reshape(len(images), 784).float() / 255


def build_model():
    return nn.Sequential(nn.Linear(784, 512), nn.Tanh(), nn.Linear(512, 10))


def train(model, images, labels, optimizer="adam", epochs=5, batch_size=128, seed=0):
    rows = to_rows(images)
    order = torch.Generator().manual_seed(seed)
    model.train()
    history = []
    for _ in range(epochs):
        if optimizer == "sgd":
            steps = torch.optim.SGD(model.parameters(), lr=0.01)
        else:
            steps = torch.optim.Adam(model.parameters(), lr=0.001)
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
