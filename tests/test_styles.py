"""Right answers in many styles get full marks, and wrong ones never do: every file in tests/styles and tests/wrong, in the jail."""

from collections.abc import Callable, Iterator, Sequence
from concurrent.futures import Future
from pathlib import Path
from typing import Any

import pytest

from gradekit.course import load_course
from gradekit.engine.local import default_jobs, local_executor
from gradekit.engine.setting import GradingSetting
from gradekit.engine.tasks import transcribe
from gradekit.results import TestOutcome, Verdict
from gradekit.sandbox.host import WarmProcess

TESTS = Path(__file__).parent
COURSE = load_course(TESTS.parent)
STYLES = [(name, path) for name in COURSE.names for path in sorted((TESTS / "styles" / name).glob("*.py"))]
WRONG = [(name, path) for name in COURSE.names for path in sorted((TESTS / "wrong" / name).glob("*.py"))]

Outcomes = tuple[TestOutcome, ...]


def label(case: tuple[str, Path]) -> str:
    return f"{case[0]}-{case[1].stem}"


@pytest.fixture(scope="module")
def outcomes(warm_numpy: WarmProcess, warm_torch: WarmProcess) -> Iterator[Callable[[Path, bool], Outcomes]]:
    """The outcomes of a file, with or without the suite's costly tests. All judges are at work from the first question on."""
    addresses = (("numpy", warm_numpy.address), ("torch", warm_torch.address))
    setting = GradingSetting(str(COURSE.root), b"styles", "en", "cpu", addresses)
    with local_executor(default_jobs()) as executor:

        def begin(paths: Sequence[Path], quick: bool) -> Future[Any]:
            return executor.submit(transcribe, setting, paths[0].parent.name, [path.read_text("utf-8") for path in paths], quick)

        # Wrong work is first asked what costs little, which catches nearly all of it; many under one collection of the suite.
        futures: dict[tuple[Path, bool], tuple[Future[Any], int]] = {}
        for cases, quick, each in ((STYLES, False, 2), (WRONG, True, 16)):
            for name in COURSE.names:
                paths = [path for exercise, path in cases if exercise == name]
                for first in range(0, len(paths), each):
                    future = begin(paths[first : first + each], quick)
                    futures |= {(path, quick): (future, place) for place, path in enumerate(paths[first : first + each])}

        def answer(path: Path, quick: bool) -> Outcomes:
            if (path, quick) not in futures:
                futures[path, quick] = begin([path], quick), 0
            future, place = futures[path, quick]
            found: Outcomes = future.result()[place][0]
            return found

        try:
            yield answer
        finally:
            executor.shutdown(cancel_futures=True)


@pytest.mark.parametrize("case", STYLES, ids=label)
def test_a_right_answer_gets_full_marks(case: tuple[str, Path], outcomes: Callable[[Path, bool], Outcomes]) -> None:
    """However it is written."""
    name, path = case
    found = outcomes(path, False)
    assert [(test.name, test.outcome.value, test.message) for test in found if test.points < test.max_points] == []
    assert sum(test.points for test in found) == pytest.approx(COURSE.exercise(name).points)


@pytest.mark.parametrize("case", WRONG, ids=label)
def test_a_wrong_answer_loses_points(case: tuple[str, Path], outcomes: Callable[[Path, bool], Outcomes]) -> None:
    """Through its own fault and not the grader's; and it is told why."""
    _, path = case
    found = outcomes(path, True)
    if all(test.points == test.max_points for test in found):
        found = outcomes(path, False)
    lost = [test for test in found if test.points < test.max_points]
    assert lost
    assert all(test.outcome is not Verdict.GRADER_ERROR for test in found)
    assert all(test.message for test in lost)


@pytest.mark.parametrize("name", [each.name for each in COURSE.exercises if not each.is_quiz])
def test_there_are_enough_of_both(name: str) -> None:
    """A suite that nobody tried to fool proves little."""
    assert sum(exercise == name for exercise, _ in STYLES) >= 6
    assert sum(exercise == name for exercise, _ in WRONG) >= 30
