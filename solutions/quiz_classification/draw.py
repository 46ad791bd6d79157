"""The figures of the quiz on classification, drawn for each student."""

from itertools import combinations
from typing import Any

import numpy as np

from gradekit.quiz import Drawn, Text, Wrong

# Probabilities of three classes in tenths, without a tie, as in the course's (0.7, 0.2, 0.1) and (0.1, 0.3, 0.6).
_TENTHS = ((7, 2, 1), (6, 3, 1), (5, 4, 1), (5, 3, 2))


def _apart(gap: float, *values: Any) -> bool:
    """Whether no two of the values are within the gap, so that neither rounding nor luck makes one mistake look like another."""
    arrays = [np.asarray(each, dtype=float) for each in values]
    return all(one.shape != other.shape or np.abs(one - other).max() > gap for one, other in combinations(arrays, 2))


def _rows(rng: np.random.Generator) -> np.ndarray:
    """Two different rows of probabilities."""
    chosen = rng.choice(len(_TENTHS), 2, replace=False)
    return np.array([rng.permutation(_TENTHS[int(each)]) for each in chosen]) / 10


def softmax(rng: np.random.Generator) -> Drawn:
    """Softmax of three whole logits; the largest is not so far ahead that its probability looks like 1."""
    while True:
        z = rng.permutation(6)[:3]
        low, middle, high = sorted(z.tolist())
        if high - middle <= 2 and (low, middle, high) != (1, 3, 5):  # the course's own example is in the introduction
            break
    e = np.exp(z)
    p = e / e.sum()
    return Drawn(
        {"z": z, "e": np.round(e, 4), "total": float(np.round(e.sum(), 4))},
        p,
        [
            Wrong(
                z / z.sum(),
                cause="no_exponential",
                en="You divided the logits themselves by their sum. Softmax takes the exponential of each logit first.",
                ko="로짓 자체를 로짓의 합으로 나누었습니다. 소프트맥스에서는 먼저 로짓마다 지수 함수를 적용합니다.",
            ),
            Wrong(
                e,
                cause="not_normalised",
                en="These are the exponentials. Divide each by their sum, so that the three sum to 1.",
                ko="지수 함수의 값까지만 구했습니다. 각각을 합으로 나누어 셋의 합이 1이 되게 하십시오.",
            ),
            Wrong(
                e / e.max(),
                cause="divided_by_the_largest",
                en="You divided by the largest exponential. Divide by the sum of all three.",
                ko="가장 큰 지수 함수의 값으로 나누었습니다. 세 값의 합으로 나누십시오.",
            ),
            Wrong(
                1 / (1 + np.exp(-z)),
                cause="sigmoid",
                en="You put each logit through a sigmoid of its own. Softmax looks at all three: its probabilities sum to 1.",
                ko="로짓마다 시그모이드를 따로 적용했습니다. 소프트맥스는 세 로짓을 함께 보며 확률의 합이 1입니다.",
            ),
            Wrong(
                (z == z.max()).astype(float),
                cause="only_the_winner",
                en="You gave all to the largest logit. Softmax leaves every class a probability above 0.",
                ko="가장 큰 로짓에 전부를 주었습니다. 소프트맥스는 모든 클래스에 0보다 큰 확률을 남깁니다.",
            ),
        ],
    )


def same_probabilities(rng: np.random.Generator) -> Drawn:
    """Which logits have the same softmax: those shifted by a constant."""
    z = rng.permutation(5)[:3] - 1
    c = int(rng.choice([-3, -2, 2, 3]))
    options = {"shifted": z + c, "doubled": 2 * z, "negated": -z, "one_shifted": np.where(z == z.max(), z + c, z)}
    top, runner_up = sorted(z.tolist())[:0:-1]
    return Drawn(
        {"z": z, "c": c, "gap": top - runner_up},
        "shifted",
        [
            Wrong(
                "doubled",
                cause="scaled",
                en="Multiplying by 2 doubles the differences of the logits too, and with them the larger probability grows.",
                ko="2를 곱하면 로짓의 차이도 두 배가 되므로 가장 큰 확률이 더 커집니다.",
            ),
            Wrong(
                "negated",
                cause="turned_round",
                en="With the opposite signs the least probable class becomes the most probable.",
                ko="부호를 모두 바꾸면 확률이 가장 작던 클래스의 확률이 가장 커집니다.",
            ),
            Wrong(
                "one_shifted",
                cause="one_logit_shifted",
                en="Only one logit was changed there, so its differences to the others are not what they were.",
                ko="로짓 하나만 바뀌었으므로 다른 로짓과의 차이가 달라졌습니다.",
            ),
        ],
        options={name: "[" + ", ".join(str(each) for each in value) + "]" for name, value in options.items()},
    )


def one_hot(rng: np.random.Generator) -> Drawn:
    """Three names in the order of the classes, which is not that of the alphabet."""
    while True:
        classes = [str(each) for each in rng.permutation(["Cat", "Dog", "Turtle", "Fish"])]
        names = [str(each) for each in rng.choice(classes, 3, replace=False)]
        right, by_alphabet = _encoded(names, classes), _encoded(names, sorted(classes))
        if right != by_alphabet:
            break
    return Drawn(
        {"classes": classes, "names": names, "numbers": [classes.index(each) for each in names]},
        right,
        [
            Wrong(
                [list(column) for column in zip(*right, strict=True)],
                cause="transposed",
                en="Your columns are the pictures. A row belongs to a picture, a column to a class.",
                ko="열이 이미지로 되어 있습니다. 행이 이미지, 열이 클래스입니다.",
            ),
            Wrong(
                by_alphabet,
                cause="by_alphabet",
                en=f"You put the classes in the order of the alphabet. Their order is given: {', '.join(classes)}.",
                ko=f"클래스를 알파벳순으로 놓았습니다. 클래스의 순서는 주어진 대로 {', '.join(classes)}입니다.",
            ),
            Wrong(
                _encoded(names, [each for each in classes if each in names]),
                cause="only_classes_that_occur",
                en="There are four classes, so there are four columns, even if no picture belongs to one of them.",
                ko="클래스가 네 개이므로 열도 네 개입니다. 어느 이미지도 속하지 않는 클래스의 열도 있어야 합니다.",
            ),
        ],
    )


def _encoded(names: list[str], classes: list[str]) -> list[list[int]]:
    return [[int(name == each) for each in classes] for name in names]


def cross_entropy(rng: np.random.Generator) -> Drawn:
    """The mean loss of two pictures, of which at least one is read wrongly."""
    while True:
        P, labels = _rows(rng), rng.choice(3, 2, replace=False)
        p = P[[0, 1], labels]
        losses = -np.log(p)
        right, total = float(losses.mean()), float(losses.sum())
        base_two, base_ten = right / float(np.log(2)), right / float(np.log(10))
        largest, log_of_mean = float(-np.log(P.max(axis=1)).mean()), float(-np.log(p.mean()))
        wrong = (total, base_two, base_ten, -right, total / 6, largest, log_of_mean)
        if p[0] != p[1] and _apart(0.025, right, *wrong):
            break
    return Drawn(
        {"P": P, "T": np.eye(3, dtype=int)[labels], "p": p, "losses": np.round(losses, 4)},
        right,
        [
            Wrong(
                total,
                cause="sum",
                en="That is the sum of the two losses. The loss of a batch is their mean.",
                ko="두 손실의 합입니다. 배치의 손실은 평균입니다.",
            ),
            Wrong(
                base_two,
                cause="base_two",
                en="You took the logarithm to base 2. The cross-entropy has the natural one.",
                ko="밑이 2인 로그를 썼습니다. 교차 엔트로피에는 자연로그를 씁니다.",
            ),
            Wrong(
                base_ten,
                cause="base_ten",
                en="You took the logarithm to base 10. The cross-entropy has the natural one, the key ln of a calculator.",
                ko="밑이 10인 로그를 썼습니다. 교차 엔트로피에는 자연로그, 곧 계산기의 ln을 씁니다.",
            ),
            Wrong(
                -right,
                cause="sign",
                en="The sign is wrong: the logarithm of a probability is negative, and the cross-entropy turns it round.",
                ko="부호가 틀렸습니다. 확률의 로그는 음수이고 교차 엔트로피는 그 부호를 바꿉니다.",
            ),
            Wrong(
                total / 6,
                cause="mean_over_all_entries",
                en="You divided by all 6 entries of P. The mean is over the 2 pictures.",
                ko="P의 원소 6개로 나누었습니다. 이미지 2장에 대한 평균이어야 합니다.",
            ),
            Wrong(
                largest,
                cause="largest_probability",
                en="You took the largest probability of each row. What counts is that of the true class, where T has the 1.",
                ko="행마다 가장 큰 확률을 썼습니다. T에서 1이 있는 자리, 곧 정답 클래스의 확률을 써야 합니다.",
            ),
            Wrong(
                log_of_mean,
                cause="logarithm_of_the_mean",
                en="You averaged the probabilities and took the logarithm last. Take the logarithm of each, and the mean last.",
                ko="확률을 먼저 평균하고 로그를 나중에 취했습니다. 각 확률에 로그를 취하고 평균을 마지막에 구하십시오.",
            ),
        ],
    )


def gradient(rng: np.random.Generator) -> Drawn:
    """The gradient of the mean cross-entropy of two pictures with respect to their logits."""
    P, labels = _rows(rng), rng.choice(3, 2, replace=False)
    T = np.eye(3, dtype=int)[labels]
    return Drawn(
        {"P": P, "labels": labels, "T": T, "difference": P - T},
        (P - T) / 2,
        [
            Wrong(
                P - T,
                cause="not_divided",
                en="The loss is the mean over 2 pictures, so its gradient is divided by 2 as well.",
                ko="손실이 이미지 2장에 대한 평균이므로 기울기도 2로 나누어야 합니다.",
            ),
            Wrong(
                (T - P) / 2,
                cause="sign",
                en="The sign is wrong: it is probability minus truth. A larger logit of the true class makes the loss smaller.",
                ko="부호가 틀렸습니다. 확률에서 정답을 빼야 합니다. 정답 클래스의 로짓이 커지면 손실은 작아집니다.",
            ),
            Wrong(
                (P - T) / 6,
                cause="divided_by_all_entries",
                en="You divided by all 6 entries. The mean is over the 2 pictures.",
                ko="원소 6개로 나누었습니다. 이미지 2장에 대한 평균이어야 합니다.",
            ),
            Wrong(
                -T / P / 2,
                cause="with_respect_to_probabilities",
                en="That is the gradient with respect to the probabilities. Through softmax every logit changes all of them.",
                ko="확률에 대한 기울기입니다. 소프트맥스를 거치면 로짓 하나가 모든 확률을 바꿉니다.",
            ),
        ],
    )


def logistic(rng: np.random.Generator) -> Drawn:
    """The probability that a logistic regression of two features gives."""
    while True:
        w, x, b = rng.choice([-3, -2, -1, 1, 2, 3], 2), rng.integers(1, 5, 2), int(rng.choice([-4, -3, -2, -1, 1, 2, 3, 4]))
        z = int(w @ x) + b
        right, no_bias, turned, one_less = (float(each) for each in (_sigmoid(z), _sigmoid(z - b), _sigmoid(-z), np.exp(z)))
        if 1 <= abs(z) <= 3 and abs(z - b) <= 6 and _apart(0.002, right, no_bias, turned, one_less, z):
            break
    return Drawn(
        {"w": w, "x": x, "b": b, "z": z, "e": float(np.round(np.exp(-z), 4))},
        right,
        [
            Wrong(
                no_bias,
                cause="no_bias",
                en="You left out the bias: z = w · x + b.",
                ko="편향을 빠뜨렸습니다. z = w · x + b입니다.",
            ),
            Wrong(
                turned,
                cause="sign_of_the_exponent",
                en="You used e^z in the denominator. It is e^(−z), so that a larger z gives a larger probability.",
                ko="분모에 e^z를 썼습니다. e^(−z)이어야 z가 클수록 확률이 커집니다.",
            ),
            Wrong(
                z,
                cause="no_sigmoid",
                en="That is z, a logit. The sigmoid turns it into a probability.",
                ko="로짓 z의 값입니다. 시그모이드를 적용해야 확률이 됩니다.",
            ),
            Wrong(
                one_less,
                cause="no_one_in_the_denominator",
                en="You left out the 1 in the denominator 1 + e^(−z).",
                ko="분모 1 + e^(−z)에서 1을 빠뜨렸습니다.",
            ),
        ],
    )


def _sigmoid(z: Any) -> Any:
    return 1 / (1 + np.exp(-np.asarray(z, dtype=float)))


def border(rng: np.random.Generator) -> Drawn:
    """The score at which a logistic regression is undecided; the course's lies at 57.5."""
    w, score = float(rng.choice([0.1, 0.2, 0.25, 0.4, 0.5])), float(rng.choice([48, 50, 52, 54, 56, 58, 60, 62, 64, 66]))
    b = round(-w * score, 6)
    return Drawn(
        {"w": w, "b": b},
        score,
        [
            Wrong(
                -score,
                cause="sign",
                en=f"The sign is wrong: {w:g} x must make up for the bias, so x = −b / w.",
                ko=f"부호가 틀렸습니다. {w:g} x와 편향의 합이 0이어야 하므로 x = −b / w입니다.",
            ),
            Wrong(
                -b,
                cause="not_divided",
                en="You forgot the weight: divide by w.",
                ko="가중치를 빠뜨렸습니다. w로 나누십시오.",
            ),
            Wrong(
                (0.5 - b) / w,
                cause="logit_of_one_half",
                en="You set z itself to 0.5. The probability is 0.5 where z is 0.",
                ko="z를 0.5로 놓았습니다. 확률이 0.5인 곳에서 z는 0입니다.",
            ),
        ],
    )


def multilabel_loss(rng: np.random.Generator) -> Drawn:
    """Binary cross-entropies of three classes, summed; the course's picture has a cat and a lion."""
    while True:
        p, t = rng.choice([1, 2, 3, 4, 6, 7, 8, 9], 3, replace=False) / 10, rng.integers(0, 2, 3)
        losses = -np.log(np.where(t == 1, p, 1 - p))
        right, only_ones, ignored = float(losses.sum()), float(losses[t == 1].sum()), float(-np.log(p).sum())
        base_ten = right / float(np.log(10))
        if 0 < t.sum() < 3 and _apart(0.025, right, only_ones, ignored, right / 3, base_ten, -right):
            break
    return Drawn(
        {"p": p, "t": t, "q": np.where(t == 1, p, 1 - p), "losses": np.round(losses, 4)},
        right,
        [
            Wrong(
                only_ones,
                cause="only_the_ones",
                en="You counted only classes with the target 1. Where the target is 0, −ln(1 − p) counts.",
                ko="타깃이 1인 클래스만 더했습니다. 타깃이 0인 클래스에서는 −ln(1 − p)를 더합니다.",
            ),
            Wrong(
                ignored,
                cause="targets_ignored",
                en="You took −ln p of every class. Where the target is 0, take −ln(1 − p).",
                ko="모든 클래스에서 −ln p를 구했습니다. 타깃이 0인 클래스에서는 −ln(1 − p)입니다.",
            ),
            Wrong(
                right / 3,
                cause="mean",
                en="That is the mean over the classes. The loss of a picture is their sum here.",
                ko="클래스에 대한 평균입니다. 여기서 이미지의 손실은 합입니다.",
            ),
            Wrong(
                base_ten,
                cause="base_ten",
                en="You took the logarithm to base 10. The natural one is asked, the key ln of a calculator.",
                ko="밑이 10인 로그를 썼습니다. 문제에서는 자연로그, 곧 계산기의 ln을 씁니다.",
            ),
            Wrong(
                -right,
                cause="sign",
                en="The sign is wrong: the logarithms are negative, and the loss turns them round.",
                ko="부호가 틀렸습니다. 로그의 값은 음수이고 손실은 그 부호를 바꿉니다.",
            ),
        ],
    )


def found(rng: np.random.Generator) -> Drawn:
    """Which of six animals a network answers yes to: logits of 0, a little above it, well above it, and below it."""
    animals = {
        "cat": Text("cat", "고양이"),
        "dog": Text("dog", "개"),
        "turtle": Text("turtle", "거북이"),
        "fish": Text("fish", "물고기"),
        "lion": Text("lion", "사자"),
        "horse": Text("horse", "말"),
    }
    large, below = rng.choice(np.arange(9, 30), 2, replace=False) / 10, -rng.choice(np.arange(3, 30), 2, replace=False) / 10
    logits = [0.0, float(rng.integers(1, 5)) / 10, *large.tolist(), *below.tolist()]
    names = [str(each) for each in rng.permutation(list(animals))]
    of = dict(zip(names, logits, strict=True))
    right = [name for name in names if of[name] >= 0]
    winner = max(names, key=of.__getitem__)
    return Drawn(
        {"logits": logits},
        right,
        [
            Wrong(
                [winner],
                cause="only_the_largest",
                en="You chose the largest logit alone, as with softmax. Here every class is judged on its own.",
                ko="소프트맥스처럼 가장 큰 로짓 하나만 골랐습니다. 여기서는 클래스마다 따로 판단합니다.",
            ),
            Wrong(
                [name for name in names if of[name] >= 0.5],
                cause="logit_against_one_half",
                en="You compared the logits with 0.5. Compare their sigmoids: those are at least 0.5 from a logit of 0 on.",
                ko="로짓을 0.5와 비교했습니다. 비교하는 것은 시그모이드의 값이며, 로짓이 0 이상이면 그 값이 0.5 이상입니다.",
            ),
            Wrong(
                [name for name in names if of[name] > 0],
                cause="exactly_one_half",
                en="The sigmoid of 0 is exactly 0.5, which is at least 0.5: that is a yes.",
                ko="0의 시그모이드는 정확히 0.5이고 0.5 이상이므로 ‘예’입니다.",
            ),
        ],
        options={
            name: Text(f"{animals[name].en}, with the logit {of[name]:g}", f"{animals[name].ko}, 로짓 {of[name]:g}")
            for name in sorted(names)
        },
    )
