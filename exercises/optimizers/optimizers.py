"""SGD, momentum and Adam. Only numpy and the standard library are allowed.

SGD, 모멘텀, Adam. numpy와 표준 라이브러리만 사용할 수 있습니다.
"""

import numpy as np


class SGD:
    """Stochastic gradient descent with momentum; a momentum of 0 is plain SGD.

    모멘텀을 쓰는 확률적 경사 하강법입니다. 모멘텀이 0이면 기본 SGD입니다.
    """

    def __init__(self, lr: float, momentum: float = 0.0) -> None:
        raise NotImplementedError("write SGD / SGD를 작성하십시오")

    def step(self, params: list[np.ndarray], grads: list[np.ndarray]) -> list[np.ndarray]:
        """One step from params along grads: new arrays in a new list; params and grads stay as they are.

        params에서 grads를 따라 한 스텝 움직인 새 배열을 새 리스트에 담아 반환합니다. params와 grads는 그대로 둡니다.
        """
        raise NotImplementedError("write SGD.step / SGD.step을 작성하십시오")


class Adam:
    """Adam, with the corrections of both means.

    두 평균을 보정하는 Adam입니다.
    """

    def __init__(self, lr: float = 0.001, betas: tuple[float, float] = (0.9, 0.999), eps: float = 1e-8) -> None:
        raise NotImplementedError("write Adam / Adam을 작성하십시오")

    def step(self, params: list[np.ndarray], grads: list[np.ndarray]) -> list[np.ndarray]:
        """One step from params along grads: new arrays in a new list; params and grads stay as they are.

        params에서 grads를 따라 한 스텝 움직인 새 배열을 새 리스트에 담아 반환합니다. params와 grads는 그대로 둡니다.
        """
        raise NotImplementedError("write Adam.step / Adam.step을 작성하십시오")
