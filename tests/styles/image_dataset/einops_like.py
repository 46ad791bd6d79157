"""view and type conversions in other orders; the dataset keeps bytes and converts late; new order in every pass."""

import torch
import torch.utils.data as tud


def flatten(images):
    n, h, w = tuple(images.shape)
    return images.contiguous().view(n, h * w).type(torch.FloatTensor) * (1.0 / 255.0)


class ImageDataset(tud.Dataset[tuple[torch.Tensor, int]]):
    __slots__ = ("images", "labels")

    def __init__(self, images, labels):
        assert len(images) == len(labels), "one label for each picture"
        self.images = images.clone()
        self.labels = labels.clone()

    def __len__(self):
        return len(self.images)

    def __getitem__(self, index):
        if not 0 <= index < len(self):
            raise IndexError(index)
        return flatten(self.images[index].unsqueeze(0)).view(-1), self.labels[index].item()


def make_loader(dataset, batch_size, shuffle, seed):
    g = torch.Generator()
    g.manual_seed(seed)
    sampler = tud.RandomSampler(dataset, generator=g) if shuffle else tud.SequentialSampler(dataset)
    return tud.DataLoader(dataset, batch_sampler=tud.BatchSampler(sampler, batch_size, drop_last=False))
