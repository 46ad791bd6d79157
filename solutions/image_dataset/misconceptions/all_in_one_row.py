# /// misconception
# en = "You merge the pictures too: all pixels end up in a single row. Keep the first axis and merge the others. See 'A worked example'."
# ko = "그림들까지 하나로 합쳐서 모든 픽셀이 한 행에 들어갑니다. 첫째 축은 남기고 나머지 축만 합치십시오. '풀이 예제'를 다시 보십시오."
# ///
import torch
from torch.utils.data import DataLoader, Dataset


def flatten(images: torch.Tensor) -> torch.Tensor:
    return images.flatten().float() / 255


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
