"""The model answer: two units in the hidden layer, one in the output, and what a single line can separate."""

import numpy as np

# Each row is one unit, its bias first: OR and NAND of the inputs, then AND of those two.
U1: np.ndarray = np.array([[-0.5, 1.0, 1.0], [1.5, -1.0, -1.0]])
U2: np.ndarray = np.array([[-1.0, 1.0, 1.0]])


def step(s: np.ndarray) -> np.ndarray:
    """+1 where s > 0, -1 where s <= 0; any shape."""
    return np.where(s > 0, 1.0, -1.0)


def _layer(inputs: np.ndarray, U: np.ndarray) -> np.ndarray:
    """(n, d), (m, d+1) -> (n, m) of ±1."""
    with_bias = np.hstack([np.ones((len(inputs), 1)), inputs])
    return step(with_bias @ U.T)


def hidden(X: np.ndarray, U1: np.ndarray) -> np.ndarray:
    """(n, 2), (2, 3) -> (n, 2) of ±1."""
    return _layer(X, U1)


def forward(X: np.ndarray, U1: np.ndarray, U2: np.ndarray) -> np.ndarray:
    """(n, 2), (2, 3), (1, 3) -> (n,) of ±1."""
    return _layer(hidden(X, U1), U2)[:, 0]


def linearly_separable(y: np.ndarray) -> bool:
    """Whether one line has the +1 and the -1 of (0,0), (0,1), (1,0), (1,1) on its two sides.

    The two diagonals of the square cross in its middle. If both ends of one diagonal are +1 and both ends of the other
    -1, the middle would have to lie on both sides; every other labelling has a line.
    """
    y00, y01, y10, y11 = y
    return not (y00 == y11 and y01 == y10 and y00 != y01)
