# wrong: the first item is never shuffled.
import torch
from torch.utils.data import DataLoader, Dataset


def flatten(images):
    return images.flatten(1).float() / 255


class ImageDataset(Dataset):
    def __init__(self, images, labels):
        self.rows = flatten(images)
        self.labels = labels.tolist()

    def __len__(self):
        return len(self.labels)

    def __getitem__(self, index):
        return self.rows[index], self.labels[index]


def make_loader(dataset, batch_size, shuffle, seed):
    n = len(dataset)
    p = [0, *(1 + torch.randperm(n - 1, generator=torch.Generator().manual_seed(seed))).tolist()] if shuffle else None
    return DataLoader(dataset, batch_size, sampler=p)
