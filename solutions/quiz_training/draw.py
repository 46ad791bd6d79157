"""The figures of the quiz on training, drawn for each student."""

from collections.abc import Sequence
from itertools import combinations
from typing import Any

import numpy as np

from gradekit.quiz import Drawn, Wrong


def _apart(gap: float, *values: Any) -> bool:
    """Whether no two of the values are within the gap, so that neither rounding nor luck makes one mistake look like another."""
    arrays = [np.asarray(each, dtype=float) for each in values]
    return all(one.shape != other.shape or np.abs(one - other).max() > gap for one, other in combinations(arrays, 2))


def steps(rng: np.random.Generator) -> Drawn:
    """The steps of a training whose validation samples are kept back; the course's 60000 in batches of 128 are 469 an epoch."""
    while True:
        n, percent = 100 * int(rng.integers(10, 61)), int(rng.choice([10, 20, 25, 30]))
        batch, epochs = int(rng.choice([32, 50, 64, 128])), int(rng.integers(3, 10))
        held = n * percent // 100
        m = n - held
        full, left = divmod(m, batch)
        right, floor, all_samples = (full + 1) * epochs, full * epochs, -(-n // batch) * epochs
        at_the_end, held_out = -(-m * epochs // batch), -(-held // batch) * epochs
        if left and _apart(0.5, right, floor, all_samples, at_the_end, held_out, full + 1):
            break
    return Drawn(
        {"n": n, "percent": percent, "m": m, "batch": batch, "epochs": epochs, "full": full, "left": left, "each": full + 1},
        right,
        [
            Wrong(
                all_samples,
                cause="validation_samples_trained_on",
                en=f"You trained on all {n} samples. Only {m} are left after the split.",
                ko=f"샘플 {n}개를 모두 학습에 썼습니다. 나누고 나면 {m}개만 남습니다.",
            ),
            Wrong(
                held_out,
                cause="trained_on_the_wrong_part",
                en=f"You trained on the {held} samples that are kept back. The other {m} are trained on.",
                ko=f"남겨 둔 샘플 {held}개로 학습했습니다. 학습에는 나머지 {m}개를 씁니다.",
            ),
            Wrong(
                floor,
                cause="last_batch_left_out",
                en=f"You left out the last batch of every epoch. It holds only {left} of the samples, and is a step all the same.",
                ko=f"에포크마다 마지막 배치를 빠뜨렸습니다. 샘플이 {left}개뿐이어도 한 스텝입니다.",
            ),
            Wrong(
                at_the_end,
                cause="rounded_up_at_the_end",
                en="You multiplied by the epochs first and rounded up once. Every epoch has a short batch of its own, so round up before.",
                ko="에포크 수를 먼저 곱하고 한 번만 올림했습니다. 에포크마다 짧은 배치가 있으므로 올림을 먼저 합니다.",
            ),
            Wrong(
                full + 1,
                cause="one_epoch",
                en=f"That is one epoch. There are {epochs}.",
                ko=f"에포크 한 번의 스텝 수입니다. 에포크는 {epochs}번입니다.",
            ),
        ],
    )


def _descended(x: np.ndarray, y: np.ndarray, batches: Sequence[Sequence[int]], by: Sequence[float], *, anew: bool = True) -> np.ndarray:
    """Weight and bias after each batch, from zeros, lr 0.1. by: the factor of each batch's sum; anew: each at the present weights."""
    w = b = 0.0
    found = []
    for batch, factor in zip(batches, by, strict=True):
        rows = list(batch)
        e = (w * x[rows] + b if anew else 0.0) - y[rows]
        w, b = w - 0.1 * factor * float(e @ x[rows]), b - 0.1 * factor * float(e.sum())
        found.append([round(w, 9), round(b, 9)])
    return np.array(found)


def minibatch(rng: np.random.Generator) -> Drawn:
    """One epoch of SGD on three samples: a batch of two, then a short one."""
    while True:
        x, y = rng.permutation([1, 2, 3]), rng.integers(1, 7, 3)
        order = rng.permutation(3).tolist()
        batches = [order[:2], order[2:]]
        right = _descended(x, y, batches, [1, 2])
        by_two, halved, sums = (_descended(x, y, batches, by) for by in ([1, 1], [0.5, 1], [2, 2]))
        unshuffled, stale = _descended(x, y, [[0, 1], [2]], [1, 2]), _descended(x, y, batches, [1, 2], anew=False)
        if order[2] != 2 and _apart(0.02, right, by_two, halved, sums, unshuffled, stale, -right):
            break
    first, last = x[order[:2]], x[order[2:]]
    return Drawn(
        {
            "x": x,
            "y": y,
            "order": order,
            "first": first,
            "first_y": y[order[:2]],
            "last": last,
            "last_y": y[order[2:]],
            "w": right[0, 0],
            "b": right[0, 1],
            "error": float(round(right[0, 0] * last[0] + right[0, 1] - y[order[2]], 9)),
        },
        right,
        [
            Wrong(
                by_two,
                cause="divided_by_the_full_batch_size",
                en="You divided the sums of the short batch by 2. It holds one sample, so m = 1 there.",
                ko="짧은 배치의 합도 2로 나누었습니다. 그 배치에는 샘플이 하나뿐이므로 m = 1입니다.",
            ),
            Wrong(
                halved,
                cause="no_factor_two",
                en="You left out the factor 2, which comes from the derivative of the square.",
                ko="제곱을 미분할 때 나오는 2를 빠뜨렸습니다.",
            ),
            Wrong(
                sums,
                cause="not_divided",
                en="You did not divide by the number of samples in the batch. The loss is a mean.",
                ko="배치의 샘플 수로 나누지 않았습니다. 손실은 평균입니다.",
            ),
            Wrong(
                unshuffled,
                cause="not_shuffled",
                en=f"You took the samples as they are listed. The shuffled order is {order}: cut the batches from that.",
                ko=f"샘플을 적힌 순서대로 썼습니다. 섞은 순서 {order}에 따라 배치를 나누십시오.",
            ),
            Wrong(
                stale,
                cause="gradient_of_the_start",
                en="You took the second gradient at w = b = 0 too. It is taken at the weight and the bias that the first step left.",
                ko="둘째 기울기도 w = b = 0에서 구했습니다. 첫 스텝을 마친 w와 b에서 구해야 합니다.",
            ),
        ],
    )


def k_fold(rng: np.random.Generator) -> Drawn:
    """Sizes of folds that do not come out even; two or more folds are larger, so that each mistake has sizes of its own."""
    k = int(rng.integers(4, 7))
    q, r = int(rng.integers(3, 8)), int(rng.integers(2, k))
    n = q * k + r
    right = [q + 1] * r + [q] * (k - r)
    return Drawn(
        {"n": n, "k": k, "q": q, "r": r},
        right,
        [
            Wrong(
                right[::-1],
                cause="smaller_first",
                en="The sizes are right, but larger folds come first.",
                ko="크기는 맞지만 큰 폴드가 앞에 와야 합니다.",
            ),
            Wrong(
                [q] * (k - 1) + [q + r],
                cause="remainder_in_the_last",
                en=f"You put all {r} left-over samples into the last fold. Sizes differ by at most one, so {r} folds get one each.",
                ko=f"남는 샘플 {r}개를 모두 마지막 폴드에 넣었습니다. 크기는 1까지만 다를 수 있으므로 폴드 {r}개에 하나씩 넣습니다.",
            ),
            Wrong(
                [n - each for each in right],
                cause="training_sizes",
                en="These are how many samples are trained on each time. The size of a fold is how many are tested.",
                ko="학습에 쓰이는 샘플의 수입니다. 폴드의 크기는 테스트에 쓰이는 샘플의 수입니다.",
            ),
        ],
    )


def momentum(rng: np.random.Generator) -> Drawn:
    """Three steps of SGD with momentum."""
    while True:
        start, lr, mu = int(rng.integers(1, 6)), float(rng.choice([0.1, 0.2, 0.5])), float(rng.choice([0.5, 0.9]))
        g = rng.choice([-4, -3, -2, -1, 1, 2, 3, 4], 3)
        v = np.array([g[0], mu * g[0] + g[1], mu * mu * g[0] + mu * g[1] + g[2]])
        mean = (1 - mu) * v
        short = np.array([g[0], mu * g[0] + g[1], mu * g[1] + g[2]])
        right, plain, averaged, forgetful, uphill = (
            np.round(start + sign * lr * np.cumsum(each), 9) for each, sign in ((v, -1), (g, -1), (mean, -1), (short, -1), (v, 1))
        )
        if _apart(0.01, right, plain, averaged, forgetful, uphill, v):
            break
    return Drawn(
        {"start": start, "lr": lr, "mu": mu, "g": g, "v": np.round(v, 9)},
        right,
        [
            Wrong(
                plain,
                cause="no_momentum",
                en="That is plain SGD. With momentum you subtract η v, and v still holds a part of the gradients before.",
                ko="모멘텀이 없는 SGD의 값입니다. 모멘텀을 쓰면 η v만큼 빼며, v에는 앞선 기울기들이 남아 있습니다.",
            ),
            Wrong(
                averaged,
                cause="running_mean",
                en="You weighted the gradient by 1 − μ, as Adam does. Momentum adds the whole gradient: v ← μ v + g.",
                ko="Adam처럼 기울기에 1 − μ를 곱했습니다. 모멘텀은 기울기를 그대로 더합니다. 곧 v ← μ v + g입니다.",
            ),
            Wrong(
                forgetful,
                cause="only_the_last_gradient",
                en="Your third velocity has lost the first gradient. μ multiplies the whole velocity, and that gradient is still in it.",
                ko="셋째 속도에 둘째 기울기만 남아 있습니다. μ는 속도 전체에 곱하며, 속도에는 첫째 기울기도 들어 있습니다.",
            ),
            Wrong(
                uphill,
                cause="sign",
                en="You went uphill: η v is subtracted.",
                ko="오르막으로 갔습니다. η v를 빼야 합니다.",
            ),
            Wrong(
                np.round(v, 9),
                cause="velocities",
                en="These are the velocities. The question asks for θ.",
                ko="속도 v의 값입니다. 문제에서 묻는 것은 θ입니다.",
            ),
        ],
    )


def adam(rng: np.random.Generator) -> Drawn:
    """Adam's first step: as long as the learning rate, whether the gradient is huge or tiny."""
    start, lr = rng.permutation([1, 2, 3, 4, 5])[:2], float(rng.choice([0.01, 0.02, 0.05, 0.1]))
    g = np.array([float(rng.choice([40, 80, 120, 250])), float(rng.choice([0.002, 0.004, 0.005, 0.02]))])
    g = rng.permutation(g) * rng.permutation([1, -1])
    direction = np.sign(g)
    return Drawn(
        {"start": start, "lr": lr, "g": g, "direction": direction.astype(int)},
        np.round(start - lr * direction, 9),
        [
            Wrong(
                np.round(start - lr * g, 9),
                cause="sgd",
                en="That is a step of SGD. Adam divides the mean of the gradient by the root of the mean of its square.",
                ko="SGD의 스텝입니다. Adam은 기울기의 평균을 기울기 제곱의 평균의 제곱근으로 나눕니다.",
            ),
            Wrong(
                start - lr * direction * 0.1 / float(np.sqrt(0.001)),
                cause="no_correction",
                en="You left out the corrections 1 − β₁ᵗ and 1 − β₂ᵗ: both means begin at 0 and are too small at first.",
                ko="보정 1 − β₁ᵗ과 1 − β₂ᵗ을 빠뜨렸습니다. 두 평균은 0에서 시작하므로 처음에는 너무 작습니다.",
            ),
            Wrong(
                start - lr / g,
                cause="no_root",
                en="You divided by the mean of the squares itself. Take its root first.",
                ko="제곱의 평균으로 바로 나누었습니다. 먼저 제곱근을 구하십시오.",
            ),
            Wrong(
                start - lr,
                cause="direction_lost",
                en="The lengths are right. But m keeps the sign of the gradient: where that is negative, the parameter grows.",
                ko="길이는 맞습니다. 그러나 m에는 기울기의 부호가 남으므로 기울기가 음수이면 파라미터는 커집니다.",
            ),
            Wrong(
                np.round(start + lr * direction, 9),
                cause="sign",
                en="You went uphill: the step is subtracted.",
                ko="오르막으로 갔습니다. 스텝을 빼야 합니다.",
            ),
        ],
    )


def dropout(rng: np.random.Generator) -> Drawn:
    """Inverted dropout of four units, of which one is drawn exactly at p. Not p = 0.5, where 1/p and 1/(1-p) are the same."""
    p = float(rng.choice([0.2, 0.6, 0.75, 0.8]))
    x, low, high = rng.permutation(np.arange(1, 10))[:4], int(100 * p) - 3, int(100 * p) + 3
    u = rng.permutation([p, rng.integers(1, low) / 100, rng.integers(high, 99) / 100, rng.integers(high, 99) / 100])
    mask = u >= p
    right = np.round(x * mask / (1 - p), 9)
    return Drawn(
        {"x": x, "u": u, "p": p, "keep": round(1 - p, 9), "mask": mask.astype(int)},
        right,
        [
            Wrong(
                x * mask,
                cause="not_scaled",
                en=f"You did not scale the units that stay. Inverted dropout divides them by 1 − p = {1 - p:g}.",
                ko=f"남은 유닛의 크기를 맞추지 않았습니다. 역 드롭아웃에서는 1 − p의 값 {1 - p:g}로 나눕니다.",
            ),
            Wrong(
                np.round(x * mask * (1 - p), 9),
                cause="multiplied",
                en="You multiplied by 1 − p, which makes the units that stay smaller. They must become larger: divide.",
                ko="1 − p를 곱하여 남은 유닛이 작아졌습니다. 커져야 하므로 나누어야 합니다.",
            ),
            Wrong(
                x * mask / p,
                cause="divided_by_p",
                en="You divided by p, the probability to be dropped. The units that stay are divided by 1 − p.",
                ko="꺼질 확률 p로 나누었습니다. 남은 유닛은 1 − p로 나눕니다.",
            ),
            Wrong(
                np.round(x * ~mask / (1 - p), 9),
                cause="mask_turned_round",
                en="You kept the wrong units: a unit stays where u is at least p.",
                ko="반대로 남겼습니다. u가 p 이상인 유닛이 남습니다.",
            ),
            Wrong(
                np.round(x * (u > p) / (1 - p), 9),
                cause="exactly_p",
                en="The unit with u = p stays: at least p is asked, not more than p.",
                ko="u = p인 유닛도 남습니다. p보다 큰 것이 아니라 p 이상인 것이 조건입니다.",
            ),
        ],
    )


def dropout_in_use(rng: np.random.Generator) -> Drawn:
    """What a layer gives in use, from what it gave in training when by chance no unit was dropped."""
    p, y = float(rng.choice([0.2, 0.5, 0.6, 0.8])), 2 * rng.permutation(np.arange(1, 8))[:3]
    keep = 1 - p
    values = {"unscaled": y * keep, "as_in_training": y * 1.0, "scaled_down_again": y * keep * keep, "scaled_up_again": y / keep}
    return Drawn(
        {"p": p, "y": y, "keep": round(keep, 9)},
        "unscaled",
        [
            Wrong(
                "as_in_training",
                cause="scaled_in_use",
                en="In training the units that stayed were made larger. In use nothing is scaled.",
                ko="학습할 때는 남은 유닛을 키웠습니다. 사용할 때는 크기를 바꾸지 않습니다.",
            ),
            Wrong(
                "scaled_down_again",
                cause="scaled_down_in_use",
                en="You made the units smaller in use as well. Inverted dropout settles that in training, so that nothing is left to do.",
                ko="사용할 때 유닛을 또 줄였습니다. 역 드롭아웃은 학습할 때 크기를 맞추므로 사용할 때 할 일이 없습니다.",
            ),
            Wrong(
                "scaled_up_again",
                cause="scaled_twice",
                en="You divided by 1 − p once more. The output in training is already divided by it.",
                ko="1 − p로 한 번 더 나누었습니다. 학습할 때의 출력은 이미 나눈 값입니다.",
            ),
        ],
        options={name: "[" + ", ".join(f"{each:g}" for each in value) + "]" for name, value in values.items()},
    )


def early_stopping(rng: np.random.Generator) -> Drawn:
    """A curve that falls, rises, falls a little without a new minimum, rises, and would have found a lower minimum much later."""
    patience, best = int(rng.integers(2, 4)), int(rng.integers(2, 5))
    low = int(rng.integers(40, 56))  # in hundredths, as all of the curve
    falling = low + np.cumsum(rng.integers(3, 12, best))[::-1]
    bump = low + int(rng.integers(8, 13))
    dent = bump - int(rng.integers(2, 6))
    rising = dent + np.cumsum(rng.integers(1, 5, patience))
    losses = np.array([*falling, low, bump, dent, *rising, low - int(rng.integers(2, 9))]) / 100
    stop, last = best + patience, len(losses) - 1
    return Drawn(
        {"losses": losses, "patience": patience, "best": best, "low": low / 100, "stop": stop},
        [stop, best],
        [
            Wrong(
                [stop + 1, best + 1],
                cause="counted_from_one",
                en="You counted the epochs from 1. The first loss is that of epoch 0.",
                ko="에포크를 1부터 세었습니다. 첫 손실이 에포크 0의 손실입니다.",
            ),
            Wrong(
                [stop, stop],
                cause="last_weights",
                en="It stops there, but goes back to the weights of the best epoch.",
                ko="멈추는 곳은 맞지만, 가중치는 가장 좋은 에포크의 것으로 돌아갑니다.",
            ),
            Wrong(
                [best + 2 + patience, best + 2],
                cause="lower_than_the_one_before",
                en=f"The loss of epoch {best + 2} is lower than the one before, but no new minimum: that of epoch {best} was lower.",
                ko=f"{best + 2}번 에포크의 손실은 바로 앞보다 작을 뿐 새로운 최솟값은 아닙니다. {best}번 에포크의 손실이 더 작습니다.",
            ),
            Wrong(
                [last, last],
                cause="looked_ahead",
                en="The lowest loss of all comes too late: training has stopped before it.",
                ko="전체에서 가장 작은 손실은 너무 늦게 나옵니다. 그 전에 학습이 멈춥니다.",
            ),
            Wrong(
                [stop + 1, best],
                cause="one_epoch_late",
                en="You waited one epoch too long: training stops as soon as the difference reaches the patience.",
                ko="한 에포크 더 기다렸습니다. 차이가 기다리는 에포크 수에 이르면 바로 멈춥니다.",
            ),
        ],
    )


def gap(rng: np.random.Generator) -> Drawn:
    """The generalisation gap, from numbers of pictures that were read rightly."""
    n, m = int(rng.choice([2000, 4000, 5000])), int(rng.choice([400, 500, 800]))
    train, test = int(rng.integers(93, 100)), int(rng.integers(70, 89))
    right = (train - test) / 100
    good, good_test = n * train // 100, m * test // 100
    return Drawn(
        {"n": n, "m": m, "good": good, "good_test": good_test, "train": train / 100, "test": test / 100},
        right,
        [
            Wrong(
                -right,
                cause="sign",
                en="The sign is wrong: the gap is the training accuracy minus the test accuracy.",
                ko="부호가 틀렸습니다. 격차는 훈련 정확도에서 시험 정확도를 뺀 값입니다.",
            ),
            Wrong(
                train - test,
                cause="percent",
                en="That is in percent. As an accuracy between 0 and 1 it is a hundredth of that.",
                ko="퍼센트로 쓴 값입니다. 정확도를 0과 1 사이의 수로 나타내면 그 100분의 1입니다.",
            ),
            Wrong(
                (good - good_test) / n,
                cause="one_denominator",
                en=f"You divided both by {n}. Each accuracy is a share of its own pictures, for the test of {m}.",
                ko=f"둘 다 {n}장으로 나누었습니다. 정확도는 저마다의 이미지에 대한 비율이며 시험 이미지는 {m}장입니다.",
            ),
        ],
    )
