# wrong: the row of a picture of one pixel has no axis.
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
        return self.rows[index].squeeze(), self.labels[index]


def make_loader(dataset, batch_size, shuffle, seed):
    order = torch.Generator().manual_seed(seed)
    return DataLoader(dataset, batch_size, shuffle=shuffle, generator=order)
