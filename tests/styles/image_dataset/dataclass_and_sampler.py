"""A dataclass as the dataset, and a Sampler class that draws anew from its seed in each pass."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

import torch
from torch import Tensor
from torch.utils.data import DataLoader, Dataset, Sampler


def flatten(images: Tensor) -> Tensor:
    out = torch.empty(images.shape[0], images.shape[1] * images.shape[2], dtype=torch.float32)
    for row, image in zip(out, images):
        row.copy_(image.ravel()).mul_(1 / 255)
    return out


@dataclass(eq=False)
class ImageDataset(Dataset):
    images: Tensor
    labels: Tensor

    def __len__(self) -> int:
        return self.labels.numel()

    def __getitem__(self, index: int) -> tuple[Tensor, int]:
        return flatten(self.images[index][None]).squeeze(0), self.labels[index].item()


class Seeded(Sampler):
    def __init__(self, count: int, seed: int) -> None:
        self.count, self.seed = count, seed

    def __len__(self) -> int:
        return self.count

    def __iter__(self) -> Iterator[int]:
        generator = torch.Generator()
        generator.manual_seed(self.seed)
        yield from torch.randperm(self.count, generator=generator).tolist()


def make_loader(dataset: Dataset, batch_size: int, shuffle: bool, seed: int) -> DataLoader:
    sampler = Seeded(len(dataset), seed) if shuffle else None
    return DataLoader(dataset, batch_size, sampler=sampler)
