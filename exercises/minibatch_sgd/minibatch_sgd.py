"""Mini-batches and SGD. Only numpy and the standard library are allowed.

미니배치와 확률적 경사 하강법. numpy와 표준 라이브러리만 사용할 수 있습니다.
"""

import numpy as np


def minibatches(n: int, batch_size: int, rng: np.random.Generator) -> list[np.ndarray]:
    """The indices 0 to n-1 in the order of rng.permutation(n), cut into batches; the last may be short.

    0부터 n-1까지의 인덱스를 rng.permutation(n)의 순서대로 배치로 나눕니다. 마지막 배치는 짧을 수 있습니다.
    """
    raise NotImplementedError("write minibatches / minibatches를 작성하십시오")


def epochs_to_steps(n: int, batch_size: int, epochs: int) -> int:
    """How many steps that many epochs take; the short batch is a step, too.

    주어진 에포크 수에 해당하는 스텝 수입니다. 짧은 배치도 한 스텝입니다.
    """
    raise NotImplementedError("write epochs_to_steps / epochs_to_steps를 작성하십시오")


def sgd_linear(X: np.ndarray, y: np.ndarray, lr: float, batch_size: int, epochs: int, rng: np.random.Generator) -> tuple[np.ndarray, float]:
    """Linear regression by mini-batch SGD on the mean squared error, from zeros: w (d,) and b.

    0에서 시작하여 미니배치 SGD로 평균 제곱 오차를 줄이는 선형 회귀입니다. w (d,)와 b를 반환합니다.
    """
    raise NotImplementedError("write sgd_linear / sgd_linear를 작성하십시오")
