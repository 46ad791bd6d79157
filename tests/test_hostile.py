"""Every hostile submission loses: no more points than its honest part deserves, and nothing of the course in what it says.

Each file in tests/hostile is one attack on the exercise tiny_array. Its header says what it tries, which verdicts it must end in, and
what the honest part of it is worth.
"""

import json
import re
from collections.abc import Iterator
from pathlib import Path

import pytest

from gradekit.engine.setting import GradingSetting
from gradekit.intake import Submission
from gradekit.printable import printable
from gradekit.results import MESSAGE_BYTES, OUTPUT_BYTES, Result, Status
from gradekit.sandbox.host import WarmProcess

HOSTILE = Path(__file__).parent / "hostile"
NAMES = sorted(path.stem for path in HOSTILE.glob("*.py"))
CANARIES = ("canary-of-the-suite", "canary-of-the-reference", "canary-of-the-environment", "canary-of-the-secret")
BOMB = Path("/tmp/gradekit-pickle-bomb")


def header(name: str) -> dict[str, str]:
    lines = (HOSTILE / f"{name}.py").read_text("utf-8").splitlines()[:3]
    found = dict(re.fullmatch(r"# (\w+): (.+)", line).groups() for line in lines)  # type: ignore[union-attr]
    assert set(found) == {"attack", "verdicts", "worth"}
    return found


@pytest.fixture(scope="module")
def judged(minicourse: Path) -> Iterator[dict[str, Result]]:
    """All of them in one session, as a class would be, each followed by a right submission that must not notice."""
    BOMB.unlink(missing_ok=True)
    solution = minicourse / "solutions" / "tiny_array" / "solution.py"
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("GRADEKIT_TESTS_CANARY", "canary-of-the-environment")
        with WarmProcess("numpy") as warm:
            warm.wait_ready()
            setting = GradingSetting(str(minicourse), b"canary-of-the-secret", "en", "cpu", (("numpy", warm.address),))
            judge = setting.judge("tiny_array")
            judge.bank()
            found: list[Result] = []
            submissions = [
                submission
                for name in NAMES
                for submission in (
                    Submission(name, "tiny_array", HOSTILE / f"{name}.py"),
                    Submission(f"after {name}", "tiny_array", solution),
                )
            ]
            judge.judge(submissions, found.append)
            yield {result.student: result for result in found}


@pytest.mark.parametrize("name", NAMES)
def test_it_gets_no_more_than_its_honest_part_deserves(judged: dict[str, Result], name: str) -> None:
    result = judged[name]
    assert result.status is Status.GRADED
    assert result.max_score == 100 and len(result.tests) == 9
    assert result.score <= float(header(name)["worth"])


@pytest.mark.parametrize("name", NAMES)
def test_it_ends_as_its_header_says(judged: dict[str, Result], name: str) -> None:
    seen = {test.outcome.value for test in judged[name].tests}
    wanted = header(name)["verdicts"].split(",")
    assert seen.issuperset(wanted), seen


@pytest.mark.parametrize("name", NAMES)
def test_it_costs_nobody_else_anything(judged: dict[str, Result], name: str) -> None:
    """Its own honest functions keep their points where it does not end its process, and whoever comes next gets full marks."""
    assert judged[f"after {name}"].score == 100
    assert judged[name].seconds < 8


@pytest.mark.parametrize("name", NAMES)
def test_nothing_it_says_holds_a_secret_or_steers_a_terminal(judged: dict[str, Result], name: str, minicourse: Path) -> None:
    result = judged[name]
    text = json.dumps(result.to_json(), ensure_ascii=False, allow_nan=False)
    assert not [canary for canary in CANARIES if canary in text]
    assert str(minicourse) not in text
    assert len(result.output.encode()) <= OUTPUT_BYTES
    for test in result.tests:
        assert len(test.message.encode()) <= MESSAGE_BYTES and test.message == printable(test.message)
    text.encode("utf-8")


def test_nothing_was_loaded_that_should_not_be(judged: dict[str, Result]) -> None:
    assert "pickle_bomb" in judged and not BOMB.exists()


def test_they_are_judged_in_seconds(judged: dict[str, Result]) -> None:
    assert sum(result.seconds for result in judged.values()) < 30, {name: round(result.seconds, 2) for name, result in judged.items()}
