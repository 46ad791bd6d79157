"""The figures of the quiz on regression and gradient descent, drawn for each student."""

from collections.abc import Sequence
from itertools import combinations

import numpy as np

from gradekit.quiz import Drawn, Text, Wrong


def _errors(rng: np.random.Generator, n: int) -> tuple[np.ndarray, np.ndarray, np.ndarray]:
    """Scores, predictions and errors: whole numbers, the errors with both signs, no two alike in size and no sum of 0."""
    while True:
        e = rng.choice(np.arange(1, 13), n, replace=False) * rng.choice([-1, 1], n)
        y = rng.integers(25, 76, n)
        if e.min() < 0 < e.max() and e.sum() != 0:
            return y, y - e, e


def _apart(answers: Sequence[Sequence[float]], gap: float) -> bool:
    """Whether any two answers differ by gap at some place, so that no rounding makes one the other."""
    return all(max(abs(a - b) for a, b in zip(one, other, strict=True)) >= gap for one, other in combinations(answers, 2))


def three_sums(rng: np.random.Generator) -> Drawn:
    """The sum of the errors, in which they cancel, and the two losses, in which they do not."""
    y, predicted, e = _errors(rng, 4)
    signed, l1, l2 = int(e.sum()), int(np.abs(e).sum()), int(e @ e)
    return Drawn(
        {"y": y, "predicted": predicted, "errors": e},
        [signed, l1, l2],
        [
            Wrong(
                [-signed, l1, l2],
                cause="predicted_minus_true",
                en="The sign of the first number is wrong: an error is the true value minus the predicted one, y − ŷ.",
                ko="첫째 수의 부호가 틀렸습니다. 오차는 참값에서 예측값을 뺀 y − ŷ입니다.",
            ),
            Wrong(
                [signed, signed, l2],
                cause="l1_with_signs",
                en="In your L1 the errors cancel. Take the magnitude of each before you add up.",
                ko="L1에서 오차가 서로 지워졌습니다. 더하기 전에 오차마다 절댓값을 구해야 합니다.",
            ),
            Wrong(
                [signed / 4, l1 / 4, l2 / 4],
                cause="means",
                en="You divided by 4. All three are sums here.",
                ko="4로 나누었습니다. 여기서 세 수는 모두 합입니다.",
            ),
            Wrong(
                [signed, l1, float(np.sqrt(l2))],
                cause="root",
                en="You took the root of the third number. The L2 loss is the sum of the squares itself.",
                ko="셋째 수의 제곱근을 구했습니다. L2 손실은 제곱의 합 그대로입니다.",
            ),
            Wrong(
                [signed, l2, l1],
                cause="l1_and_l2_exchanged",
                en="You exchanged the losses: L1 adds magnitudes, L2 adds squares.",
                ko="두 손실이 서로 바뀌었습니다. L1은 절댓값을, L2는 제곱을 더합니다.",
            ),
        ],
    )


def slip(rng: np.random.Generator) -> Drawn:
    """A printed table with one wrong error, as in the course, where 42 − 53 is said to be −9."""
    while True:
        y, predicted, e = _errors(rng, 4)
        at, off = int(rng.integers(4)), int(rng.integers(1, 4))
        printed = e.copy()
        printed[at] += off * int(rng.choice([-1, 1]))
        right, wrong = int(e @ e), int(printed @ printed)
        mended = wrong + off * off * (1 if right > wrong else -1)
        others = [wrong, mended, int(np.abs(e).sum())]
        if abs(e[at]) >= 5 and right >= 60 and len({right, *others}) == 4:
            break
    words = {"y": y, "predicted": predicted, "printed": printed, "errors": e, "printed_sse": wrong, "off": off}
    return Drawn(
        words | {"terms": " + ".join(str(int(each) ** 2) for each in e), "difference": abs(right - wrong)},
        right,
        [
            Wrong(
                wrong,
                cause="printed_errors",
                en=f"You used the printed errors. Calculate them again, {int(y[at])} − {int(predicted[at])} among them.",
                ko=f"인쇄된 오차를 그대로 썼습니다. {int(y[at])} − {int(predicted[at])}부터 다시 계산해 보십시오.",
            ),
            Wrong(
                mended,
                cause="square_of_the_slip",
                en="You corrected the sum by the square of the slip. The whole error has to be squared anew.",
                ko="잘못 계산한 차이의 제곱만큼 합을 고쳤습니다. 올바른 오차 전체를 다시 제곱해야 합니다.",
            ),
            Wrong(
                others[2],
                cause="magnitudes",
                en="You added magnitudes, which is the L1 loss. The SSE adds squares.",
                ko="절댓값을 더했습니다. 그것은 L1 손실이며, SSE는 제곱을 더합니다.",
            ),
        ],
    )


def mse(rng: np.random.Generator) -> Drawn:
    """The mean squared error of a line on four samples."""
    while True:
        x, (_, _, e) = np.sort(rng.choice(np.arange(1, 10), 4, replace=False)), _errors(rng, 4)
        w, b = int(rng.integers(2, 11)), int(rng.integers(3, 21))
        y = w * x + b + e
        sse = int(e @ e)
        answers = [sse / 4, float(sse), sse / 3, float(np.abs(e).mean()), float(np.sqrt(sse / 4)), float(((y - w * x) ** 2).mean())]
        if sse <= 240 and y.min() >= 0 and _apart([[each] for each in answers], 0.2):
            break
    return Drawn(
        {"x": x, "y": y, "w": w, "b": b, "predicted": w * x + b, "errors": e, "sse": sse},
        answers[0],
        [
            Wrong(
                answers[1],
                cause="sum",
                en="That is the sum of the squares. The mean is asked, so divide by the number of samples.",
                ko="제곱의 합입니다. 평균을 묻고 있으므로 샘플의 개수로 나누어야 합니다.",
            ),
            Wrong(
                answers[2],
                cause="divided_by_three",
                en="You divided by n − 1, as in a sample variance. The MSE divides by n, which is 4.",
                ko="표본분산처럼 n − 1로 나누었습니다. MSE는 n, 곧 4로 나눕니다.",
            ),
            Wrong(
                answers[3],
                cause="magnitudes",
                en="You averaged the magnitudes of the errors. The MSE squares them.",
                ko="오차의 절댓값을 평균했습니다. MSE는 오차를 제곱하여 평균합니다.",
            ),
            Wrong(
                answers[4],
                cause="root",
                en="You took the root at the end. That number has a use of its own, but the MSE is without it.",
                ko="마지막에 제곱근을 구했습니다. 그 값도 쓰이지만 MSE에서는 제곱근을 구하지 않습니다.",
            ),
            Wrong(
                answers[5],
                cause="no_bias",
                en=f"You predicted with {w}x alone. The bias {b} belongs to every prediction.",
                ko=f"{w}x만으로 예측했습니다. 모든 예측값에 편향 {b}도 더해야 합니다.",
            ),
        ],
    )


def about_losses(rng: np.random.Generator) -> Drawn:
    """Statements, true and false, each with the reason."""
    k = int(rng.integers(2, 6))
    true = {
        "data_twice": (
            Text("If every sample is there twice, the SSE doubles and the MSE stays as it is.",
                 "모든 샘플이 두 번씩 있으면 SSE는 두 배가 되고 MSE는 그대로입니다."),
            Text("You left out the doubled data. Every square is added twice, and the mean divides by twice as many samples.",
                 "샘플이 두 번씩 있는 경우를 빠뜨렸습니다. 제곱마다 두 번씩 더하고, 평균은 두 배가 된 개수로 나눕니다."),
        ),
        "errors_scaled": (
            Text(f"If every error becomes {k} times as large, L1 becomes {k} times and the MSE {k * k} times as large.",
                 f"오차가 모두 {k}배가 되면 L1은 {k}배, MSE는 {k * k}배가 됩니다."),
            Text("You left out the errors that grow. Magnitudes grow in proportion to the errors, squares with their square.",
                 "오차가 모두 커지는 경우를 빠뜨렸습니다. 절댓값은 오차에 비례하고, 제곱은 오차의 제곱에 비례합니다."),
        ),
        "outlier": (
            Text("One error of 10 adds more to L2 than ten errors of 1 together, but as much to L1.",
                 "크기가 10인 오차 하나는 크기가 1인 오차 열 개보다 L2를 더 키우지만, L1은 똑같이 키웁니다."),
            Text("You left out the single error of 10. 10² = 100 is more than ten times 1², which is 10; in L1 both are 10.",
                 "크기가 10인 오차를 빠뜨렸습니다. 10² = 100은 1²을 열 번 더한 10보다 크지만 L1에서는 둘 다 10입니다."),
        ),
        "zero": (
            Text("The MSE is 0 only if every prediction is exactly right.", "MSE가 0이면 모든 예측이 정확히 맞은 것입니다."),
            Text("You left out the MSE of 0. Squares are never negative, so their mean is 0 only if each of them is.",
                 "MSE가 0인 경우를 빠뜨렸습니다. 제곱은 음수가 아니므로 그 평균이 0이려면 제곱이 모두 0이어야 합니다."),
        ),
    }  # fmt: skip
    false = {
        "cancelling": (
            Text("If the errors with their signs add up to 0, every prediction is exactly right.",
                 "오차를 부호 그대로 더한 합이 0이면 모든 예측이 정확히 맞은 것입니다."),
            Text("A sum of 0 proves nothing: errors of +10 and −10 add up to 0 as well.",
                 "오차의 합이 0이어도 예측이 맞았다고 할 수는 없습니다. +10과 −10인 오차도 더하면 0입니다."),
        ),
        "never_below_l1": (
            Text("The MSE is always at least as large as the L1 loss.", "MSE는 언제나 L1 손실 이상입니다."),
            Text("The MSE can be the smaller one: with a single error of 0.5 it is 0.25, and L1 is 0.5.",
                 "MSE가 더 작을 수도 있습니다. 오차가 0.5 하나뿐이면 MSE는 0.25이고 L1은 0.5입니다."),
        ),
        "too_large_is_worse": (
            Text("A prediction that is too large by 5 adds more to the MSE than one that is too small by 5.",
                 "참값보다 5만큼 큰 예측값은 5만큼 작은 예측값보다 MSE를 더 키웁니다."),
            Text("Too large or too small makes no difference: the square forgets the sign, and both add 25 to the sum.",
                 "참값보다 크든 작든 차이가 없습니다. 제곱하면 부호가 없어지므로 둘 다 합에 25를 더합니다."),
        ),
        "same_ranking": (
            Text("Of two models, the one with the smaller L1 has the smaller MSE, too.", "두 모델 가운데 L1이 작은 쪽은 MSE도 작습니다."),
            Text("The two may rank models differently: errors of 3 and 0 have L1 = 3, L2 = 9, errors of 2 and 2 have L1 = 4, L2 = 8.",
                 "L1과 MSE의 우열이 다를 수 있습니다. 오차가 3과 0이면 L1 = 3, L2 = 9이고 2와 2이면 L1 = 4, L2 = 8입니다."),
        ),
    }  # fmt: skip
    right = [str(each) for each in rng.choice(list(true), int(rng.integers(2, 4)), replace=False)]
    others = [str(each) for each in rng.choice(list(false), 5 - len(right), replace=False)]
    wrong = [Wrong([*right, each], cause=f"{each}_ticked", en=false[each][1].en, ko=false[each][1].ko) for each in others]
    wrong += [
        Wrong([other for other in right if other != each], cause=f"{each}_left_out", en=true[each][1].en, ko=true[each][1].ko)
        for each in right
    ]
    return Drawn({"count": len(right)}, right, wrong, options={each: (true | false)[each][0] for each in (*right, *others)})


def mse_gradient(rng: np.random.Generator) -> Drawn:
    """The gradient of the mean squared error with respect to the predictions."""
    n = int(rng.integers(4, 6))
    y, predicted, e = _errors(rng, n)
    return Drawn(
        {"n": n, "y": y, "predicted": predicted},
        -2 * e / n,
        [
            Wrong(
                2 * e / n,
                cause="sign",
                en="The sign is wrong: if ŷ grows, y − ŷ falls, and the chain rule brings a minus. It is 2/n · (ŷ − y).",
                ko="부호가 틀렸습니다. ŷ이 커지면 y − ŷ은 작아지므로 연쇄 법칙에서 음의 부호가 나옵니다. 2/n · (ŷ − y)입니다.",
            ),
            Wrong(
                -e / n,
                cause="no_two",
                en="You left out the 2: the derivative of a square is twice its base.",
                ko="2를 빠뜨렸습니다. 제곱을 미분하면 2가 곱해집니다.",
            ),
            Wrong(
                -2 * e,
                cause="sum_for_mean",
                en=f"That is the gradient of the sum of squares. The mean divides it by n = {n}.",
                ko=f"제곱의 합을 미분한 기울기입니다. 평균에서는 n = {n}, 곧 샘플의 개수로 나눕니다.",
            ),
            Wrong(
                e,
                cause="errors",
                en="Those are the errors y − ŷ. The gradient is 2/n times ŷ − y.",
                ko="오차 y − ŷ입니다. 기울기는 ŷ − y의 2/n배입니다.",
            ),
        ],
    )


def one_step(rng: np.random.Generator) -> Drawn:
    """One step on the parabola of one sample; the course's own has x = 0.2, y = 1, u = 0.8 and ends at 1.136."""
    while True:
        x, lr = [(0.2, 1), (0.2, 2), (0.4, 0.5), (0.4, 1), (0.5, 0.5), (0.5, 0.2), (1.5, 0.1), (2, 0.05), (2, 0.1)][int(rng.integers(9))]
        y, u = int(rng.integers(1, 7)), int(rng.integers(2, 31)) / 10
        error = round(y - u * x, 6)
        answers = [u + step for step in (2 * lr * x * error, -2 * lr * x * error, lr * x * error, 2 * lr * error)]
        answers.append(2 * lr * x * error)
        if abs(error) >= 0.2 and abs(answers[0]) >= 0.2 and _apart([[each] for each in answers], 0.03):
            break
    return Drawn(
        {"x": x, "y": y, "u": u, "lr": lr, "error": error, "slope": round(-2 * x * error, 6)},
        round(answers[0], 6),
        [
            Wrong(
                answers[1],
                cause="uphill",
                en="You went uphill. A step goes against the slope: u − η J′(u), with J′(u) = −2 x (y − u x).",
                ko="오르막으로 갔습니다. 기울기와 반대 방향으로 움직입니다. u − η J′(u)이며 J′(u) = −2 x (y − u x)입니다.",
            ),
            Wrong(
                answers[2],
                cause="no_two",
                en="You left out the 2 that comes from the square.",
                ko="제곱을 미분할 때 나오는 2를 빠뜨렸습니다.",
            ),
            Wrong(
                answers[3],
                cause="no_inner_derivative",
                en="You left out the inner derivative: y − u x changes by −x if u grows by 1, so the slope has a factor x.",
                ko="안쪽 미분을 빠뜨렸습니다. u가 1만큼 커지면 y − u x는 x만큼 작아지므로 기울기에 x가 곱해집니다.",
            ),
            Wrong(
                answers[4],
                cause="step_alone",
                en=f"That is the step alone. It is added to the weight {u:g}.",
                ko=f"움직인 양만 구했습니다. 그만큼을 지금의 가중치 {u:g}에 더해야 합니다.",
            ),
        ],
    )


def learning_rate(rng: np.random.Generator) -> Drawn:
    """What a learning rate leads to. The rates are such that forgetting the 2 of the derivative leads to another answer, or to none."""
    x, rates = [
        (0.1, (10, 80, 100, 120)), (0.2, (5, 20, 25, 40)), (0.4, (2, 5, 6.25, 8)), (0.5, (1, 3, 4, 5)),
        (1, (0.3, 0.8, 1, 1.5)), (2, (0.1, 0.2, 0.25, 0.3)), (5, (0.01, 0.03, 0.04, 0.05)),
    ][int(rng.integers(7))]  # fmt: skip
    at = int(rng.integers(4))
    lr = float(rates[at])
    right = ("one_side", "jumps_closer", "two_points", "diverges")[at]
    r = round(1 - 2 * lr * x * x, 6)
    no_two = ("no_two", "You left out the 2 of the derivative: the factor is 1 − 2 η x², not 1 − η x².",
              "미분할 때 나오는 2를 빠뜨렸습니다. 곱해지는 수는 1 − η x²이 아니라 1 − 2 η x²입니다.")  # fmt: skip
    crossed = ("crossing_taken_for_divergence", "It jumps over the minimum, but lands closer than before: the factor is above −1.",
               "최솟점을 뛰어넘기는 하지만, 곱해지는 수가 −1보다 크므로 이전보다 가까운 곳에 닿습니다.")  # fmt: skip
    causes = {
        "one_side": {
            "jumps_closer": ("sign_of_the_factor", f"The factor 1 − 2 η x² is {r:g}, which is above 0: the weight does not change sides.",
                             f"곱해지는 수 1 − 2 η x²의 값은 {r:g}, 곧 양수이므로 반대쪽으로 넘어가지 않습니다."),
            "diverges": ("rate_alone", f"A rate of {lr:g} is neither large nor small by itself; what counts is η x².",
                         f"학습률 {lr:g} 자체로는 크다고도 작다고도 할 수 없습니다. η x²의 크기가 중요합니다."),
        },
        "jumps_closer": {"one_side": no_two, "diverges": crossed},
        "two_points": {
            "jumps_closer": ("boundary_below", "The factor is exactly −1: the distance changes its sign, but not its size.",
                             "곱해지는 수가 정확히 −1입니다. 거리의 부호만 바뀌고 크기는 그대로입니다."),
            "diverges": ("boundary_above", "The factor is exactly −1: the weight does not come closer, but it does not run away either.",
                         "곱해지는 수가 정확히 −1입니다. 가까워지지는 않지만 멀어지지도 않습니다."),
        },
        "diverges": {
            "jumps_closer": no_two,
            "two_points": ("distance_kept", f"The factor is {r:g}, below −1: every jump ends farther away than the one before.",
                           f"곱해지는 수가 {r:g}, 곧 −1보다 작으므로 뛸 때마다 더 먼 곳에 닿습니다."),
        },
    }[right]  # fmt: skip
    wrong = [Wrong(answer, cause=cause, en=en, ko=ko) for answer, (cause, en, ko) in causes.items()]
    return Drawn({"x": x, "y": int(rng.integers(1, 10)), "lr": lr, "r": r}, right, wrong)


def rates_in_order(rng: np.random.Generator) -> Drawn:
    """Four learning rates by how near to the minimum one step leads; neither the smallest nor the largest is the best."""
    x = float(rng.choice([0.2, 0.5, 1]))
    while True:
        factors = rng.choice([0.9, 0.7, 0.5, 0.2, -0.1, -0.35, -0.6, -0.8, -1.2, -1.5], 4, replace=False)
        factors = [float(each) for each in factors[np.argsort(np.abs(factors))]]
        rates = [round((1 - each) / (2 * x * x), 6) for each in factors]
        small_first = sorted(rates)
        if rates[0] not in (small_first[0], small_first[-1]) and np.diff(np.abs(factors)).min() > 0.09:
            break
    names = [f"rate_{place}" for place in range(4)]  # nearest first
    by_rate = sorted(names, key=lambda name: rates[names.index(name)])
    return Drawn(
        {"x": x, "rates": rates, "factors": factors},
        names,
        [
            Wrong(
                by_rate,
                cause="smallest_first",
                en="You ordered the rates by size, the smallest first. A small rate is safe, but its step hardly gets anywhere.",
                ko="학습률이 작은 것부터 놓았습니다. 작은 학습률은 안전하지만 한 번에 거의 나아가지 못합니다.",
            ),
            Wrong(
                by_rate[::-1],
                cause="largest_first",
                en="You ordered the rates by size, the largest first. A large step may jump over the minimum and end far beyond it.",
                ko="학습률이 큰 것부터 놓았습니다. 큰 걸음은 최솟점을 뛰어넘어 반대쪽 먼 곳에 닿을 수 있습니다.",
            ),
        ],
        options={name: f"η = {rate:g}" for name, rate in zip(names, rates, strict=True)},
    )


def one_epoch(rng: np.random.Generator) -> Drawn:
    """One step of linear regression on four samples, weight and bias at once."""
    while True:
        x, residuals = rng.choice(np.arange(1, 7), 4, replace=False), rng.integers(-4, 5, 4)
        w, b, lr = int(rng.integers(1, 5)), int(rng.choice([-3, -2, -1, 1, 2, 3, 4])), float(rng.choice([0.1, 0.05, 0.02]))
        y = w * x + b - residuals
        slope_w, slope_b = float(residuals @ x) / 2, float(residuals.sum()) / 2
        right = [round(w - lr * slope_w, 6), round(b - lr * slope_b, 6)]
        later = float((right[0] * x + b - y).sum()) / 2  # the slope of the bias after the weight has moved
        answers = [
            right,
            [w + lr * slope_w, b + lr * slope_b],
            [w - 4 * lr * slope_w, b - 4 * lr * slope_b],
            [w - lr * slope_w / 2, b - lr * slope_b / 2],
            [right[0], b - lr * later],
            [w - lr * slope_b, right[1]],
            [right[0], float(b)],
        ]
        if abs(slope_w) <= 30 and _apart(answers, 0.005):
            break
    return Drawn(
        {"x": x, "y": y, "w": w, "b": b, "lr": lr, "residuals": residuals, "slope_w": slope_w, "slope_b": slope_b},
        right,
        [
            Wrong(
                answers[1],
                cause="uphill",
                en="You went uphill: each number moves against its slope, so lr times the slope is subtracted.",
                ko="오르막으로 갔습니다. 두 수는 각각 기울기와 반대 방향으로 움직이므로 학습률을 곱한 기울기를 빼야 합니다.",
            ),
            Wrong(
                answers[2],
                cause="sum_for_mean",
                en="You left out the division by the number of samples: the cost is a mean.",
                ko="샘플의 개수로 나누지 않았습니다. 비용은 평균입니다.",
            ),
            Wrong(
                answers[3],
                cause="no_two",
                en="You left out the 2 that comes from the square.",
                ko="제곱을 미분할 때 나오는 2를 빠뜨렸습니다.",
            ),
            Wrong(
                answers[4],
                cause="new_weight_for_the_bias",
                en="You moved w first and took the slope of b from the new w. Both slopes belong to the old weights.",
                ko="w를 먼저 움직이고 새 w로 b의 기울기를 구했습니다. 두 기울기는 모두 갱신하기 전의 값에서 구합니다.",
            ),
            Wrong(
                answers[5],
                cause="no_feature",
                en="In the slope of w each ŷ − y is multiplied by its x; you left that out.",
                ko="w의 기울기에서는 ŷ − y마다 그 샘플의 x를 곱해야 하는데 빠뜨렸습니다.",
            ),
            Wrong(
                answers[6],
                cause="bias_kept",
                en="You left the bias as it was. It is learned like the weight.",
                ko="편향을 그대로 두었습니다. 편향도 가중치처럼 학습합니다.",
            ),
        ],
    )


def normal_matrix(rng: np.random.Generator) -> Drawn:
    """The matrix of the normal equation of one feature."""
    n = int(rng.integers(3, 5))
    x = rng.choice(np.arange(1, 8), n, replace=False)
    total, squares = int(x.sum()), int(x @ x)
    return Drawn(
        {"x": x, "n": n, "total": total, "squares": squares},
        [[squares, total], [total, n]],
        [
            Wrong(
                [[n, total], [total, squares]],
                cause="ones_first",
                en="You put the column of ones first. Here a row of A is (xᵢ, 1).",
                ko="1로 된 열을 앞에 두었습니다. 여기서 A의 행은 (xᵢ, 1)입니다.",
            ),
            Wrong(
                [[total * total, total], [total, n]],
                cause="square_of_the_sum",
                en="The first entry is the sum of the squares, not the square of the sum.",
                ko="첫째 원소는 합의 제곱이 아니라 제곱의 합입니다.",
            ),
            Wrong(
                [[squares, total], [total, 1]],
                cause="one_for_n",
                en=f"The last entry is a column of ones times itself: 1 is added {n} times.",
                ko=f"마지막 원소는 1로 된 열끼리 곱한 것이므로 1을 {n}번 더한 값입니다.",
            ),
            Wrong(
                np.outer(x, x) + 1,
                cause="wrong_way_round",
                en="That is A Aᵀ, with a row for each sample. AᵀA has a row for each unknown, w and b: it is 2 × 2.",
                ko="샘플마다 한 행이 있는 A Aᵀ입니다. AᵀA에는 미지수 w와 b마다 한 행이 있으므로 크기는 2 × 2입니다.",
            ),
            Wrong(
                [[squares]],
                cause="no_bias",
                en="You left out the column of ones. Without it the line has no bias.",
                ko="1로 된 열을 빠뜨렸습니다. 그 열이 없으면 직선에 편향이 없습니다.",
            ),
        ],
    )


def best_line(rng: np.random.Generator) -> Drawn:
    """The solution of a normal equation with two unknowns, which is a simple one by design."""
    while True:
        n = int(rng.integers(3, 6))
        x, (w, b) = rng.choice(np.arange(1, 8), n, replace=False), rng.choice(np.arange(-6, 11), 2, replace=False) / 2
        matrix = np.array([[x @ x, x.sum()], [x.sum(), n]])
        vector = matrix @ [w, b]
        answers = [[w, b], [b, w], [vector[0] / matrix[0, 0], 0.0], [vector[0] / matrix[0, 0], vector[1] / n]]
        if w and b and _apart(answers, 0.05):
            break
    first, second = (f"{int(left)}w + {int(middle)}b = {right:g}" for (left, middle), right in zip(matrix, vector, strict=True))
    return Drawn(
        {"n": n, "matrix": matrix, "vector": vector, "first": first, "second": second, "total": int(x.sum())},
        [float(w), float(b)],
        [
            Wrong(
                answers[1],
                cause="bias_first",
                en="Both numbers are right, but w comes first, since θ = (w, b).",
                ko="두 수는 맞지만 θ = (w, b)이므로 w를 먼저 써야 합니다.",
            ),
            Wrong(
                answers[2],
                cause="through_the_origin",
                en="You left out the bias: that is the best line through the origin. Solve for both unknowns.",
                ko="편향을 빠뜨렸습니다. 원점을 지나는 직선 가운데 가장 좋은 것을 구했습니다. 두 미지수를 함께 구해야 합니다.",
            ),
            Wrong(
                answers[3],
                cause="diagonal_only",
                en="You divided by the entries of the diagonal. The other entries tie the two equations together.",
                ko="대각선의 원소로만 나누었습니다. 나머지 원소 때문에 두 방정식은 서로 얽혀 있습니다.",
            ),
        ],
    )
