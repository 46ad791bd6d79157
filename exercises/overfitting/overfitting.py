"""Telling and stopping overfitting. 과적합 알아내고 멈추기."""

import torch
from torch import nn

Samples = tuple[torch.Tensor, torch.Tensor]


def generalization_gap(train_accuracy: float, test_accuracy: float) -> float:
    """By how much the accuracy on training samples exceeds that on test samples.

    훈련 표본의 정확도가 시험 표본의 정확도보다 얼마나 높은지 구합니다.
    """
    raise NotImplementedError("write generalization_gap / generalization_gap을 작성하십시오")


def is_overfitting(history: list[float], patience: int = 3) -> bool:
    """Whether the last patience validation losses hold no new minimum; False for at most patience values.

    마지막 patience개의 검증 손실에 새로운 최솟값이 없으면 True입니다. 값이 patience개 이하이면 False입니다.
    """
    raise NotImplementedError("write is_overfitting / is_overfitting을 작성하십시오")


def train_with_early_stopping(
    model: nn.Module, train_set: Samples, val_set: Samples, max_epochs: int, patience: int, lr: float, seed: int
) -> dict:
    """Train until the validation loss has had no new minimum for patience epochs; the model ends with its best weights.

    검증 손실이 patience 에포크 동안 새로운 최솟값에 이르지 못할 때까지 학습시킵니다. 모델은 가장 좋았던 가중치를 가지고 끝납니다.

    train_set, val_set: (x (n, d) float32, y (n,) int64). Gives {"epochs_run": int, "best_epoch": int, "val_loss": list of float}.
    """
    raise NotImplementedError("write train_with_early_stopping / train_with_early_stopping을 작성하십시오")
