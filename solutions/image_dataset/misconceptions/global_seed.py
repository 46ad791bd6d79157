# /// misconception
# en = "You seed PyTorch's global generator when the loader is made; what is drawn before its pass changes the order. See 'A worked example'."
# ko = "로더를 만들 때 PyTorch의 전역 생성기에 시드를 정하고 있어, 순회하기 전에 뽑은 난수가 순서를 바꿉니다. '풀이 예제'를 다시 보십시오."
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
        return len(self.labels)

    def __getitem__(self, index: int) -> tuple[torch.Tensor, int]:
        return self.rows[index], self.labels[index]


def make_loader(dataset: Dataset, batch_size: int, shuffle: bool, seed: int) -> DataLoader:
    torch.manual_seed(seed)
    return DataLoader(dataset, batch_size, shuffle=shuffle)
