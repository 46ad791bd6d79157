"""The figures of the quiz on multi-layer perceptrons, drawn for each student."""

import numpy as np

from gradekit.quiz import Drawn, Text, Wrong


def parameters(rng: np.random.Generator) -> Drawn:
    """How many numbers a network of one hidden layer learns; the course's own has 784-512-10 and 407,050."""
    d = int(rng.choice([784, 400, 256, 100, 64]))
    h = int(rng.choice([512, 300, 128, 96, 48]))
    k = int(rng.choice([10, 8, 5]))
    right = d * h + h + h * k + k
    return Drawn(
        {"d": d, "h": h, "k": k, "first": d * h + h, "second": h * k + k},
        right,
        [
            Wrong(
                d * h + h * k,
                cause="no_biases",
                en=f"You counted the weights alone. Every neuron has a bias too: {h} + {k} more.",
                ko=f"가중치만 세었습니다. 뉴런마다 편향도 하나씩 있으므로 {h} + {k}개가 더 있습니다.",
            ),
            Wrong(
                d * h + d + h * k + h,
                cause="biases_of_inputs",
                en="You gave a bias to every input of a layer. A bias belongs to a neuron, so a layer has as many as it has outputs.",
                ko="층의 입력마다 편향을 하나씩 세었습니다. 편향은 뉴런에 속하므로 층의 출력 수만큼 있습니다.",
            ),
            Wrong(
                d * h + h,
                cause="first_layer_only",
                en="That is the first layer alone. The output layer learns weights and biases as well.",
                ko="첫째 층만 센 값입니다. 출력층도 가중치와 편향을 학습합니다.",
            ),
        ],
    )


def weight_shape(rng: np.random.Generator) -> Drawn:
    """The shape of a weight matrix, in the convention of the course: a row for each neuron. No two sizes are neighbours."""
    d, h = (int(each) for each in rng.choice([3, 5, 7, 9, 12, 16, 20], 2, replace=False))
    shapes = {"right": (h, d), "turned": (d, h), "with_bias": (h, d + 1), "square": (h, h)}
    return Drawn(
        {"d": d, "h": h},
        "right",
        [
            Wrong(
                "turned",
                cause="transposed",
                en=f"W stands to the left of x in W x + b, so it needs {h} rows, one for each neuron, and {d} columns.",
                ko=f"W x + b에서 W는 x의 왼쪽에 있으므로, 뉴런마다 한 행씩 {h}개의 행과 {d}개의 열이 있어야 합니다.",
            ),
            Wrong(
                "with_bias",
                cause="bias_as_a_column",
                en="The bias is an array of its own here, not a further column of W.",
                ko="여기서 편향은 W의 열이 아니라 따로 있는 배열입니다.",
            ),
        ],
        options={name: f"({rows}, {columns})" for name, (rows, columns) in shapes.items()},
    )


def batch_shape(rng: np.random.Generator) -> Drawn:
    """The shape of the hidden layer's output for a batch."""
    n, d, h = (int(each) for each in rng.choice([16, 20, 32, 50, 64, 100], 3, replace=False))
    return Drawn(
        {"n": n, "d": d, "h": h},
        [n, h],
        [
            Wrong(
                [h, n],
                cause="batch_last",
                en="The batch is the first axis: a row for each picture, a column for each neuron.",
                ko="배치가 첫째 축입니다. 행은 이미지, 열은 뉴런입니다.",
            ),
            Wrong(
                [n, d],
                cause="shape_of_the_input",
                en="That is the shape of what goes in. The layer replaces the last axis by its own neurons.",
                ko="들어가는 배열의 모양입니다. 층을 지나면 마지막 축이 그 층의 뉴런 수로 바뀝니다.",
            ),
        ],
    )


def preactivation(rng: np.random.Generator) -> Drawn:
    """W x + b of a layer with two inputs and three neurons."""
    W, x, b = _layer(rng)
    z = W @ x + b
    return Drawn(
        {"W": W, "x": x, "b": b},
        z,
        [
            Wrong(
                W @ x,
                cause="no_bias",
                en="You left out the bias: z = W x + b.",
                ko="편향을 빠뜨렸습니다. z = W x + b입니다.",
            ),
            Wrong(
                np.maximum(z, 0),
                cause="activated",
                en="You have applied ReLU already. The question asks for z, before the activation.",
                ko="ReLU를 이미 적용했습니다. 문제에서 묻는 것은 활성화 함수를 적용하기 전의 z입니다.",
            ),
        ],
    )


def _layer(rng: np.random.Generator) -> tuple[np.ndarray, np.ndarray, np.ndarray]:
    """Small whole numbers whose sums have both signs, so that ReLU matters, and none is 0."""
    while True:
        W, x, b = rng.integers(-3, 4, (3, 2)), rng.integers(1, 5, 2), rng.choice([-3, -2, -1, 1, 2, 3], 3)
        z = W @ x + b
        if z.min() < 0 < z.max() and (z != 0).all() and len(set(z.tolist())) == 3:
            return W, x, b


def output(rng: np.random.Generator) -> Drawn:
    """A whole forward pass with ReLU: one number."""
    W, x, b = _layer(rng)
    z = W @ x + b
    a = np.maximum(z, 0)
    while True:
        v, c = rng.choice([-0.75, -0.5, -0.25, 0.25, 0.5, 0.75], 3), float(rng.choice([-0.5, 0.5, 1.5]))
        right, linear, no_bias = float(v @ a + c), float(v @ z + c), float(v @ a)
        # Far enough from 0 and from each other that no rounding makes one the other.
        if abs(right) > 0.2 and abs(right - linear) > 0.2 and abs(linear - no_bias) > 0.2:
            break
    return Drawn(
        {"W": W, "x": x, "b": b, "v": v, "c": c, "z": z, "a": a},
        right,
        [
            Wrong(
                linear,
                cause="no_relu",
                en="You went on without ReLU: negative sums must become 0 before the output layer.",
                ko="ReLU를 적용하지 않고 계산했습니다. 음수인 합은 출력층에 들어가기 전에 0이 되어야 합니다.",
            ),
            Wrong(
                no_bias,
                cause="no_output_bias",
                en="You left out the bias c of the output layer.",
                ko="출력층의 편향 c를 빠뜨렸습니다.",
            ),
        ],
    )


def hidden_batch(rng: np.random.Generator) -> Drawn:
    """ReLU of X W^T + b for a batch of two: a matrix."""
    while True:
        X, W, b = rng.integers(-2, 4, (2, 2)), rng.integers(-3, 4, (2, 2)), rng.choice([-2, -1, 1, 2], 2)
        z = X @ W.T + b
        right, turned = np.maximum(z, 0), np.maximum(X @ W + b, 0)
        down_the_batch = np.maximum(X @ W.T + b[:, None], 0)
        wrong = [turned, z, down_the_batch]
        arrays = [right, *wrong]
        if (right > 0).sum() >= 2 and all((one != other).any() for i, one in enumerate(arrays) for other in arrays[i + 1 :]):
            break
    return Drawn(
        {"X": X, "W": W, "b": b, "z": z},
        right,
        [
            Wrong(
                turned,
                cause="not_transposed",
                en="You multiplied by W. The rows of W are the neurons, so a batch is multiplied by its transpose: X Wᵀ.",
                ko="W를 그대로 곱했습니다. W의 행이 뉴런이므로 배치에는 전치한 행렬을 곱합니다. 곧 X Wᵀ입니다.",
            ),
            Wrong(
                z,
                cause="no_relu",
                en="You left out ReLU: no negative number can be in the answer.",
                ko="ReLU를 빠뜨렸습니다. 답에는 음수가 있을 수 없습니다.",
            ),
            Wrong(
                down_the_batch,
                cause="bias_down_the_batch",
                en="You added the bias along the batch. Each neuron has one, so it belongs to a column.",
                ko="편향을 배치 방향으로 더했습니다. 편향은 뉴런마다 하나이므로 열에 속합니다.",
            ),
        ],
    )


def steps(rng: np.random.Generator) -> Drawn:
    """The steps of a training: batches of an epoch, the last one smaller, times epochs."""
    n, batch, epochs = int(rng.integers(1001, 4000)), int(rng.choice([32, 64, 128])), int(rng.integers(3, 10))
    if n % batch == 0:
        n += 1
    full, left = divmod(n, batch)
    return Drawn(
        {"n": n, "batch": batch, "epochs": epochs, "full": full, "left": left, "each": full + 1},
        (full + 1) * epochs,
        [
            Wrong(
                full * epochs,
                cause="last_batch_left_out",
                en=f"You left out the last batch of every epoch. It holds only {left} of the pictures, and is a step all the same.",
                ko=f"에포크마다 마지막 배치를 빠뜨렸습니다. 이미지가 {left}장뿐이어도 한 번의 갱신입니다.",
            ),
            Wrong(
                full + 1,
                cause="one_epoch",
                en=f"That is one epoch. There are {epochs}.",
                ko=f"에포크 한 번의 횟수입니다. 에포크는 {epochs}번입니다.",
            ),
        ],
    )


def first_loss(rng: np.random.Generator) -> Drawn:
    """The cross-entropy of a network that knows nothing."""
    k = int(rng.integers(4, 41))
    names = {"softmax": Text("softmax", "소프트맥스")}
    return Drawn(
        {"k": k, "activation": names["softmax"]},
        float(np.log(k)),
        [
            Wrong(
                float(np.log2(k)),
                cause="base_two",
                en="You took the logarithm to base 2. The cross-entropy has the natural one.",
                ko="밑이 2인 로그를 썼습니다. 교차 엔트로피에는 자연로그를 씁니다.",
            ),
            Wrong(
                -float(np.log(k)),
                cause="sign",
                en="The sign is wrong: the logarithm of a probability is negative, and the cross-entropy turns it round.",
                ko="부호가 틀렸습니다. 확률의 로그는 음수이고 교차 엔트로피는 그 부호를 바꿉니다.",
            ),
            Wrong(
                1 / k,
                cause="probability",
                en="That is the probability of each class. The loss is minus its logarithm.",
                ko="각 클래스의 확률입니다. 손실은 그 로그의 부호를 바꾼 값입니다.",
            ),
        ],
    )
