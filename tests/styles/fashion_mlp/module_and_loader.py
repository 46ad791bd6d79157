"""A module class with dropout as a layer, a DataLoader, mean of batch losses, names in a loop over batches; talks at import."""

import torch
import torch.nn.functional as F
from torch import nn
from torch.utils.data import DataLoader, TensorDataset

CLASSES = (
    "T-shirt/top",
    "Trouser",
    "Pullover",
    "Dress",
    "Coat",
    "Sandal",
    "Shirt",
    "Sneaker",
    "Bag",
    "Ankle boot",
)
print(len(CLASSES), "classes")


class FashionNet(nn.Module):
    def __init__(self, p):
        super().__init__()
        self.fc1 = nn.Linear(28 * 28, 256)
        self.dropout = nn.Dropout(p=p)
        self.fc2 = nn.Linear(256, 10)

    def forward(self, x):
        x = x.view(x.size(0), 784)
        return self.fc2(self.dropout(F.relu(self.fc1(x))))


def build_model(p=0.5):
    return FashionNet(p)


@torch.no_grad()
def predict_names(model, images):
    was_training = model.training
    model.eval()
    names = []
    for start in range(0, len(images), 50):
        x = images[start : start + 50].to(torch.float32).flatten(1) / 255.0
        names.extend(CLASSES[int(i)] for i in model(x).softmax(1).argmax(1))
    model.train(was_training)
    return names


def train(model, images, labels, epochs=5, batch_size=128, seed=0):
    torch.manual_seed(seed)
    loader = DataLoader(TensorDataset((images / 255).flatten(1), labels), batch_size=batch_size, shuffle=True)
    optimizer = torch.optim.Adam(model.parameters(), lr=1e-3)
    criterion = nn.CrossEntropyLoss()
    model.train()
    losses = []
    for epoch in range(epochs):
        running = []
        for xb, yb in loader:
            optimizer.zero_grad()
            loss = criterion(model(xb), yb)
            loss.backward()
            optimizer.step()
            running.append(loss.item())
        losses.append(sum(running) / len(running))
    return losses
