import torch
import torch.nn.functional as F
from torch.utils.data import DataLoader, TensorDataset

print("torch", torch.__version__)


class LinearRegressionModel(torch.nn.Module):
    def __init__(self, inputs=1):
        super().__init__()
        self.linear = torch.nn.Linear(inputs, 1)
        torch.nn.init.normal_(self.linear.weight)

    def forward(self, x):
        return self.linear(x)


class MultivariateLinearRegressionModel(LinearRegressionModel):
    def __init__(self):
        super().__init__(inputs=3)


def train(model, x, y, lr, epochs):
    torch.manual_seed(1)
    loader = DataLoader(TensorDataset(x, y), batch_size=len(x), shuffle=True)
    sgd = torch.optim.SGD(model.parameters(), lr)
    losses = []
    for _ in range(epochs):
        for a, b in loader:
            cost = F.mse_loss(model(a), b)
            sgd.zero_grad()
            cost.backward()
            sgd.step()
            losses.append(cost.item())
    model.eval()
    return losses
