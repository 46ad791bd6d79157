"""Quizzes: papers are each student's own, answers are read without trusting them, and grading finds what is right."""

import json
import os
import shutil
import string
import time
from fractions import Fraction
from pathlib import Path
from typing import Any

import numpy as np
import pytest
from click.testing import CliRunner
from hypothesis import given
from hypothesis import strategies as st

from gradekit.authoring.verify_quiz import verify_quiz
from gradekit.cli import cli
from gradekit.course import Course, load_course, secret
from gradekit.engine.own import judge_own
from gradekit.engine.setting import GradingSetting
from gradekit.errors import CourseError, UsageError, WouldOverwrite
from gradekit.intake import Kind, Missing, Refused, Submission, read, scan, single
from gradekit.judge.quiz import QuizJudge
from gradekit.quiz.answers import answer_of, quoted, shown_number, worth
from gradekit.quiz.forms import BLANK, KINDS, Malformed, normalised, read_given
from gradekit.quiz.handout import hand_out_quiz
from gradekit.quiz.paper import Paper, Quiz, filled
from gradekit.quiz.sheet import Sheet, Unreadable, blank_sheet, model_sheet, read_sheet
from gradekit.results import Result, Status, Verdict
from gradekit.text import Text

ROOT = Path(__file__).resolve().parents[1]
KEY = b"a secret of the tests"
LETTERS = ("a", "b", "c", "d")
NAMES = dict(zip(("w", "x", "y", "z"), LETTERS, strict=True))

COURSE = """\
format_version = 1
name = "mini"
title = { en = "Mini", ko = "미니" }
[[units]]
id = 1
title = { en = "One", ko = "하나" }
exercises = ["quiz_small"]
"""
EXERCISE = """\
format_version = 1
name = "quiz_small"
kind = "quiz"
points = 16
title = { en = "Small", ko = "작은 퀴즈" }
summary = { en = "Eight questions", ko = "여덟 문제" }
feedback = { level = "LEVEL" }
"""
WORDS = """\
[question.prompt]
en = "What is {n}?"
ko = "{n}의 답은 무엇입니까?"
[question.explanation]
en = "It is {answer}."
ko = "답은 {answer}입니다."
"""
OPTIONS = 'options = [{id="w", en="w", ko="w"}, {id="x", en="x", ko="x"}, {id="y", en="y", ko="y"}, {id="z", en="z", ko="z"}]\n'


def question(kind: str) -> str:
    options = OPTIONS if kind in ("choice", "choices", "order") else ""
    bounds = "bounds = { n = [1, 1000] }\n"
    return f'[[question]]\nid = "q_{kind}"\npoints = 2\nkind = "{kind}"\ndraw = "q_{kind}"\n{bounds}{options}{WORDS}'


DRAW = """\
import numpy as np
from gradekit.quiz import Drawn, Wrong

def drawn(rng, answer, wrong):
    n = int(rng.integers(1, 1000))
    return Drawn({"n": n}, answer(n), [Wrong(wrong(n), cause="slip", en="A slip.", ko="실수입니다.")])

def q_number(rng): return drawn(rng, lambda n: n / 7, lambda n: -n / 7)
def q_integer(rng): return drawn(rng, lambda n: 3 * n, lambda n: 3 * n + 1)
def q_choice(rng): return drawn(rng, lambda n: "w", lambda n: "x")
def q_choices(rng): return drawn(rng, lambda n: ["w", "x"], lambda n: ["w"])
def q_vector(rng): return drawn(rng, lambda n: np.array([n, n / 3]), lambda n: [n, -n])
def q_matrix(rng): return drawn(rng, lambda n: [[n, 0], [1, 2]], lambda n: [[0, n], [1, 2]])
def q_text(rng): return drawn(rng, lambda n: ["back-propagation", "역전파"], lambda n: "forward")
def q_order(rng): return drawn(rng, lambda n: ["w", "x", "y", "z"], lambda n: ["z", "y", "x", "w"])
"""


def write_quiz(root: Path, *, level: str = "full", questions: str | None = None, draw: str = DRAW) -> Course:
    folder, solutions = root / "exercises" / "quiz_small", root / "solutions" / "quiz_small"
    folder.mkdir(parents=True, exist_ok=True)
    solutions.mkdir(parents=True, exist_ok=True)
    (root / "course.toml").write_text(COURSE, "utf-8")
    (folder / "exercise.toml").write_text(EXERCISE.replace("LEVEL", level), "utf-8")
    (folder / "README.md").write_text("# Small\n", "utf-8")
    (folder / "README.ko.md").write_text("# 작은 퀴즈\n", "utf-8")
    text = "format_version = 1\n" + "".join(map(question, KINDS)) if questions is None else questions
    (solutions / "questions.toml").write_text(text, "utf-8")
    (solutions / "draw.py").write_text(draw, "utf-8")
    return load_course(root)


@pytest.fixture
def course(tmp_path: Path) -> Course:
    return write_quiz(tmp_path / "mini")


@pytest.fixture
def quiz(course: Course) -> Quiz:
    return Quiz(course.exercise("quiz_small"), course.name, KEY)


def judged(course: Course, folder: Path, text: str | bytes, student: str = "mina", lang: Any = "en") -> Result:
    path = folder / f"{student}.toml"
    path.write_bytes(text if isinstance(text, bytes) else text.encode())
    found: list[Result] = []
    judge = QuizJudge(course.exercise("quiz_small"), course.name, seed_key=KEY, lang=lang)
    judge.judge([Submission(student, "quiz_small", path, file="quiz_small.toml")], found.append)
    return found[0]


# --- Forms -------------------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("kind", "raw", "value"),
    [
        *(("number", raw, Fraction(1, 4)) for raw in (0.25, "0.25", "1/4", " 2.5e-1 ", "25E-2", ".25", "+0.25", "0.5/2", "０.２５")),
        *(("number", raw, -1250) for raw in (-1250, "-1,250", "−1250", "-1250.0", "-1_250")),
        *(("integer", raw, 407050) for raw in (407050, "407,050", "407050", 407050.0, "4.0705e5")),
        *(("choice", raw, "b") for raw in ("b", "B", "(b)", ["b"], " b. ")),
        *(("choices", raw, frozenset("ac")) for raw in ("a, c", "ca", ["a", "c"], "A C", "a;c;a")),
        *(("order", raw, ("c", "a", "b", "d")) for raw in ("c, a, b, d", "cabd", ["c", "a", "b", "d"], "c > a > b > d".replace(">", ","))),
        *(("vector", raw, (Fraction(1, 2), -1)) for raw in ([0.5, -1], ["1/2", "-1"], "[0.5, -1]", "0.5 -1", "(0.5, -1)")),
        *(("matrix", raw, ((1, 2), (3, 4))) for raw in ([[1, 2], [3, 4]], "[[1, 2], [3, 4]]", "1 2; 3 4", "[1 2; 3 4]", ["1 2", "3 4"])),
        *(("text", raw, "backpropagation") for raw in ("Back-Propagation", " back propagation. ", "ＢＡＣＫ propagation")),
    ],
)
def test_an_answer_may_be_written_in_many_ways(kind: str, raw: Any, value: Any) -> None:
    assert read_given(kind, raw, LETTERS if kind in ("choice", "choices", "order") else ()) == value


@pytest.mark.parametrize("kind", KINDS)
def test_nothing_is_an_answer(kind: str) -> None:
    assert all(read_given(kind, raw, LETTERS) is BLANK for raw in (None, "", "  ", []))


@pytest.mark.parametrize(
    ("kind", "raw"),
    [
        *(
            ("number", raw)
            for raw in (True, float("inf"), float("nan"), "abc", "1/0", "1e9999", "1" * 500, [1], {"a": 1}, "__import__('os')")
        ),
        *(("number", raw) for raw in (1 << 5000, "nan", "inf", "0x10", "1 2", "1,25")),
        *(("integer", raw) for raw in (0.5, "1/3", False, "two")),
        *(("choice", raw) for raw in ("e", "ab", 1, [1], ["a", "b"])),
        *(("choices", raw) for raw in ("ae", 3, [["a"]], "x" * 5000)),
        *(("order", raw) for raw in ("abc", "aabc", "abcda", 1)),
        *(("vector", raw) for raw in ([[1]], "1, x", "[1, 2", [True], 5, [1] * 20_000)),
        *(("matrix", raw) for raw in ([[1, 2], [3]], [1, [2]], 7, {}, "[[1, x]]")),
        *(("text", raw) for raw in (True, 1.5, ["a"], {}, "...")),
    ],
)
def test_what_is_no_answer_of_its_form(kind: str, raw: Any) -> None:
    found = read_given(kind, raw, LETTERS)
    assert isinstance(found, Malformed)
    assert found.message.en.isprintable() and found.message.ko.isprintable() and found.message.en != found.message.ko


toml = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats() | st.text(max_size=30),
    lambda inner: st.lists(inner, max_size=4) | st.dictionaries(st.text(max_size=5), inner, max_size=3),
    max_leaves=12,
)


@given(st.sampled_from(KINDS), toml)
def test_reading_never_raises(kind: str, raw: Any) -> None:
    read_given(kind, raw, LETTERS)


# --- Matching ----------------------------------------------------------------------------------------------------------------

sizes = st.floats(1e-12, 1e12) | st.floats(-1e12, -1e-12)


@given(sizes, st.integers(1, 12))
def test_rounded_and_cut_off_are_both_right(value: float, digits: int) -> None:
    answer = answer_of("number", value, {}, digits, None)
    exponent = int(f"{abs(value):.16e}".partition("e")[2])
    unit = Fraction(10) ** (exponent - digits + 1)
    exact = Fraction(value)
    for near in (round(exact / unit) * unit, int(exact / unit) * unit, exact):
        assert worth(answer, near)[0] == 1
    for far in (exact + 2 * unit, exact - 2 * unit, -exact):
        assert worth(answer, far)[0] == 0


@given(sizes, st.floats(1e-6, 10))
def test_a_tolerance_is_absolute(value: float, tolerance: float) -> None:
    answer = answer_of("number", value, {}, 3, tolerance)
    assert worth(answer, Fraction(value) + Fraction(tolerance))[0] == 1
    assert worth(answer, Fraction(value) - 2 * Fraction(tolerance))[0] == 0


@given(st.permutations(LETTERS))
def test_an_order_earns_its_pairs(given_order: list[str]) -> None:
    answer = answer_of("order", ["w", "x", "y", "z"], NAMES, 3, None)
    good = sum(given_order.index(a) < given_order.index(b) for i, a in enumerate(LETTERS) for b in LETTERS[i + 1 :])
    assert worth(answer, tuple(given_order))[0] == (Fraction(good, 6) if good >= 3 else 0)


@given(st.sets(st.sampled_from(LETTERS), min_size=1), st.sets(st.sampled_from(LETTERS), min_size=1))
def test_a_wrong_tick_takes_back_a_right_one(right: set[str], ticked: set[str]) -> None:
    by_letter = {letter: name for name, letter in NAMES.items()}
    answer = answer_of("choices", [by_letter[each] for each in sorted(right)], NAMES, 3, None)
    assert worth(answer, frozenset(ticked))[0] == max(Fraction(len(ticked & right) - len(ticked - right), len(right)), Fraction(0))
    assert (worth(answer, frozenset(ticked))[0] == 1) == (ticked == right)


@given(st.lists(st.lists(st.integers(-99, 99), min_size=2, max_size=2), min_size=1, max_size=3), st.data())
def test_one_wrong_entry_is_named(rows: list[list[int]], data: st.DataObject) -> None:
    answer = answer_of("matrix", np.array(rows), {}, 3, None)
    assert worth(answer, read_given("matrix", rows))[0] == 1
    i, j = data.draw(st.integers(0, len(rows) - 1)), data.draw(st.integers(0, 1))
    wrong = [list(row) for row in rows]
    wrong[i][j] += 5
    share, where = worth(answer, read_given("matrix", wrong))
    assert share == 0 and where is not None and f"[{i}][{j}]" in where.en and f"[{i}][{j}]" in where.ko
    _, shape = worth(answer, read_given("matrix", [*rows, [0, 0]]))
    assert shape is not None and f"{len(rows) + 1} × 2" in shape.en


@given(st.text(max_size=30))
def test_normalising_twice_changes_nothing(text: str) -> None:
    assert normalised(normalised(text)) == normalised(text)
    assert normalised(f" {text}! ") == normalised(text)


@pytest.mark.parametrize(
    ("kind", "raw"),
    [("number", float("nan")), ("number", True), ("integer", 1.0), ("choice", "v"), ("choices", []), ("order", ["w", "x"]), ("text", "?!"),
     ("choices", ["w", "w"]), ("matrix", [[1], [1, 2]]), ("vector", [float("inf")])],
)  # fmt: skip
def test_an_author_cannot_give_what_is_no_answer(kind: str, raw: Any) -> None:
    with pytest.raises(ValueError):
        answer_of(kind, raw, NAMES, 3, None)


def test_numbers_are_shown_to_be_read() -> None:
    assert [shown_number(each, 3) for each in (407050, 0.5, 2 / 3, 1234.5, -3.0, 1e-9)] == ["407050", "0.5", "0.667", "1234", "-3", "1e-09"]
    assert filled(Text("{a} {{x}}", "{a}"), {"a": [1, 0.25]}) == Text("[1, 0.25] {x}", "[1, 0.25]")
    with pytest.raises(ValueError, match="is no parameter"):
        filled(Text("{b}", "{b}"), {"a": 1})


# --- Papers ------------------------------------------------------------------------------------------------------------------


def test_a_paper_is_its_students_own(quiz: Quiz, course: Course) -> None:
    mina = quiz.paper("mina")
    assert mina == Quiz(course.exercise("quiz_small"), course.name, KEY).paper("mina")
    others = [
        quiz.paper("seoyeon"),
        Quiz(quiz.exercise, course.name, b"other").paper("mina"),
        Quiz(quiz.exercise, "other", KEY).paper("mina"),
    ]
    assert all(other.questions[0].prompt != mina.questions[0].prompt for other in others)
    orders = {tuple(text.en for text in quiz.paper(str(number)).questions[2].options.values()) for number in range(40)}
    assert len(orders) > 10


def test_a_name_is_the_same_however_it_is_composed(quiz: Quiz) -> None:
    composed, apart = "\uc11c\uc5f0", "\u1109\u1165\u110b\u1167\u11ab"
    assert quiz.paper(composed) == quiz.paper(apart)
    with pytest.raises(UsageError):
        quiz.paper("\udc80")


@given(st.text(st.characters(exclude_categories=["Cs"]), max_size=40))
def test_any_name_survives_the_answers_file(name: str) -> None:
    text = blank_sheet(Paper("q", name, ()), "ko")
    sheet = read_sheet(text)
    assert isinstance(sheet, Sheet) and sheet.student == name and sheet.quiz == "q"
    assert "\n" not in quoted(name)


@pytest.mark.parametrize("lang", ["en", "ko"])
def test_a_handout_and_its_work(lang: Any, quiz: Quiz, tmp_path: Path) -> None:
    made = hand_out_quiz(quiz, "mina", tmp_path, lang=lang)
    assert sorted(path.name for path in made.files) == ["README.md", "answers.toml"]
    page, sheet = ((made.folder / name).read_text("utf-8") for name in ("README.md", "answers.toml"))
    paper = quiz.paper("mina")
    assert all(each.prompt.to(lang) in page and f"`{each.id}`" in page and f'\n{each.id} = ""\n' in sheet for each in paper.questions)
    assert "{" not in page and "실수" not in page and "slip" not in page
    hand_out_quiz(quiz, "mina", tmp_path, lang="en")  # in either language it is still nobody's work
    (made.folder / "answers.toml").write_text(sheet + "# mine\n", "utf-8")
    with pytest.raises(WouldOverwrite):
        hand_out_quiz(quiz, "mina", tmp_path, lang=lang)
    assert hand_out_quiz(quiz, "mina", tmp_path, lang=lang, force=True).kept[0].read_text("utf-8") == sheet + "# mine\n"


# --- Grading -----------------------------------------------------------------------------------------------------------------


def test_right_answers_get_full_marks(course: Course, quiz: Quiz, tmp_path: Path) -> None:
    result = judged(course, tmp_path, model_sheet(quiz.paper("mina")))
    assert (result.score, result.max_score, result.status, result.diagnosis) == (16, 16, Status.GRADED, ())
    assert all(test.outcome is Verdict.PASSED and test.hint.startswith("It is ") for test in result.tests)
    assert result.fingerprint["submission"] and Result.from_json(json.loads(json.dumps(result.to_json()))).tests == result.tests


def test_a_program_by_a_quizs_name_is_refused_and_seen(course: Course, quiz: Quiz, tmp_path: Path) -> None:
    """It gets a row that says what to hand in, also where nobody handed in answers; beside answers it is left out and listed."""
    name, work = quiz.exercise.name, tmp_path / "work"
    for student, files in (("mina", [f"{name}.py"]), ("joon", [f"{name}.py", f"{name}.toml"])):
        (work / student).mkdir(parents=True)
        for file in files:
            (work / student / file).write_text("x = 1\n", "utf-8")
        found = scan(work, course)
        if student == "mina":
            [one] = found.submissions
            refused = read(one)
            assert isinstance(refused, Refused) and f"hand in {name}.toml" in refused.message.en and f"{name}.toml" in refused.message.ko
    assert [each.shown for each in found.submissions] == [f"{name}.toml", f"{name}.py"] and found.ignored == (f"joon/{name}.py",)


def test_blank_answers_get_nothing(course: Course, quiz: Quiz, tmp_path: Path) -> None:
    result = judged(course, tmp_path, blank_sheet(quiz.paper("mina"), "ko"), lang="ko")
    assert result.score == 0 and {test.message for test in result.tests} == {"답하지 않았습니다"}
    assert [test.name for test in result.tests] == [f"q_{kind}" for kind in KINDS]


@pytest.mark.parametrize(("level", "tells", "explains"), [("full", True, True), ("brief", False, False), ("verdict", False, False)])
def test_feedback_levels(level: str, tells: bool, explains: bool, tmp_path: Path) -> None:
    course = write_quiz(tmp_path / level, level=level)
    paper = Quiz(course.exercise("quiz_small"), course.name, KEY).paper("mina")
    right = paper.questions[1].answer.shown("en")
    wrong = paper.questions[1].causes[0].answer.written()
    result = judged(course, tmp_path, model_sheet(paper, {"q_integer": wrong}))
    test = result.tests[1]
    assert (test.outcome, result.score) == (Verdict.FAILED, 14)
    assert (f"the right answer is {right}" in test.message, bool(test.hint)) == (tells, explains)
    assert ("A slip." in test.message) == (level != "verdict")
    assert [each.misconception for each in result.diagnosis] == (["q_integer.slip"] if level != "verdict" else [])


def test_partial_credit(course: Course, quiz: Quiz, tmp_path: Path) -> None:
    paper = quiz.paper("mina")
    order = list(paper.questions[7].answer.value)
    order[0], order[1] = order[1], order[0]
    one = sorted(paper.questions[3].answer.value)[0]
    result = judged(course, tmp_path, model_sheet(paper, {"q_order": quoted("".join(order)), "q_choices": quoted(one)}))
    by_name = {test.name: test for test in result.tests}
    assert by_name["q_order"].points == pytest.approx(2 * 5 / 6, abs=1e-3) and by_name["q_choices"].points == 1
    assert by_name["q_order"].outcome is by_name["q_choices"].outcome is Verdict.FAILED
    assert "5 of 6" in by_name["q_order"].message


def test_a_paper_of_somebody_else_is_refused(course: Course, quiz: Quiz, tmp_path: Path) -> None:
    for lang, word in (("en", "drawn for 'mina'"), ("ko", "'mina' 학생의 문제")):
        result = judged(course, tmp_path, model_sheet(quiz.paper("mina")), "thief", lang)
        assert result.status is Status.REFUSED and result.score == 0 and word in result.tests[0].message
    claimed = model_sheet(quiz.paper("mina")).replace('student = "mina"', 'student = "thief"')
    assert judged(course, tmp_path, claimed, "thief").score < 16
    other = judged(course, tmp_path, model_sheet(quiz.paper("mina")).replace('"quiz_small"', '"quiz_big"'))
    assert other.status is Status.REFUSED and "not for 'quiz_small'" in other.tests[0].message


HOSTILE = {
    "no_toml": "x = = 1",
    "deep": "x = " + "[" * 30_000,
    "deep_and_closed": "x = " + "[" * 20_000 + "]" * 20_000,
    "dotted": "a." * 30_000 + "a = 1",
    "dotted_inline": "x = {" + "a." * 30_000 + "a = 1}",
    "long_header": "[" + "a." * 30_000 + "a]",
    "large": "x = '" + "a" * 70_000 + "'",
    "digits": "x = " + "1" * 20_000,
    "twice": "x = 1\nx = 2",
    "date": "quiz = 1979-05-27\nstudent = 07:32:00",
    "list": 'quiz = ["quiz_small"]\nstudent = {a = 1}',
    "many": "\n".join(f"k{number} = 1" for number in range(5000)),
    "control": 'quiz = "\\u001b[2J"\nstudent = "\\u202e"',
}


@pytest.mark.parametrize("name", HOSTILE)
def test_hostile_files_cost_their_own_points(name: str, course: Course, tmp_path: Path) -> None:
    began = time.perf_counter()
    result = judged(course, tmp_path, HOSTILE[name])
    assert time.perf_counter() - began < 3
    assert result.score == 0 and len(result.tests) == 8 and result.max_score == 16
    assert all(test.message.isprintable() for test in result.tests)
    json.dumps(result.to_json(), allow_nan=False)


HOSTILE_ANSWERS = (
    *("inf", "nan", "1e999", "-0.0", "0x" + "f" * 9000, "[" * 90 + "]" * 90, "1979-05-27", "{a = 1}", "true", '"' + "9" * 9000 + '"'),
    *('"1/0"', '"1e999"', "[inf, nan]", "[0x" + "f" * 9000 + "]", '"\\u001b[2J"', '"<script>"', '["a", 1]', '"9e999/1e-999"'),
    "\"__import__('os').system('id')\"",
)


@pytest.mark.parametrize("value", HOSTILE_ANSWERS)
def test_hostile_answers_cost_their_own_points(value: str, course: Course, quiz: Quiz, tmp_path: Path) -> None:
    paper = quiz.paper("mina")
    for each in paper.questions:
        result = judged(course, tmp_path, model_sheet(paper, {each.id: value}))
        assert result.status is Status.GRADED and result.score == 14
        assert all(test.message.isprintable() and len(test.message) < 1000 for test in result.tests)


@given(st.binary(max_size=200))
def test_any_text_is_a_sheet_or_not(raw: bytes) -> None:
    assert isinstance(read_sheet(raw.decode("utf-8", "replace")), Sheet | Unreadable)


# --- What is handed in -------------------------------------------------------------------------------------------------------


def test_both_places_are_found(course: Course, tmp_path: Path) -> None:
    folder = tmp_path / "work"
    for place in ("a/quiz_small.toml", "b/quiz_small/answers.toml", "c/quiz_small/notes.txt", "d/other.txt", "e/quiz_small.py"):
        (folder / place).parent.mkdir(parents=True, exist_ok=True)
        (folder / place).write_text("x = 1\n")
    (folder / "b/quiz_small/README.md").write_text("the questions")
    (folder / "f/quiz_small").mkdir(parents=True)
    (folder / "f/quiz_small/answers.toml").symlink_to(folder / "a/quiz_small.toml")
    (folder / "g").mkdir()
    (folder / "g/quiz_small").symlink_to(folder / "b/quiz_small")
    (folder / "h/quiz_small.toml").mkdir(parents=True)
    (folder / "i/quiz_small").mkdir(parents=True)
    os.mkfifo(folder / "i/quiz_small/answers.toml")
    found = scan(folder, course)
    kinds = {each.student: each.kind for each in found.submissions}
    assert kinds == {
        "a": Kind.FILE, "b": Kind.FILE, "c": Kind.MISSING, "d": Kind.MISSING, "e": Kind.PROGRAM, "f": Kind.LINK, "g": Kind.LINK,
        "h": Kind.FOLDER, "i": Kind.SPECIAL,
    }  # fmt: skip
    assert found.ignored == ("c/quiz_small/notes.txt", "d/other.txt")
    texts = {each.student: read(each) for each in found.submissions}
    assert isinstance(texts["c"], Missing) and "quiz_small.toml" in texts["c"].message.en
    assert all(isinstance(texts[name], Refused) for name in "efghi") and not any(isinstance(texts[name], Refused) for name in "ab")


def test_no_folder_on_the_way_may_become_a_link(course: Course, tmp_path: Path) -> None:
    """Each is looked at again as it is opened, the student's own too."""
    for name in ("kim", "kim/quiz_small"):
        folder = tmp_path / name.replace("/", "-")
        place = folder / "kim" / "quiz_small" / "answers.toml"
        place.parent.mkdir(parents=True)
        place.write_text("x = 1\n")
        [found] = scan(folder, course).submissions
        (folder / name).rename(folder / "moved")
        (folder / name).symlink_to(folder / "moved")
        assert isinstance(read(found), Refused)


def test_ones_own_quiz_in_every_place(course: Course, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    folder = tmp_path / "work"
    (folder / "quiz_small").mkdir(parents=True)
    (folder / "quiz_small" / "answers.toml").write_text("x = 1\n")
    for path in (folder, folder / "quiz_small", folder / "quiz_small" / "answers.toml"):
        [found] = single(path, course, "mina")
        assert (found.exercise, found.file, found.kind) == ("quiz_small", "quiz_small/answers.toml", Kind.FILE)
    monkeypatch.chdir(folder / "quiz_small")
    assert [each.exercise for each in single(Path(), course)] == ["quiz_small"]
    (folder / "quiz_small.toml").write_text("x = 2\n")
    assert [each.file for each in single(folder, course)] == ["quiz_small.toml"]
    (folder / "quiz_small.py").write_text("")
    with pytest.raises(UsageError, match=r"handed in as quiz_small\.toml"):
        single(folder / "quiz_small.py", course)


# --- The proof ---------------------------------------------------------------------------------------------------------------


def problems_of(course: Course) -> str:
    setting = GradingSetting(str(course.root), KEY, "en", "cpu", ())
    return "\n".join(verify_quiz(course.exercise("quiz_small"), setting).problems)


def test_a_sound_quiz_is_proved(course: Course) -> None:
    assert problems_of(course) == ""


TOML = "format_version = 1\n" + "".join(map(question, KINDS))


@pytest.mark.parametrize(
    ("old", "new", "problem"),
    [
        ("points = 2", "points = 3", "the questions are worth 24"),
        ('en = "What is {n}?"', 'en = "What?"', "prompt: en has the placeholders [], ko ['n']"),
        ("{n}", "{m}", "{m} is no parameter"),
        ("bounds = { n = [1, 1000] }", "bounds = { n = [1, 10] }", "n is not always within [1, 10]"),
        ("bounds = { n = [1, 1000] }", "bounds = { k = [1, 10] }", "there is no parameter 'k'"),
        ('en="x", ko="x"', 'en="w", ko="w"', "two options read the same"),
        ('id = "q_text"', 'id = "student"', "is a key of the answers file itself"),
        ('draw = "q_text"', 'draw = "absent"', "no function 'absent'"),
        ('kind = "text"', 'kind = "essay"', "kind: got 'essay', must be"),
    ],
)
def test_what_is_wrong_with_the_questions_is_told(old: str, new: str, problem: str, tmp_path: Path) -> None:
    assert old in TOML
    assert problem in problems_of(write_quiz(tmp_path, questions=TOML.replace(old, new)))


@pytest.mark.parametrize(
    ("old", "new", "problem"),
    [
        ("lambda n: 3 * n + 1", "lambda n: 3 * n", "wrong slip: is accepted as right (200 variants)"),
        ("lambda n: 3 * n,", "lambda n: 3.5,", "is no integer"),
        ("lambda n: n / 7,", "lambda n: float('nan'),", "is no finite number"),
        ('lambda n: "w",', 'lambda n: "v",', "'v' is no option"),
        ("rng.integers(1, 1000)", "np.random.default_rng().integers(1, 1000)", "draws other figures for the same student"),
        ('ko="실수입니다."', 'ko=""', "needs words in both languages"),
        ("import numpy as np", "import nonsense_of_mine", "cannot be imported"),
        ("return Drawn(", "return dict(n=1) if n else Drawn(", "must be a gradekit.quiz.Drawn"),
        ('["w", "x"], lambda', '["w", "x", "y", "z"], lambda', "every option is right"),
    ],
)
def test_what_is_wrong_with_a_drawing_is_told(old: str, new: str, problem: str, tmp_path: Path) -> None:
    assert old in DRAW
    assert problem in problems_of(write_quiz(tmp_path, draw=DRAW.replace(old, new)))


def test_papers_must_differ(tmp_path: Path) -> None:
    """Where neither figures nor options differ, there is one paper for all."""
    questions = "format_version = 1\n" + "".join(question(kind) for kind in KINDS if kind not in ("choice", "choices", "order"))
    found = problems_of(write_quiz(tmp_path, questions=questions, draw=DRAW.replace("rng.integers(1, 1000)", "7")))
    assert "1 different papers among 200" in found and "5 questions; at least 8" in found and "the questions are worth 10" in found


def test_a_broken_quiz_is_one_line(course: Course) -> None:
    exercise = course.exercise("quiz_small")
    exercise.draw.write_text("def q_number(rng):\n    raise RuntimeError('a\\nb')\n" + DRAW.replace("def q_number", "def unused"), "utf-8")
    with pytest.raises(CourseError) as caught:
        Quiz(exercise, course.name, KEY).paper("mina")
    assert "\n" not in str(caught.value) and "draw.py: question 'q_number': RuntimeError: a b" in str(caught.value)


# --- Commands ----------------------------------------------------------------------------------------------------------------


def invoke(*arguments: object) -> tuple[int, str]:
    said = CliRunner().invoke(cli, [str(each) for each in arguments])
    return said.exit_code, said.output


@pytest.mark.parametrize(
    ("lang", "unanswered", "done"), [("en", "not answered yet", "8/8 passed"), ("ko", "아직 답하지 않았습니다", "8/8 통과")]
)
def test_from_fetch_to_a_score(
    lang: str, unanswered: str, done: str, course: Course, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("GRADEKIT_SECRET", "s")
    code, said = invoke("fetch", "quiz_small", "--student", "서연", "--to", tmp_path, "--lang", lang, "--course", course.root)
    folder = tmp_path / "quiz_small"
    assert code == 0 and "answers.toml" in said and "서연" in (folder / "answers.toml").read_text("utf-8")
    students = tmp_path / "students_course"  # without solutions, as on a student's machine
    shutil.copytree(course.root, students, ignore=shutil.ignore_patterns("solutions"))
    code, said = invoke("check", folder, "--lang", lang, "--course", students)
    assert code == 1 and unanswered in said and "0/8" in said
    paper = Quiz(course.exercise("quiz_small"), course.name, secret(course)).paper("서연")
    (folder / "answers.toml").write_text(model_sheet(paper), "utf-8")
    code, said = invoke("check", folder, "--lang", lang, "--course", students)
    assert code == 0 and done in said
    results = judge_own(folder, course, "서연", lang="ko", device="cpu", jail=None, progress=lambda *_: None)
    assert [each.score for each in results.results] == [16]
    code, said = invoke("submit", folder, "--lang", lang, "--course", course.root, "--trust", "--out", tmp_path / "report")
    assert code == 1 and "student" in said  # whose paper it is has to be said


def test_fetch_says_what_a_quiz_needs(course: Course, tmp_path: Path) -> None:
    code, said = invoke("fetch", "quiz_small", "--to", tmp_path / "to", "--course", course.root)
    assert code == 2 and "--student ID" in said and len(said.splitlines()) == 1
    shutil.rmtree(course.root / "solutions")
    code, said = invoke("fetch", "quiz_small", "--student", "mina", "--to", tmp_path / "to", "--course", course.root)
    assert code == 2 and "not on this machine" in said and len(said.splitlines()) == 1
    assert not (tmp_path / "to").exists()


def test_a_list_shows_quizzes(course: Course) -> None:
    code, said = invoke("list", "--course", course.root, "--lang", "ko")
    assert code == 0 and "quiz_small" in said and "16점  quiz" in said
    [row] = json.loads(invoke("list", "--json", "--course", course.root)[1])["exercises"]
    assert (row["kind"], row["runtime"]) == ("quiz", None)


def test_the_courses_quizzes_are_sound() -> None:
    """Every quiz that gradekit comes with; and the course's own count of parameters is the one it asks for."""
    course = load_course(ROOT)
    setting = GradingSetting(str(ROOT), KEY, "en", "cpu", ())
    quizzes = [each for each in course.exercises if each.is_quiz]
    assert "quiz_mlp" in [each.name for each in quizzes]
    for exercise in quizzes:
        assert verify_quiz(exercise, setting).problems == ()
        quiz = Quiz(exercise, course.name, KEY)
        assert len({question.kind for question in quiz.questions}) >= 5
    seen = [Quiz(course.exercise("quiz_mlp"), course.name, KEY).paper(str(number)).questions[0] for number in range(150)]
    assert {each.answer.value for each in seen if each.parameters == {**each.parameters, "d": 784, "h": 512, "k": 10}} <= {407050}
    assert set(seen[0].options) <= set(string.ascii_lowercase)
