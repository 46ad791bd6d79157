# /// misconception
# en = "You divide by the largest value found, so a dark picture becomes a bright one. The scale is always 255. See 'The formula'."
# ko = "그림에서 찾은 최댓값으로 나누어 어두운 그림이 밝아집니다. 항상 255로 나누어야 합니다. '수식'을 다시 보십시오."
# ///
import torch
from torch.utils.data import DataLoader, Dataset


def flatten(images: torch.Tensor) -> torch.Tensor:
    return images.flatten(1).float() / images.max().clamp(min=1)


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
