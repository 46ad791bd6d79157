"""Hold-out and k-fold. Only numpy and the standard library are allowed.

홀드아웃과 k-겹 교차 검증. numpy와 표준 라이브러리만 사용할 수 있습니다.
"""

from collections.abc import Callable

import numpy as np


def train_test_split(n: int, test_size: float, rng: np.random.Generator) -> tuple[np.ndarray, np.ndarray]:
    """Indices for training and for testing, by rng.permutation(n); ValueError where a side would be empty.

    rng.permutation(n)으로 나눈 학습용 인덱스와 테스트용 인덱스입니다. 한쪽이 비게 되면 ValueError를 일으킵니다.
    """
    raise NotImplementedError("write train_test_split / train_test_split을 작성하십시오")


def k_fold(n: int, k: int) -> list[tuple[np.ndarray, np.ndarray]]:
    """k pairs of indices for training and testing, the folds in order, larger ones first; ValueError unless 2 <= k <= n.

    학습용과 테스트용 인덱스의 쌍 k개입니다. 폴드는 순서대로이며 큰 폴드가 먼저 옵니다. 2 <= k <= n이 아니면 ValueError를 일으킵니다.
    """
    raise NotImplementedError("write k_fold / k_fold를 작성하십시오")


def cross_validate(score: Callable[[np.ndarray, np.ndarray], float], n: int, k: int) -> tuple[float, list[float]]:
    """The mean of score(train, test) over the k folds, and all k scores in order.

    폴드 k개에 대한 score(train, test)의 평균과, 점수 k개를 모두 순서대로 담은 리스트입니다.
    """
    raise NotImplementedError("write cross_validate / cross_validate를 작성하십시오")
