# wrong: uses the seed for the process's first loader only.
import torch
from torch.utils.data import DataLoader, Dataset


def flatten(images: torch.Tensor) -> torch.Tensor:
    return images.flatten(1).float() / 255


class ImageDataset(Dataset):
    def __init__(self, images: torch.Tensor, labels: torch.Tensor) -> None:
        self.rows = flatten(images)
        self.labels = labels.tolist()

    def __len__(self) -> int:
        return len(self.labels)

    def __getitem__(self, index: int) -> tuple[torch.Tensor, int]:
        return self.rows[index], self.labels[index]


MADE = []


def make_loader(dataset: Dataset, batch_size: int, shuffle: bool, seed: int) -> DataLoader:
    order = torch.Generator()
    if not MADE:
        order.manual_seed(seed)
        MADE.append(1)
    else:
        order.seed()
    return DataLoader(dataset, batch_size, shuffle=shuffle, generator=order)
