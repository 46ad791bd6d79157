import torch

CANARY = "canary-of-the-reference"


def scale(x, k=2.0):
    return (torch.as_tensor(x, dtype=torch.float64) * k).numpy()


def row_sums(x):
    return torch.as_tensor(x, dtype=torch.float64).sum(dim=1).numpy()
