"""A subclass of TensorDataset, a subclass of DataLoader, and a collate function of its own that gives tuples."""

import functools

import torch
from torch.utils.data import DataLoader, TensorDataset


def traced(function):
    @functools.wraps(function)
    def wrapper(*args, **kwargs):
        return function(*args, **kwargs)

    return wrapper


@traced
def flatten(images):
    return torch.flatten(images, start_dim=1).to(torch.float32).div_(255.0)


class ImageDataset(TensorDataset):
    def __init__(self, images, labels):
        super().__init__(flatten(images), labels.clone())

    def __getitem__(self, index):
        picture, label = super().__getitem__(index)
        return picture, int(label)


def collate(items):
    pictures, labels = zip(*items)
    return torch.stack(pictures), torch.tensor(labels)


class SeededLoader(DataLoader):
    def __init__(self, dataset, seed, **options):
        super().__init__(dataset, generator=torch.Generator().manual_seed(seed), collate_fn=collate, **options)


@traced
def make_loader(dataset, batch_size, shuffle, seed):
    return SeededLoader(dataset, seed, batch_size=batch_size, shuffle=shuffle)
