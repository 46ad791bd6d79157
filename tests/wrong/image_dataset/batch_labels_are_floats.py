# wrong: the labels of a batch are floats.
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


def collate(items):
    xs, ys = zip(*items, strict=False)
    return torch.stack(xs), torch.tensor(ys, dtype=torch.float32)


def make_loader(dataset, batch_size, shuffle, seed):
    return DataLoader(dataset, batch_size, shuffle, collate_fn=collate, generator=torch.Generator().manual_seed(seed))
