"""A class as a course might have it, made up: five exercises, every kind of evidence, every verdict and status."""

from __future__ import annotations

import base64
import math
import random
from pathlib import Path
from typing import Any

from gradekit.results import Diagnosis, Result, ResultSet, Status, TestOutcome, Verdict, read_results, write_results
from gradekit.text import LANGUAGES, Lang, Text

HANDLES = ["haneul", "mina", "bora", "nuri", "garam", "sora", "dan-bi", "ara", "maru", "byeol"]

TITLES = {
    "perceptron_gates": Text("Logic gates from perceptrons", "퍼셉트론으로 만드는 논리 게이트"),
    "xor_forward": Text("XOR: a forward pass by hand", "XOR 순전파 직접 계산하기"),
    "softmax": Text("Softmax by hand", "손으로 구현하는 소프트맥스"),
    "cross_entropy": Text("Cross-entropy", "교차 엔트로피"),
    "mnist_mlp": Text("Reading digits with an MLP", "다층 퍼셉트론으로 숫자 읽기"),
}

TESTS: dict[str, list[tuple[str, int]]] = {
    "perceptron_gates": [
        ("test_and_truth_table", 12),
        ("test_nand_truth_table", 12),
        ("test_or_truth_table", 12),
        ("test_xor_truth_table", 16),
        ("test_exactly_zero_does_not_fire", 14),
        ("test_weights_are_perceptrons", 20),
        ("test_weights_has_no_xor", 6),
        ("test_result_is_int", 8),
    ],
    "xor_forward": [
        ("test_hidden_points", 25),
        ("test_forward_outputs", 25),
        ("test_step_at_zero", 10),
        ("test_linearly_separable[xor]", 20),
        ("test_linearly_separable[all-16]", 20),
    ],
    "softmax": [
        ("test_documented_example", 10),
        ("test_rows_sum_to_one", 15),
        ("test_matches_reference[1-1]", 8),
        ("test_matches_reference[4-3]", 8),
        ("test_matches_reference[32-10]", 9),
        ("test_large_logits_are_stable", 20),
        ("test_input_is_not_changed", 10),
        ("test_temperature", 12),
        ("test_temperature_must_be_positive", 8),
    ],
    "cross_entropy": [
        ("test_mean_over_samples", 20),
        ("test_probability_of_zero_is_finite", 20),
        ("test_from_logits_matches_torch", 25),
        ("test_gradient_matches_autograd", 25),
        ("test_shapes_that_do_not_fit", 10),
    ],
    "mnist_mlp": [
        ("test_model_shape", 15),
        ("test_loss_falls", 20),
        ("test_accuracy_on_unseen_pictures", 50),
        ("test_training_is_repeatable", 15),
    ],
}

IDEAS: dict[str, tuple[str, str, Text]] = {
    "softmax": (
        "sums_over_batch",
        "test_rows_sum_to_one",
        Text(
            "Your rows are divided by the sum over the whole batch: softmax normalises each row on its own. See 'The formula'.",
            "배치 전체의 합으로 나누고 있습니다. 소프트맥스는 각 행을 따로 정규화합니다. '수식'을 다시 보십시오.",
        ),
    ),
    "perceptron_gates": (
        "fires_at_zero",
        "test_exactly_zero_does_not_fire",
        Text(
            "Your perceptron fires when w·x + b is exactly 0. It fires only above 0: compare with > and not with >=.",
            "w·x + b가 정확히 0일 때에도 출력이 1입니다. 0보다 클 때만 1이어야 하므로 >= 대신 >로 비교하십시오.",
        ),
    ),
    "cross_entropy": (
        "sums_instead_of_mean",
        "test_mean_over_samples",
        Text(
            "Your loss grows with the batch: it is the sum over the samples, where the mean is asked.",
            "손실이 배치 크기에 따라 커집니다. 표본에 대한 합이 아니라 평균을 구해야 합니다.",
        ),
    ),
    "mnist_mlp": (
        "softmax_before_loss",
        "test_loss_falls",
        Text(
            "Your model ends in a softmax and the loss applies another one, so the gradients are too small. Return the logits.",
            "모델 끝의 소프트맥스에 손실 함수의 소프트맥스가 더해져 기울기가 너무 작아집니다. 로짓을 그대로 반환하십시오.",
        ),
    ),
}

FINGERPRINT = {
    "suite": "sha256:5f1c9b2e77aa",
    "gradekit": "0.1.0",
    "python": "3.11.7",
    "numpy": "2.3.1",
    "torch": "2.13.0",
    "device": "cpu",
}


def sample(lang: Lang = "en", students: int = 30) -> ResultSet:
    """The class, the same at every call."""
    draw = random.Random(7)
    names = [HANDLES[i] if i < len(HANDLES) else f"student-{i + 1:02d}" for i in range(students)]
    results = [_result(name, number, exercise, draw, lang) for number, name in enumerate(names) for exercise in TITLES]
    titles = {name: {"en": title.en, "ko": title.ko} for name, title in TITLES.items()}
    course = Text("Introduction to Deep Learning", "딥러닝 입문").to(lang)
    return ResultSet(course=course, results=tuple(results), lang=lang, titles=titles)


def _result(name: str, number: int, exercise: str, draw: random.Random, lang: Lang) -> Result:
    skill = draw.betavariate(4, 1.3)
    tests = TESTS[exercise]
    if number == 5 and exercise == "mnist_mlp":
        return _all(
            name,
            exercise,
            Status.MISSING,
            Verdict.REFUSED,
            Text("mnist_mlp.py was not handed in.", "mnist_mlp.py가 제출되지 않았습니다.").to(lang),
        )
    if number == 8 and exercise == "softmax":
        words = Text(
            "line 3: 'scipy.special.softmax' is refused here: write it with NumPy alone.",
            "3행: 여기에서는 'scipy.special.softmax'를 쓸 수 없습니다. NumPy만으로 작성하십시오.",
        )
        return _all(name, exercise, Status.REFUSED, Verdict.REFUSED, words.to(lang))
    if number == 11 and exercise == "cross_entropy":
        words = Text("The hidden suite could not be run.", "숨은 테스트를 실행하지 못했습니다.")
        return _all(name, exercise, Status.GRADER_ERROR, Verdict.GRADER_ERROR, words.to(lang))
    idea = IDEAS.get(exercise)
    mistaken = idea is not None and draw.random() < (0.35 if exercise != "mnist_mlp" else 0.12)
    outcomes = []
    for test, points in tests:
        wrong = (mistaken and idea is not None and test == idea[1]) or draw.random() > skill + 0.12
        outcomes.append(_outcome(test, points, wrong, draw, lang))
    diagnosis = (Diagnosis(idea[0], idea[2].to(lang)),) if mistaken and idea is not None else ()
    output = (
        "shapes: (60000, 784) (784, 128)\nepoch 1  loss 0.412\nepoch 2  loss 0.231\nepoch 3  loss 0.170\n"
        if exercise == "mnist_mlp"
        else ""
    )
    return Result(
        student=name,
        exercise=exercise,
        status=Status.GRADED,
        tests=tuple(outcomes),
        seconds=draw.uniform(0.04, 2.0),
        diagnosis=diagnosis,
        output=output,
        fingerprint=FINGERPRINT,
        evidence=tuple(_evidence(exercise, bool(mistaken), draw)),
    )


def _all(name: str, exercise: str, status: Status, verdict: Verdict, message: str) -> Result:
    tests = tuple(TestOutcome(test, 0.0, points, verdict, message) for test, points in TESTS[exercise])
    return Result(name, exercise, status, tests, fingerprint=FINGERPRINT)


def _outcome(test: str, points: int, wrong: bool, draw: random.Random, lang: Lang) -> TestOutcome:
    if test == "test_accuracy_on_unseen_pictures":
        accuracy = draw.uniform(0.82, 0.985)
        share = min(1.0, max(0.0, (accuracy - 0.8) / 0.17))
        words = Text(
            f"Reads {accuracy:.1%} of 1000 unseen pictures; full points from 97 %.",
            f"처음 보는 그림 1000장 중 {accuracy:.1%}를 맞혔습니다. 97%부터 만점입니다.",
        )
        verdict = Verdict.PASSED if share >= 0.5 else Verdict.FAILED
        hint = Text(
            "More hidden units, or a learning rate a little higher, often help.",
            "은닉 유닛을 늘리거나 학습률을 조금 높이면 나아지는 경우가 많습니다.",
        )
        return TestOutcome(test, round(points * share, 4), points, verdict, words.to(lang), "" if share == 1 else hint.to(lang))
    if not wrong:
        return TestOutcome(test, points, points, Verdict.PASSED)
    verdict = draw.choices(
        [Verdict.FAILED, Verdict.ERROR, Verdict.TIMEOUT, Verdict.MEMORY, Verdict.CRASHED, Verdict.SKIPPED], [30, 6, 2, 1, 1, 3]
    )[0]
    message = {
        Verdict.FAILED: Text(
            "softmax(x): at [0, 2] got 0.0159, expected 0.0321 (shape (4, 3)).",
            "softmax(x): [0, 2]에서 0.0159를 받았습니다. 기대한 값은 0.0321입니다 (모양 (4, 3)).",
        ),
        Verdict.ERROR: Text(
            "ValueError in line 14: operands could not be broadcast together",
            "14행에서 ValueError: operands could not be broadcast together",
        ),
        Verdict.TIMEOUT: Text("One call took longer than 5 s.", "호출 한 번이 5초를 넘겼습니다."),
        Verdict.MEMORY: Text("The submission needed more than 512 MB.", "제출물이 512MB가 넘는 메모리를 사용했습니다."),
        Verdict.CRASHED: Text("The process ended in the middle of a call.", "호출 도중에 프로세스가 종료되었습니다."),
        Verdict.SKIPPED: Text(
            "Skipped: test_documented_example did not pass.", "test_documented_example을 통과하지 못하여 건너뛰었습니다."
        ),
    }[verdict]
    hint = Text("Look at which axis you sum over: each row is one sample.", "어느 축으로 더하는지 확인하십시오. 행 하나가 표본 하나입니다.")
    return TestOutcome(test, 0.0, points, verdict, message.to(lang), "" if verdict is Verdict.SKIPPED else hint.to(lang))


def _evidence(exercise: str, mistaken: bool, draw: random.Random) -> list[dict[str, Any]]:
    return {
        "perceptron_gates": _gates,
        "xor_forward": lambda mistaken, draw: [],
        "softmax": _softmax,
        "cross_entropy": _loss,
        "mnist_mlp": _mnist,
    }[exercise](mistaken, draw)


def _gates(mistaken: bool, draw: random.Random) -> list[dict[str, Any]]:
    gates = []
    wrong_or = -0.6 if mistaken else 0.6
    for label, w1, w2, b, truth in (
        ("AND", 0.5, 0.5, -0.7, lambda a, c: a & c),
        ("NAND", -0.5, -0.5, 0.7, lambda a, c: 1 - (a & c)),
        ("OR", wrong_or, 0.6, -0.5, lambda a, c: a | c),
    ):
        points = [{"x1": x1, "x2": x2, "target": truth(x1, x2), "got": int(w1 * x1 + w2 * x2 + b > 0)} for x1 in (0, 1) for x2 in (0, 1)]
        gates.append({"label": label, "w1": w1, "w2": w2, "b": b, "points": points})
    return [{"kind": "decision_lines", "gates": gates}]


def _softmax(mistaken: bool, draw: random.Random) -> list[dict[str, Any]]:
    expected = [0.8668, 0.1173, 0.0159, 0.0, 0.31, 0.69]
    got = [value * draw.uniform(0.3, 0.7) for value in expected] if mistaken else expected
    return [
        {
            "kind": "bars",
            "title": {"en": "softmax of (5, 3, 1), and of (2, 2.8)", "ko": "(5, 3, 1)과 (2, 2.8)의 소프트맥스"},
            "labels": ["5", "3", "1", "−9", "2", "2.8"],
            "got": got,
            "expected": expected,
        }
    ]


def _loss(mistaken: bool, draw: random.Random) -> list[dict[str, Any]]:
    p = [index / 40 for index in range(1, 41)]
    factor = 1.8 if mistaken else 1.0
    return [
        {
            "kind": "curve",
            "title": {"en": "The loss of one sample, by the probability of its class", "ko": "정답 클래스의 확률에 따른 표본 하나의 손실"},
            "x_label": {"en": "probability of the true class", "ko": "정답 클래스의 확률"},
            "y_label": {"en": "loss", "ko": "손실"},
            "series": [
                {"label": {"en": "yours", "ko": "제출한 답"}, "x": p, "y": [-factor * math.log(v) for v in p]},
                {"label": {"en": "expected", "ko": "정답"}, "x": p, "y": [-math.log(v) for v in p]},
            ],
        }
    ]


def _mnist(mistaken: bool, draw: random.Random) -> list[dict[str, Any]]:
    matrix = [[draw.randint(84, 99) if row == column else draw.choice([0, 0, 0, 1, 1, 2, 5]) for column in range(10)] for row in range(10)]
    steps = list(range(0, 470, 10))
    curve = [0.2 + 2.1 * math.exp(-step / 90) + draw.uniform(0, 0.12) for step in steps]
    items = []
    for index in range(8):
        digit, read = draw.randint(0, 9), draw.randint(0, 9)
        caption = {"en": f"a {digit}, read as {read}", "ko": f"{digit}을(를) {read}(으)로 읽음"}
        items.append({"pixels": base64.b64encode(_ring(7 + index % 3, 4 + index % 4)).decode(), "caption": caption})
    return [
        {"kind": "confusion", "labels": [str(digit) for digit in range(10)], "matrix": matrix},
        {
            "kind": "curve",
            "title": {"en": "Loss while training", "ko": "학습 중의 손실"},
            "x_label": {"en": "step", "ko": "스텝"},
            "y_label": {"en": "loss", "ko": "손실"},
            "series": [{"label": {"en": "training", "ko": "학습"}, "x": steps, "y": curve}],
        },
        {
            "kind": "pictures",
            "title": {"en": "Pictures that your model misreads", "ko": "모델이 잘못 읽은 그림"},
            "width": 28,
            "height": 28,
            "items": items,
        },
    ]


def _ring(tall: int, wide: int) -> bytes:
    """A soft ring, 28 × 28, about as a written 0 looks."""
    pixels = bytearray()
    for row in range(28):
        for column in range(28):
            distance = math.hypot((row - 13.5) / tall, (column - 13.5) / wide)
            pixels.append(round(255 * max(0.0, 1 - 2.2 * abs(distance - 1))))
    return bytes(pixels)


def test_the_sample_survives_results_json(tmp_path: Path) -> None:
    """What reports are tested with is what results.json can hold."""
    for lang in LANGUAGES:
        write_results(tmp_path / "results.json", sample(lang))
        again = read_results(tmp_path / "results.json")
        assert again.titles == sample(lang).titles
        assert [result.to_json() for result in again.results] == [result.to_json() for result in sample(lang).results]


def test_the_sample_has_every_kind() -> None:
    """Every status, every kind of evidence and nearly every verdict, so that nothing goes undrawn."""
    results = sample().results
    assert {result.status for result in results} == set(Status)
    kinds = {evidence["kind"] for result in results for evidence in result.evidence}
    assert kinds == {"decision_lines", "bars", "curve", "confusion", "pictures"}
    assert len({test.outcome for result in results for test in result.tests}) >= 7
