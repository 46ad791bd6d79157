"""Exercises with parameters: default ones outside exams, drawn ones in them, the same wherever a student or a suite meets them."""

from __future__ import annotations

import shutil
from dataclasses import replace
from pathlib import Path
from typing import Any

import numpy as np
import pytest
from click.testing import CliRunner
from pydantic import ValidationError

from gradekit.cli import cli
from gradekit.course.load import load_course
from gradekit.course.parameters import Parameter, rendered, spread_variants, variant_text
from gradekit.engine.public import check_public_file
from gradekit.engine.tasks import judge_chunk
from gradekit.intake import Submission
from gradekit.results import Result, Verdict

TOML = """
[parameters.k]
values = [2.0, 3.0, -1.5]

[parameters.names]
order = ["cat", "dog", "bird"]
"""
SUITE = """

@points(20)
@hint(en="Every k.", ko="모든 k.")
def test_scale_of_its_own(submission, parameters):
    assert_close(submission.scale(np.array([1.0, 2.0])), np.array([1.0, 2.0]) * parameters["k"], what="scale(x)")
    assert parameters["names"][0] in ("cat", "dog", "bird")
"""


@pytest.fixture
def course(minicourse: Path, tmp_path: Path) -> Path:
    """The miniature course with parameters in tiny_array: k, the default of scale(), and names."""
    root = tmp_path / "course"
    shutil.copytree(minicourse, root)
    handout, solution = root / "exercises/tiny_array", root / "solutions/tiny_array"
    toml = handout / "exercise.toml"
    toml.write_text(toml.read_text("utf-8").replace("k=2.0", "k=PARAMETER_k") + TOML, "utf-8")
    for path in (handout / "README.md", handout / "README.ko.md"):
        path.write_text(path.read_text("utf-8").replace("k=2.0", "k=PARAMETER_k") + "\nPARAMETER_names\n", "utf-8")
    for path in (handout / "tiny_array.py", solution / "solution.py", *(solution / "misconceptions").glob("*.py")):
        path.write_text(path.read_text("utf-8").replace("k=2.0", "k=PARAMETER_k"), "utf-8")
    tests = handout / "test_public.py"
    tests.write_text(tests.read_text("utf-8").replace("[2.0, 4.0]", "[PARAMETER_k, 2 * PARAMETER_k]"), "utf-8")
    suite = solution / "test_hidden.py"
    text = suite.read_text("utf-8").replace("assert_close(got, [2.0, 4.0]", 'assert_close(got, np.array([1.0, 2.0]) * parameters["k"]')
    suite.write_text(
        text.replace("test_scale_example(submission, evidence)", "test_scale_example(submission, evidence, parameters)"), "utf-8"
    )
    with suite.open("a", encoding="utf-8") as file:
        file.write(SUITE)
    return root


VARIANT = (("k", -1.5), ("names", ("dog", "cat", "bird")))


def test_a_parameter_is_drawn_from_its_values() -> None:
    values, order = Parameter(values=(1, 2, 3)), Parameter(order=("a", "b", "c"))
    rng = np.random.default_rng(1)
    assert {values.drawn(rng) for _ in range(100)} == {1, 2, 3}
    assert len({order.drawn(rng) for _ in range(200)}) == 6
    assert values.default == 1 and order.default == ("a", "b", "c")


@pytest.mark.parametrize(
    "given", [{}, {"values": (1,)}, {"values": (1, 1)}, {"values": (1, 2), "order": ("a", "b")}, {"order": ("a", "a")}]
)
def test_what_is_no_parameter(given: dict[str, Any]) -> None:
    with pytest.raises(ValidationError):
        Parameter(**given)


def test_values_stand_as_python_writes_them() -> None:
    text = "def f(x, k=PARAMETER_k): return PARAMETER_names, PARAMETER_kk, 'PARAMETER_word', XPARAMETER_k"
    got = rendered(text, (("k", -0.5), ("names", ("a", "b")), ("word", "it's")))
    assert got == "def f(x, k=-0.5): return ['a', 'b'], PARAMETER_kk, '\"it's\"', XPARAMETER_k"
    assert variant_text(VARIANT) == "k = -1.5, names = ['dog', 'cat', 'bird']"


def test_a_proof_meets_every_value(course: Path) -> None:
    file = load_course(course).exercise("tiny_array").file
    variants = list(spread_variants(file.parameters))
    assert variants[0] == load_course(course).exercise("tiny_array").default_variant
    assert {dict(each)["k"] for each in variants} == {2.0, 3.0, -1.5} and len({dict(each)["names"] for each in variants}) == 3
    assert list(spread_variants({})) == [()]


def test_a_handout_has_the_default_values(course: Path, tmp_path: Path) -> None:
    said = CliRunner().invoke(cli, ["fetch", "tiny_array", "--to", str(tmp_path / "mine"), "--course", str(course)])
    assert said.exit_code == 0, said.output
    texts = {path.name: path.read_text("utf-8") for path in (tmp_path / "mine/tiny_array").iterdir()}
    assert all("PARAMETER_" not in text for text in texts.values())
    assert "def scale(x, k=2.0)" in texts["tiny_array.py"] and "['cat', 'dog', 'bird']" in texts["README.md"]
    again = CliRunner().invoke(cli, ["fetch", "tiny_array", "--to", str(tmp_path / "mine"), "--course", str(course), "--lang", "ko"])
    assert again.exit_code == 0, again.output
    exercise = load_course(course).exercise("tiny_array")
    (tmp_path / "mine/tiny_array/tiny_array.py").write_text(
        rendered(exercise.solution.read_text("utf-8"), exercise.default_variant), "utf-8"
    )
    found = check_public_file(exercise, tmp_path / "mine/tiny_array/tiny_array.py")
    assert {each.outcome for each in found.tests} == {Verdict.PASSED}


def test_each_is_judged_by_its_own_values(course: Path, setting: Any, tmp_path: Path) -> None:
    where = replace(setting("numpy"), root=str(course))
    exercise = load_course(course).exercise("tiny_array")

    def judged(variant: Any, program: str) -> Result:
        path = tmp_path / "tiny_array.py"
        path.write_text(program, "utf-8")
        return judge_chunk(where, "tiny_array", [Submission("kim", "tiny_array", path, variant=variant)], None)[0]

    right = exercise.solution.read_text("utf-8")
    own, default = (rendered(right, each) for each in (VARIANT, exercise.default_variant))
    assert judged(VARIANT, own).score == judged((), default).score == judged((), default).max_score
    assert judged(VARIANT, default).score < judged(VARIANT, own).score
    assert judged(VARIANT, own).fingerprint["parameters"] == variant_text(VARIANT)
    assert "parameters" not in judged((), default).fingerprint


def test_a_class_with_several_variants_is_diagnosed(course: Path, tmp_path: Path) -> None:
    """Each variant has a bank of its own, since the answers differ."""
    from gradekit.engine.classroom import grade_class

    loaded = load_course(course)
    wrong = (course / "solutions/tiny_array/misconceptions/adds_instead.py").read_text("utf-8")
    submissions = []
    for number, variant in enumerate(spread_variants(loaded.exercise("tiny_array").file.parameters)):
        path = tmp_path / f"{number}" / "tiny_array.py"
        path.parent.mkdir()
        path.write_text(rendered(wrong, variant), "utf-8")
        submissions.append(Submission(f"s{number}", "tiny_array", path, variant=variant))
    faults = grade_class(loaded, submissions, tmp_path / "out", jobs=1, lang="en")
    assert faults == {}
    from gradekit.results import read_results

    rows = read_results(tmp_path / "out/results.json").results
    assert [[each.misconception for each in row.diagnosis] for row in rows] == [["adds_instead"]] * 3


def test_verify_tries_every_value(course: Path) -> None:
    said = CliRunner().invoke(cli, ["verify", "tiny_array", "--course", str(course)]).output
    assert "with k =" not in " ".join(said.split())
    solution = course / "solutions/tiny_array/solution.py"
    solution.write_text(solution.read_text("utf-8").replace("k=PARAMETER_k", "k=2.0"), "utf-8")
    readme = course / "exercises/tiny_array/README.ko.md"
    readme.write_text(readme.read_text("utf-8").replace("PARAMETER_names", "PARAMETER_other"), "utf-8")
    said = " ".join(CliRunner().invoke(cli, ["verify", "tiny_array", "--course", str(course)]).output.split())
    assert "with k = 3.0, names" in said and "with k = -1.5" in said and "test_scale_of_its_own" in said
    assert "README.ko.md: does not tell PARAMETER_names" in said and "PARAMETER_other is no parameter" in said
