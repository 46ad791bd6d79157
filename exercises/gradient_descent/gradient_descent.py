"""Gradient descent with one weight. Only numpy and the standard library are allowed.

가중치 하나로 하는 경사 하강법. numpy와 표준 라이브러리만 사용할 수 있습니다.
"""


def loss(u: float, x: float, y: float) -> float:
    """J(u) = (y - u x) squared, for one sample.

    샘플 하나에 대한 J(u) = (y - u x)의 제곱을 구합니다.
    """
    raise NotImplementedError("write loss / loss를 작성하십시오")


def grad(u: float, x: float, y: float) -> float:
    """The derivative of J with respect to u.

    J를 u로 미분한 값을 구합니다.
    """
    raise NotImplementedError("write grad / grad를 작성하십시오")


def descend(u: float, x: float, y: float, lr: float, steps: int) -> list[float]:
    """The weights along the way: u itself first, then the weight after each of the steps; steps + 1 values.

    내려가면서 지나는 가중치들을 구합니다. 처음 값 u부터 갱신할 때마다의 값까지 steps + 1개입니다.
    """
    raise NotImplementedError("write descend / descend를 작성하십시오")


def diverges(x: float, lr: float) -> bool:
    """Whether descent on J grows without bound for that learning rate, lr > 0; False exactly on the boundary, and x may be 0.

    학습률이 lr일 때(lr > 0) J에 대한 하강이 한없이 커지는지 판단합니다. 정확히 경계이면 False이고, x는 0일 수 있습니다.
    """
    raise NotImplementedError("write diverges / diverges를 작성하십시오")
