"""The order is drawn from the global generator when the loader is made, and the state is put back; a lookup table for the scale."""

import torch
from torch.utils.data import DataLoader, Dataset, SubsetRandomSampler

SCALE = torch.linspace(0, 1, 256)


def flatten(images):
    return SCALE[images.long()].reshape(images.size(0), images.size(1) * images.size(2))


class ImageDataset(Dataset):
    def __init__(self, images, labels):
        self.pairs = tuple(zip(flatten(images).unbind(0), map(int, labels)))

    def __len__(self):
        return len(self.pairs)

    def __getitem__(self, i):
        return self.pairs[i]


class Fixed:
    def __init__(self, order):
        self.order = order

    def __iter__(self):
        return iter(self.order)

    def __len__(self):
        return len(self.order)


def make_loader(dataset, batch_size, shuffle, seed):
    if not shuffle:
        return DataLoader(dataset, batch_size=batch_size, drop_last=False)
    with torch.random.fork_rng(devices=[]):
        torch.manual_seed(seed)
        order = torch.randperm(len(dataset)).tolist()
    return DataLoader(dataset, batch_size=batch_size, sampler=Fixed(order))
