"""A subclass of nn.Module, a DataLoader with a generator, mean of batch losses, accuracy at the epoch's end; talks at import."""

import torch
import torch.nn.functional as F
from torch import nn
from torch.utils.data import DataLoader, TensorDataset

print("torch", torch.__version__)


class DeepNet(nn.Module):
    def __init__(self):
        super().__init__()
        self.fc1 = nn.Linear(28 * 28, 1024)
        self.fc2 = nn.Linear(1024, 512)
        self.fc3 = nn.Linear(512, 512)
        self.out = nn.Linear(512, 10)

    def forward(self, x):
        for layer in (self.fc1, self.fc2, self.fc3):
            x = F.relu(layer(x))
        return self.out(x)


def build_model():
    return DeepNet()


def train(model, images, labels, epochs=5, batch_size=128, lr=1e-4, seed=0):
    torch.manual_seed(seed)
    x = images.reshape(-1, 784).to(torch.float32) / 255.0
    loader = DataLoader(TensorDataset(x, labels), batch_size=batch_size, shuffle=True)
    optimizer = torch.optim.Adam(model.parameters(), lr=lr)
    criterion = nn.CrossEntropyLoss()
    losses, accuracies = [], []
    for epoch in range(epochs):
        model.train()
        running = []
        for xb, yb in loader:
            optimizer.zero_grad()
            loss = criterion(model(xb), yb)
            loss.backward()
            optimizer.step()
            running.append(loss.item())
        model.eval()
        with torch.no_grad():
            accuracies.append((model(x).argmax(1) == labels).float().mean().item())
        losses.append(sum(running) / len(running))
        print(f"epoch {epoch}: {losses[-1]:.4f} {accuracies[-1]:.3f}")
    return {"loss": losses, "accuracy": accuracies}


def save(model, path):
    torch.save({"state": model.state_dict(), "version": 1}, path)


def load(path):
    model = build_model()
    model.load_state_dict(torch.load(path, map_location="cpu")["state"])
    model.eval()
    return model
