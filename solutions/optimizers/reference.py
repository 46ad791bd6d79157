"""The trusted reference for `optimizers`: the functions inside torch.optim.SGD and torch.optim.Adam, in float64.

The classes themselves are not used: their first step imports far more than this exercise needs and takes over a second.
"""

import numpy as np
import torch
from torch.optim.adam import adam
from torch.optim.sgd import sgd


def _tensors(arrays: list[np.ndarray]) -> list[torch.Tensor]:
    return [torch.tensor(array, dtype=torch.float64) for array in arrays]


class SGD:
    """torch.optim.SGD for lists of arrays."""

    def __init__(self, lr: float, momentum: float = 0.0) -> None:
        self._lr = lr
        self._momentum = momentum
        self._velocities: list[torch.Tensor | None] = []

    def step(self, params: list[np.ndarray], grads: list[np.ndarray]) -> list[np.ndarray]:
        """One step: new arrays in a new list."""
        tensors = _tensors(params)
        self._velocities = self._velocities or [None] * len(tensors)
        sgd(
            tensors,
            _tensors(grads),
            self._velocities,
            has_sparse_grad=False,
            foreach=False,
            fused=False,
            weight_decay=0.0,
            momentum=self._momentum,
            lr=self._lr,
            dampening=0.0,
            nesterov=False,
            maximize=False,
        )
        return [tensor.numpy() for tensor in tensors]


class Adam:
    """torch.optim.Adam for lists of arrays."""

    def __init__(self, lr: float = 0.001, betas: tuple[float, float] = (0.9, 0.999), eps: float = 1e-8) -> None:
        self._lr = lr
        self._betas = betas
        self._eps = eps
        self._memory: tuple[list[torch.Tensor], list[torch.Tensor], list[torch.Tensor]] | None = None

    def step(self, params: list[np.ndarray], grads: list[np.ndarray]) -> list[np.ndarray]:
        """One step: new arrays in a new list."""
        tensors = _tensors(params)
        if self._memory is None:
            self._memory = (
                [torch.zeros_like(each) for each in tensors],
                [torch.zeros_like(each) for each in tensors],
                [torch.zeros(()) for _ in tensors],
            )
        means, squares, steps = self._memory
        adam(
            tensors,
            _tensors(grads),
            means,
            squares,
            [],
            steps,
            foreach=False,
            fused=False,
            amsgrad=False,
            beta1=self._betas[0],
            beta2=self._betas[1],
            lr=self._lr,
            weight_decay=0.0,
            eps=self._eps,
            maximize=False,
        )
        return [tensor.numpy() for tensor in tensors]
