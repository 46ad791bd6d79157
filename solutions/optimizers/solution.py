"""SGD, momentum and Adam: the model answer."""

import numpy as np


class SGD:
    """SGD with momentum; the memory is one velocity for each array."""

    def __init__(self, lr: float, momentum: float = 0.0) -> None:
        self._lr = lr
        self._momentum = momentum
        self._velocities: dict[int, np.ndarray] = {}

    def step(self, params: list[np.ndarray], grads: list[np.ndarray]) -> list[np.ndarray]:
        """One step: params[i] - lr · velocity[i], as new arrays."""
        new = []
        for i, grad in enumerate(grads):
            self._velocities[i] = self._momentum * self._velocities.get(i, 0.0) + grad
            new.append(params[i] - self._lr * self._velocities[i])
        return new


class Adam:
    """Adam; the memory is two running means for each array, and the number of steps."""

    def __init__(self, lr: float = 0.001, betas: tuple[float, float] = (0.9, 0.999), eps: float = 1e-8) -> None:
        self._lr = lr
        self._betas = betas
        self._eps = eps
        self._means: dict[int, np.ndarray] = {}
        self._squares: dict[int, np.ndarray] = {}
        self._steps = 0

    def step(self, params: list[np.ndarray], grads: list[np.ndarray]) -> list[np.ndarray]:
        """One step along the corrected means, as new arrays."""
        self._steps += 1
        beta1, beta2 = self._betas
        # Both means began at 0, so after t steps they hold a share of 1 - beta^t of the gradients only.
        share1, share2 = 1 - beta1**self._steps, 1 - beta2**self._steps
        new = []
        for i, grad in enumerate(grads):
            self._means[i] = beta1 * self._means.get(i, 0.0) + (1 - beta1) * grad
            self._squares[i] = beta2 * self._squares.get(i, 0.0) + (1 - beta2) * grad**2
            size = np.sqrt(self._squares[i] / share2) + self._eps
            new.append(params[i] - self._lr * self._means[i] / share1 / size)
        return new
