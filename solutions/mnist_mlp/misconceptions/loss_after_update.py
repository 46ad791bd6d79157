# /// misconception
# en = "Your losses are measured after the update. Use the loss of the forward pass that the update is based on, so the first one shows the untrained network. See 'What to write'."
# ko = "갱신한 뒤에 손실을 재고 있습니다. 갱신의 바탕이 된 순전파의 손실을 써야 첫 값이 학습 전 신경망을 나타냅니다. '작성할 내용'을 다시 보십시오."
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
            with torch.no_grad():
                after = functional.cross_entropy(model(rows[batch]), labels[batch])
            total += after.item() * len(batch)
        history.append(total / len(rows))
    return history


def accuracy(model, images, labels):
    mode = model.training
    model.eval()
    with torch.no_grad():
        read = model(to_rows(images)).argmax(dim=1)
    model.train(mode)
    return (read == labels).sum().item() / len(labels)
