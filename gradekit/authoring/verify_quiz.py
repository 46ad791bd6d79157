"""The proof of a quiz: two hundred students' papers are drawn, and every one of them must be well posed and rightly graded."""

from __future__ import annotations

import string
import time
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from typing import Any, Final

from gradekit.authoring.verify import Proof, readme_faults
from gradekit.course.models import Exercise
from gradekit.engine.setting import GradingSetting
from gradekit.errors import CourseError
from gradekit.judge.quiz import QuizJudge
from gradekit.quiz.answers import worth
from gradekit.quiz.handout import readme_of
from gradekit.quiz.paper import Asked, Paper, Quiz
from gradekit.quiz.questions import Question
from gradekit.quiz.sheet import Unreadable, blank_sheet, model_sheet, read_sheet
from gradekit.results import Diagnosis, TestOutcome, Verdict
from gradekit.text import LANGUAGES, Text

__all__ = ["LEAST_PAPERS", "LEAST_QUESTIONS", "STUDENTS", "verify_quiz"]

LEAST_QUESTIONS: Final = 8
STUDENTS: Final = 200
LEAST_PAPERS: Final = 20
_GRADED: Final = 20  # papers that are filled in and graded, each once a cause


def verify_quiz(exercise: Exercise, setting: GradingSetting) -> Proof:
    """Prove one quiz. Raises UsageError where the solutions are elsewhere."""
    problems: list[str] = [*readme_faults(exercise)]
    judge = setting.judge(exercise.name)
    assert isinstance(judge, QuizJudge)
    began = time.monotonic()
    try:
        quiz = judge.quiz
        papers = [quiz.paper(f"student-{number}") for number in range(STUDENTS)]
        fresh = Quiz(exercise, quiz.course, setting.seed_key)  # anew from its files, as in another process
        again = [fresh.paper(each.student) for each in papers[:LEAST_PAPERS]]
    except CourseError as fault:
        return Proof(exercise.name, 0, 0, 0, 0, (*problems, str(fault)))
    points = sum(each.points for each in quiz.questions)
    if points != exercise.points:
        problems.append(f"exercise.toml: points = {exercise.points}, but the questions are worth {points}")
    if len(quiz.questions) < LEAST_QUESTIONS:
        problems.append(f"questions.toml: {len(quiz.questions)} questions; at least {LEAST_QUESTIONS} are needed")
    for question in quiz.questions:
        problems += (f"questions.toml: {question.id}: {each}" for each in _words(question))
    found: Counter[str] = Counter()  # a problem of many variants is told once
    for paper in papers:
        found.update(f"{asked.id}: {each}" for asked in paper.questions for each in _variant(asked))
    if again != papers[: len(again)]:
        problems.append("draw.py: draws other figures for the same student; use nothing but rng")
    if any(question.draw for question in quiz.questions):
        different = len({readme_of(quiz, paper, "en").partition("###")[2] for paper in papers})
        if different < LEAST_PAPERS:
            problems.append(f"draw.py: {different} different papers among {STUDENTS} students; at least {LEAST_PAPERS} are needed")
    for paper in papers[:_GRADED]:
        found.update(_graded(judge, paper))
    seconds = (time.monotonic() - began) / STUDENTS
    problems += (text + (f" ({count} variants)" if count > 1 else "") for text, count in found.items())
    causes = {(asked.id, cause.id) for paper in papers for asked in paper.questions for cause in asked.causes}
    problems += _unfed(quiz, causes)
    return Proof(exercise.name, len(quiz.questions), points, len(causes), seconds, tuple(problems))


def _unfed(quiz: Quiz, causes: set[tuple[str, str]]) -> Iterator[str]:
    for question in quiz.questions:
        if question.draw is not None and question.bounds == {}:
            yield f"questions.toml: {question.id}: bounds: say within what the answer, or a parameter, must stay"
    if not causes:
        yield "no question has a wrong answer with a cause; say what goes wrong"


def _words(question: Question) -> Iterable[str]:
    """Both languages name the same placeholders, and their braces are balanced."""
    texts = {"prompt": question.prompt.text, "explanation": question.explanation.text}
    texts |= {f"option {each.id}": each.text for each in question.options}
    texts |= {f"wrong {each.cause}": Text(each.en, each.ko) for each in question.wrong}
    for what, text in texts.items():
        try:
            english, korean = ({name for _, name, _, _ in string.Formatter().parse(text.to(lang)) if name} for lang in LANGUAGES)
        except ValueError as fault:
            yield f"{what}: {fault}; write a brace itself twice"
            continue
        if english != korean:
            yield f"{what}: en has the placeholders {sorted(english)}, ko {sorted(korean)}"
        if text.en == text.ko and any(each.isalpha() for each in text.en) and not what.startswith("option"):
            yield f"{what}: is the same in both languages"


def _variant(asked: Asked) -> Iterator[str]:
    """What is wrong with one variant of one question."""
    for lang in LANGUAGES:
        shown = [text.to(lang).strip() for text in asked.options.values()]
        if len(set(shown)) < len(shown):
            yield f"two options read the same ({lang})"
        if not all(shown):
            yield f"an option is empty ({lang})"
    right = asked.answer
    if right.kind in ("choices", "order") and len(right.value) < (1 if right.kind == "choices" else 3):
        yield "too few letters are right"
    if right.kind == "choices" and len(right.value) == len(asked.options):
        yield "every option is right"
    twice: list[str] = []
    for cause in asked.causes:
        if not cause.id.isidentifier():
            yield f"cause {cause.id!r} must be a Python name"
        if cause.id in twice:
            yield f"cause {cause.id!r} is there twice"
        twice.append(cause.id)
        if not cause.message.en.strip() or not cause.message.ko.strip() or cause.message.en == cause.message.ko:
            yield f"wrong {cause.id}: needs words in both languages"
        if _same(right, cause.answer):
            yield f"wrong {cause.id}: is accepted as right"
    for index, cause in enumerate(asked.causes):
        for other in asked.causes[index + 1 :]:
            if _same(cause.answer, other.answer):
                yield f"wrong {other.id}: is the answer of {cause.id} too"
    yield from _bounded(asked)


def _same(answer: Any, other: Any) -> bool:
    return worth(answer, other.value)[0] == 1


def _bounded(asked: Asked) -> Iterator[str]:
    for name, (low, high) in asked.question.bounds.items():
        if name != "answer" and name not in asked.parameters:
            yield f"bounds: there is no parameter {name!r}"
            continue
        value = asked.drawn if name == "answer" else asked.parameters[name]
        try:
            numbers = [float(each) for each in _flat(value)]
        except (TypeError, ValueError):
            yield f"bounds: {name} is no number"
            continue
        if not all(low <= each <= high for each in numbers):
            yield f"bounds: {name} is not always within [{low:g}, {high:g}]"


def _flat(value: Any) -> Iterator[Any]:
    value = value.tolist() if hasattr(value, "tolist") else value
    if isinstance(value, list | tuple):
        for each in value:
            yield from _flat(each)
    else:
        yield value


def _graded(judge: QuizJudge, paper: Paper) -> Iterator[str]:
    """The right answers, written down and read back, get full marks, and blank ones nothing; each cause gets its words."""
    outcomes, causes = _outcomes(judge, paper, model_sheet(paper))
    yield from (
        f"{each.name}: the right answer gets {each.points:g} of {each.max_points:g}" for each in outcomes if each.points != each.max_points
    )
    if causes:
        yield f"{causes[0].misconception}: is found in the right answers"
    for lang in LANGUAGES:
        outcomes, causes = _outcomes(judge, paper, blank_sheet(paper, lang))
        if causes or any(each.points or each.outcome is not Verdict.FAILED for each in outcomes):
            yield "the blank answers file gets points"
        for asked in paper.questions:
            for cause in asked.causes:
                text = model_sheet(paper, {asked.id: cause.answer.written()})
                _, found = _outcomes(judge, paper, text, lang)
                if [(each.misconception, each.message) for each in found] != [(f"{asked.id}.{cause.id}", cause.message.to(lang))]:
                    yield f"{asked.id}: wrong {cause.id}: a student who answers so is not told ({lang})"


def _outcomes(judge: QuizJudge, paper: Paper, text: str, lang: Any = "en") -> tuple[Sequence[TestOutcome], Sequence[Diagnosis]]:
    sheet = read_sheet(text)
    if isinstance(sheet, Unreadable):
        raise CourseError(f"the answers file of {paper.quiz!r} cannot be read: {sheet.message.en}")
    return judge.outcomes(paper, sheet.answers, lang)
