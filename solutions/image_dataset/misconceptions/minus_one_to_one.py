# /// misconception
# en = "You scale the pixels to [-1, 1]. The rows should lie in [0, 1]. See 'The formula'."
# ko = "픽셀을 [-1, 1] 범위로 바꾸고 있습니다. 행의 값은 [0, 1] 범위여야 합니다. '수식'을 다시 보십시오."
# ///
import torch
from torch.utils.data import DataLoader, Dataset


def flatten(images: torch.Tensor) -> torch.Tensor:
    return images.flatten(1).float() / 127.5 - 1


class ImageDataset(Dataset):
    def __init__(self, images: torch.Tensor, labels: torch.Tensor) -> None:
        self.rows = flatten(images)
        self.labels = labels.tolist()

    def __len__(self) -> int:
        return len(self.labels)

    def __getitem__(self, index: int) -> tuple[torch.Tensor, int]:
        return self.rows[index], self.labels[index]


def make_loader(dataset: Dataset, batch_size: int, shuffle: bool, seed: int) -> DataLoader:
    order = torch.Generator().manual_seed(seed)  # a generator of its own: what is drawn elsewhere cannot change the order
    return DataLoader(dataset, batch_size, shuffle=shuffle, generator=order)
