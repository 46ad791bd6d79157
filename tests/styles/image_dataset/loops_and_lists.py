"""Pixel after pixel in Python; items as lists of two; the order from Python's random and a batch sampler."""

import random

import torch
from torch.utils.data import DataLoader, Dataset


def flatten(images):
    n, h, w = images.shape
    rows = []
    for image in images.tolist():
        rows.append([pixel / 255.0 for line in image for pixel in line])
    return torch.tensor(rows, dtype=torch.float32).reshape(n, h * w)


class ImageDataset(Dataset):
    def __init__(self, images, labels):
        self.items = [[row, label] for row, label in zip(flatten(images), [int(label) for label in labels])]

    def __len__(self):
        return len(self.items)

    def __getitem__(self, index):
        return self.items[index]


def make_loader(dataset, batch_size, shuffle, seed):
    places = list(range(len(dataset)))
    if shuffle:
        random.Random(seed).shuffle(places)
    batches = [places[start : start + batch_size] for start in range(0, len(places), batch_size)]
    return DataLoader(dataset, batch_sampler=batches)
