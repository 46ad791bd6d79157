# /// misconception
# en = "Your len(dataset) counts the pixels of a picture. It should count the pictures. See 'The idea'."
# ko = "len(dataset)이 그림 한 장의 픽셀 수를 세고 있습니다. 그림의 수를 세어야 합니다. '핵심 아이디어'를 다시 보십시오."
# ///
import torch
from torch.utils.data import DataLoader, Dataset


def flatten(images: torch.Tensor) -> torch.Tensor:
    return images.flatten(1).float() / 255


class ImageDataset(Dataset):
    def __init__(self, images: torch.Tensor, labels: torch.Tensor) -> None:
        self.rows = flatten(images)
        self.labels = labels.tolist()

    def __len__(self) -> int:
        return self.rows.shape[1]

    def __getitem__(self, index: int) -> tuple[torch.Tensor, int]:
        return self.rows[index], self.labels[index]


def make_loader(dataset: Dataset, batch_size: int, shuffle: bool, seed: int) -> DataLoader:
    order = torch.Generator().manual_seed(seed)  # a generator of its own: what is drawn elsewhere cannot change the order
    return DataLoader(dataset, batch_size, shuffle=shuffle, generator=order)
