"""From pictures to batches. 그림에서 배치까지."""

import torch
from torch.utils.data import DataLoader, Dataset


def flatten(images: torch.Tensor) -> torch.Tensor:
    """Pictures (n, h, w) uint8 as rows (n, h*w) float32 in [0, 1].

    (n, h, w) uint8 그림을 [0, 1] 범위의 (n, h*w) float32 행으로 펼칩니다.
    """
    raise NotImplementedError("write flatten / flatten을 작성하십시오")


class ImageDataset(Dataset):
    """Pictures (n, h, w) uint8 and labels (n,) int64 as n items: a row (h*w,) float32 in [0, 1] and a label, a Python int.

    (n, h, w) uint8 그림과 (n,) int64 레이블을 항목 n개로 봅니다. 항목은 [0, 1] 범위의 (h*w,) float32 행과 Python int 레이블입니다.
    """

    def __init__(self, images: torch.Tensor, labels: torch.Tensor) -> None:
        raise NotImplementedError("write ImageDataset / ImageDataset을 작성하십시오")

    def __len__(self) -> int:
        """The number of items. 항목의 수."""
        raise NotImplementedError("write ImageDataset.__len__ / ImageDataset.__len__을 작성하십시오")

    def __getitem__(self, index: int) -> tuple[torch.Tensor, int]:
        """One item: picture and label. 항목 하나: 그림과 레이블."""
        raise NotImplementedError("write ImageDataset.__getitem__ / ImageDataset.__getitem__을 작성하십시오")


def make_loader(dataset: Dataset, batch_size: int, shuffle: bool, seed: int) -> DataLoader:
    """A DataLoader over dataset; where it shuffles, seed alone fixes the order of its first pass.

    dataset을 배치로 내는 DataLoader를 만듭니다. 섞을 때 첫 번째 순회의 순서는 seed로만 정해집니다.
    """
    raise NotImplementedError("write make_loader / make_loader를 작성하십시오")
