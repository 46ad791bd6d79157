# /// misconception
# en = "Your pictures are scaled but still grids of h by w. Each should become one row of h·w numbers. See 'The formula'."
# ko = "값은 바꾸었지만 그림이 아직 h×w 격자입니다. 그림마다 숫자 h·w개로 된 행 하나가 되어야 합니다. '수식'을 다시 보십시오."
# ///
import torch
from torch.utils.data import DataLoader, Dataset


def flatten(images: torch.Tensor) -> torch.Tensor:
    return images.float() / 255


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
