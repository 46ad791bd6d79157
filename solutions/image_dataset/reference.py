"""The trusted reference of image_dataset."""

import torch
from torch.utils.data import DataLoader, Dataset

__all__ = ["ImageDataset", "flatten", "make_loader"]


def flatten(images: torch.Tensor) -> torch.Tensor:
    """(n, h, w) uint8 → (n, h·w) float32 in [0, 1]."""
    count, height, width = images.shape
    return images.reshape(count, height * width).to(torch.float32) / 255


class ImageDataset(Dataset):
    """Items (float32 (h·w,), int)."""

    def __init__(self, images: torch.Tensor, labels: torch.Tensor) -> None:
        self.rows, self.labels = flatten(images), labels.tolist()

    def __len__(self) -> int:
        return len(self.labels)

    def __getitem__(self, index: int) -> tuple[torch.Tensor, int]:
        return self.rows[index], self.labels[index]


def make_loader(dataset: Dataset, batch_size: int, shuffle: bool, seed: int) -> DataLoader:
    """A loader whose order, where it shuffles, comes from a generator of its own."""
    return DataLoader(dataset, batch_size, shuffle=shuffle, generator=torch.Generator().manual_seed(seed))
