"""Backpropagation by hand. Only numpy and the standard library are allowed.

손으로 구현하는 역전파. numpy와 표준 라이브러리만 사용할 수 있습니다.

params: "W1" (d, h), "b1" (h,), "W2" (h, c), "b2" (c,).
"""

import numpy as np


def forward(X: np.ndarray, params: dict[str, np.ndarray]) -> tuple[np.ndarray, dict]:
    """Sigmoid hidden layer, softmax output: (n, d) -> probabilities (n, c), and a cache of what backward needs.

    은닉층은 시그모이드, 출력층은 소프트맥스입니다. (n, d)를 받아 확률 (n, c)와, backward에 필요한 값을 담은 캐시를 반환합니다.
    """
    raise NotImplementedError("write forward / forward를 작성하십시오")


def loss(probs: np.ndarray, labels: np.ndarray) -> float:
    """Mean cross-entropy of probabilities (n, c) for class numbers (n,); finite even for a probability of 0.

    확률 (n, c)와 클래스 번호 (n,)의 평균 교차 엔트로피입니다. 확률이 0이어도 유한한 값을 반환합니다.
    """
    raise NotImplementedError("write loss / loss를 작성하십시오")


def backward(X: np.ndarray, labels: np.ndarray, params: dict[str, np.ndarray], cache: dict) -> dict[str, np.ndarray]:
    """The gradients of the mean loss with respect to the four parameters, keyed and shaped as params.

    평균 손실을 네 파라미터로 미분한 기울기입니다. 키와 모양은 params와 같습니다.
    """
    raise NotImplementedError("write backward / backward를 작성하십시오")


def train_step(X: np.ndarray, labels: np.ndarray, params: dict[str, np.ndarray], lr: float) -> dict[str, np.ndarray]:
    """New parameters after one step of gradient descent; the old ones stay as they are.

    경사 하강법을 한 스텝 적용한 새 파라미터를 반환합니다. 이전 파라미터는 그대로 둡니다.
    """
    raise NotImplementedError("write train_step / train_step을 작성하십시오")
