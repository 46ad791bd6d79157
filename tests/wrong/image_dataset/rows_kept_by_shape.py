# wrong: datasets of pictures of the same shape share their rows.
from typing import ClassVar

import torch
from torch.utils.data import DataLoader, Dataset


def flatten(images):
    return images.flatten(1).float() / 255


class ImageDataset(Dataset):
    cache: ClassVar[dict] = {}

    def __init__(self, images, labels):
        key = tuple(images.shape)
        self.rows = self.cache.setdefault(key, flatten(images))
        self.labels = labels.tolist()

    def __len__(self):
        return len(self.labels)

    def __getitem__(self, index):
        return self.rows[index], self.labels[index]


def make_loader(dataset, batch_size, shuffle, seed):
    order = torch.Generator().manual_seed(seed)
    return DataLoader(dataset, batch_size, shuffle=shuffle, generator=order)
