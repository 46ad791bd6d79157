"""The documentation cannot drift: generated parts are fresh, every word of the interface is explained, and the examples run."""

import importlib.util
import os
import re
import shlex
import subprocess
import sys
import tomllib
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from types import ModuleType
from typing import Any, get_args

import click
import pytest
from pydantic import BaseModel

import gradekit.testing
from gradekit import __version__
from gradekit.cli import cli
from gradekit.cli.lazy import every_command
from gradekit.course.models import CourseFile, ExerciseFile
from gradekit.course.places import COURSE_VARIABLE, SECRET_FILE, SECRET_VARIABLE
from gradekit.exam.models import ExamFile
from gradekit.judge.plugin import JudgePlugin
from gradekit.quiz.questions import QuestionsFile
from gradekit.report.figures import _BUILDERS
from gradekit.results import SCHEMA, Result, ResultSet, Status, TestOutcome, Verdict
from gradekit.sandbox import jail

ROOT = Path(__file__).resolve().parents[1]
READMES = {"en": "README.md", "ko": "README.ko.md"}
DOCUMENTS = ["README.md", "README.ko.md", "CHANGELOG.md", "docs/architecture.md", "docs/github.md", "docs/github.ko.md"]
DOCUMENTS += ["docs/gradebook.md", "docs/gradebook.ko.md", "docs/cluster.md", "docs/cluster.ko.md"]
DOCUMENTS += ["docs/benchmarks.md", "docs/benchmarks.ko.md"]
HOSTS = {"keepachangelog.com", "semver.org"}
PICTURE_BYTES = 400_000


def text_of(name: str) -> str:
    return (ROOT / name).read_text("utf-8")


@pytest.fixture(params=READMES)
def readme(request: pytest.FixtureRequest) -> str:
    """The text of one README, and of the other."""
    return text_of(READMES[request.param])


def without_blocks(text: str) -> str:
    return re.sub(r"^```.*?^```$", "", text, flags=re.MULTILINE | re.DOTALL)


def blocks(text: str, *kinds: str) -> list[str]:
    found = re.findall(r"^```(\w+)\n(.*?)^```$", text, re.MULTILINE | re.DOTALL)
    return [body for kind, body in found if kind in kinds]


def headings(text: str) -> list[tuple[int, str]]:
    return [(len(marks), title) for marks, title in re.findall(r"^(#+) (.+)$", without_blocks(text), re.MULTILINE)]


def section(text: str, title: str) -> str:
    """What stands under the heading, up to the next one of its level or above."""
    found = re.search(rf"^(#+) {re.escape(title)}\n(.*?)(?=^#{{1,2}} |^\1 |\Z)", without_blocks(text), re.MULTILINE | re.DOTALL)
    assert found is not None, title
    return found[2]


def first_cells(text: str) -> set[str]:
    """What the tables' first columns hold in backticks."""
    return set(re.findall(r"^\| `([^`]+)` \|", text, re.MULTILINE))


# --- What is generated -------------------------------------------------------------------------------------------------------


def script() -> ModuleType:
    spec = importlib.util.spec_from_file_location("readme_script", ROOT / "scripts" / "readme.py")
    assert spec is not None and spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


@pytest.mark.parametrize("lang", READMES)
def test_the_command_reference_is_fresh(lang: str) -> None:
    """'make readme' would change nothing."""
    text = text_of(READMES[lang])
    assert script().fresh(text, lang) == text, "run 'make readme'"


def test_check_tells_stale_from_fresh(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> None:
    """--check writes nothing and exits with 1 where a README is stale; without it, the README is mended and the rest of it kept."""
    made = script()
    monkeypatch.setattr(made, "ROOT", tmp_path)
    for name in made.READMES.values():
        (tmp_path / name).write_text(f"before\n{made.BEGIN}\nold\n{made.END}\nafter\n", "utf-8")
    assert made.main(["--check"]) == 1
    assert "README.md" in capsys.readouterr().err
    assert "old" in (tmp_path / "README.md").read_text("utf-8")
    assert made.main([]) == 0
    assert made.main(["--check"]) == 0
    text = (tmp_path / "README.ko.md").read_text("utf-8")
    assert text.startswith("before\n") and text.endswith("\nafter\n") and "old" not in text


def test_an_untranslated_help_text_is_named(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> None:
    """A help text whose Korean is missing stops the script, which says which one."""
    made = script()
    monkeypatch.setattr(made, "ROOT", tmp_path)
    for name in made.READMES.values():
        (tmp_path / name).write_text(f"{made.BEGIN}\n{made.END}\n", "utf-8")
    made.KOREAN.pop("Where everything goes.")
    assert made.main(["--check"]) == 1
    assert made.main([]) == 1
    assert "Where everything goes." in capsys.readouterr().err


def test_no_translation_is_left_over() -> None:
    """Every Korean text is that of a help text that is still there."""
    made = script()
    used: set[str] = set()
    original = made.say

    def say(text: str, lang: str) -> str:
        used.add(text)
        translated: str = original(text, lang)
        return translated

    made.say = say
    list(made.reference("ko"))
    assert set(made.KOREAN) == used


# --- Every word is explained -------------------------------------------------------------------------------------------------


def test_every_command_and_option(readme: str) -> None:
    """Each command has a heading, and under it every option."""
    for name, command in every_command(cli):
        part = section(readme, f"gradekit {name}")
        for parameter in command.params:
            if isinstance(parameter, click.Option):
                assert f"`{parameter.opts[0]}" in part, f"{name} {parameter.opts[0]}"


def keys(model: type[BaseModel], prefix: str = "") -> Iterator[str]:
    """The keys of a TOML file as an author writes them; texts in two languages count as one."""
    for name, field in model.model_fields.items():
        inner = [each for each in (field.annotation, *inner_types(field.annotation)) if is_model(each)]
        tables = [each for each in inner if set(each.model_fields) != {"en", "ko"}]
        if not tables or name == "units":
            yield prefix + name
        for each in tables:
            yield from keys(each, f"{prefix}{name}.")


def inner_types(annotation: Any) -> Iterator[Any]:
    for each in get_args(annotation):
        yield each
        yield from inner_types(each)


def is_model(value: Any) -> bool:
    return isinstance(value, type) and issubclass(value, BaseModel)


@pytest.mark.parametrize(
    ("file", "model"),
    [("course.toml", CourseFile), ("exercise.toml", ExerciseFile), ("questions.toml", QuestionsFile), ("exam.toml", ExamFile)],
)
def test_every_key(readme: str, file: str, model: type[BaseModel]) -> None:
    """The tables list exactly the keys that the models read."""
    assert first_cells(section(readme, file)) == set(keys(model))


def test_every_default_limit(readme: str) -> None:
    """The limits that the table names are those that hold where exercise.toml is silent."""
    part = section(readme, "exercise.toml")
    limits = ExerciseFile.model_fields["limits"].default.model_dump()
    for name, value in ((name, value) for name, value in limits.items() if isinstance(value, float | int)):
        assert re.search(rf"`limits\.{name}` \| .*\b{value:g}\b", part), name


def test_every_assertion_and_decorator(readme: str) -> None:
    """Everything that gradekit.testing exports is in a table."""
    cells = {cell.partition("(")[0] for cell in first_cells(readme)}
    assert set(gradekit.testing.__all__) <= cells


def fixtures() -> set[str]:
    kind = type(vars(JudgePlugin)["submission"])
    return {name for name, value in vars(JudgePlugin).items() if type(value) is kind and not name.startswith(("_", "pytest_"))}


def test_every_fixture(readme: str) -> None:
    """Every fixture of the judge is in a table."""
    assert {"submission", "reference", "rng", "evidence"} <= fixtures()
    assert fixtures() <= {cell.partition("(")[0] for cell in first_cells(readme)}


def test_every_evidence_kind(readme: str) -> None:
    """Every kind of evidence that reports draw is in a table."""
    assert set(_BUILDERS) <= first_cells(readme)


@pytest.mark.parametrize(("lang", "title"), [("en", "Verdicts"), ("ko", "판정")])
def test_every_verdict_and_status(lang: str, title: str) -> None:
    """The two tables hold exactly the verdicts and the statuses."""
    assert first_cells(section(text_of(READMES[lang]), title)) == {*map(str, Verdict), *map(str, Status)}


def test_every_environment_variable(readme: str) -> None:
    """Every variable that gradekit reads is in the table."""
    read = {COURSE_VARIABLE, SECRET_VARIABLE, "NO_COLOR"}
    for path in (ROOT / "gradekit").rglob("*.py"):
        read |= set(re.findall(r'"(GRADEKIT_[A-Z]+)"', path.read_text("utf-8")))
    assert read <= first_cells(readme)
    assert f"`{SECRET_FILE}`" in readme


def test_results_json_is_as_shown(readme: str) -> None:
    """The README's results.json has the keys of a real one, and is one."""
    import json

    [shown] = (json.loads(block) for block in blocks(readme, "json"))
    result = Result("mina", "softmax", Status.GRADED, (TestOutcome("test", 0.0, 3.0, Verdict.FAILED),))
    real = ResultSet("neural-networks", (result,)).to_json()
    assert shown["schema"] == SCHEMA
    assert list(shown) == list(real)
    assert list(shown["results"][0]) == list(real["results"][0])
    assert list(shown["results"][0]["tests"][0]) == list(real["results"][0]["tests"][0])
    assert Result.from_json(shown["results"][0]).diagnosis[0].misconception == "sums_over_batch"


def test_every_dependency(readme: str) -> None:
    """Each package that gradekit asks for has its reason, and no other is named."""
    project = tomllib.loads(text_of("pyproject.toml"))
    name = re.compile(r"[A-Za-z0-9_-]+")
    needed = {found[0] for each in project["project"]["dependencies"] if (found := name.match(each))}
    development = {found[0] for each in project["dependency-groups"]["dev"] if (found := name.match(each))}
    title = next(title for _, title in headings(readme) if title in ("What it depends on", "의존하는 패키지"))
    part = section(readme, title)
    assert first_cells(part) == needed
    assert development <= set(re.findall(r"`([^`]+)`", part))


# --- Two languages, one content ----------------------------------------------------------------------------------------------


def test_headings_are_parallel() -> None:
    """Both READMEs have the same sections in the same order; those named after code have the same name."""
    english, korean = (headings(text_of(name)) for name in READMES.values())
    assert [level for level, _ in english] == [level for level, _ in korean]
    for (_, first), (_, second) in zip(english, korean, strict=True):
        if re.fullmatch(r"[a-z. ]+", first):
            assert first == second


def test_tables_are_parallel() -> None:
    """Row by row, both READMEs' tables explain the same things."""
    first, second = (re.findall(r"^\| (`[^|]+`) \|", text_of(name), re.MULTILINE) for name in READMES.values())
    assert first == second


def test_examples_are_parallel() -> None:
    """Both READMEs run the same commands, each in its language."""
    english, korean = ([command for command, _, _ in examples(name)] for name in READMES.values())
    swapped = [re.sub(r"--lang (en|ko)", "--lang …", command) for command in english]
    assert [re.sub(r"--lang (en|ko)", "--lang …", command) for command in korean] == swapped
    assert blocks(text_of("README.md"), "sh", "python") == blocks(text_of("README.ko.md"), "sh", "python")


# --- The examples run --------------------------------------------------------------------------------------------------------


def examples(name: str) -> Iterator[tuple[str, int, str]]:
    """The commands of the console blocks, the exit code each should have, and what is shown of its output."""
    for block in blocks(text_of(name), "console"):
        for entry in re.split(r"^\$ ", block, flags=re.MULTILINE)[1:]:
            lines = entry.splitlines()
            inputs = [lines[0]]
            while len(lines) > len(inputs) and lines[len(inputs)].startswith(">"):
                inputs.append(lines[len(inputs)].removeprefix(">").removeprefix(" "))
            code = re.search(r"# exit code (\d+)$", lines[0])
            yield "\n".join(inputs), int(code[1]) if code else 0, "\n".join(lines[len(inputs) :])


def squeezed(text: str) -> str:
    return re.sub(r"\s+", " ", text).strip()


@dataclass(frozen=True)
class Shell:
    """A temporary folder with the gradekit command of this environment on the path, and nothing of the caller's own settings."""

    folder: Path

    def run(self, command: str) -> subprocess.CompletedProcess[str]:
        kept = {name: value for name, value in os.environ.items() if not name.startswith("GRADEKIT_")}
        path = os.pathsep.join((str(Path(sys.executable).parent), kept.get("PATH", "")))
        environment = kept | {"PATH": path, "LANG": "C.UTF-8", "OMP_NUM_THREADS": "1", "XDG_CACHE_HOME": str(self.folder / ".cache")}
        return subprocess.run(
            ["bash", "-c", command], cwd=self.folder, env=environment, capture_output=True, text=True, check=False, timeout=300
        )


@pytest.mark.parametrize("lang", READMES)
def test_console_examples(lang: str, tmp_path: Path) -> None:
    """Every console block runs, in order and in one folder, and prints what the README shows; "…" stands for anything."""
    if jail.why_no_jail() is not None:
        pytest.skip("this machine cannot jail")
    shell = Shell(tmp_path)
    seen = 0
    for command, code, shown in examples(READMES[lang]):
        done = shell.run(command)
        assert done.returncode == code, f"{command}\n{done.stdout}{done.stderr}"
        pattern = re.escape(squeezed(shown)).replace(re.escape("…"), ".*")
        assert not shown or re.fullmatch(pattern, squeezed(done.stdout), re.DOTALL), f"{command}\n{done.stdout}"
        seen += 1
    assert seen >= 10
    assert sorted(path.name for path in (tmp_path / "graded").iterdir()) == ["report.html", "results.json", "scores.csv", "students"]


def test_command_lines_are_understood(readme: str) -> None:
    """Every gradekit command line, in a block that is run or in one that is not, has only options that are there."""
    lines = [line.removeprefix("$ ").split("  #")[0] for block in blocks(readme, "sh", "console") for line in block.splitlines()]
    words = [shlex.split(line) for line in lines if re.match(r"gradekit [a-z]", line)]
    assert len(words) > 15
    for _, name, *arguments in words:
        command = cli.get_command(click.Context(cli), name)
        assert command is not None, name
        command.make_parser(click.Context(command, help_option_names=["-h", "--help"])).parse_args(list(arguments))


def test_make_targets_exist(readme: str) -> None:
    """Every 'make …' in the README is a target of the Makefile."""
    targets = set(re.findall(r"^([a-z]+):", text_of("Makefile"), re.MULTILINE))
    named = set(re.findall(r"(?:`|^)make ([a-z]+)", readme, re.MULTILINE))
    assert {"demo", "test", "bench"} <= named <= targets


# --- What must not be there, and what must -----------------------------------------------------------------------------------


@pytest.mark.parametrize("name", DOCUMENTS)
def test_no_place_of_anybodys_machine(name: str) -> None:
    """No absolute path of a machine, and no address but those of standards that are named."""
    text = text_of(name)
    for place in (ROOT.as_posix(), Path.home().as_posix() + "/"):
        assert place not in text
    assert not re.search(r"(?<![\w.~])/(?:home|root|Users|mnt|opt|srv|var)\b", text)
    assert set(re.findall(r"https?://([^/\s)]+)", text)) <= HOSTS


def slug(title: str) -> str:
    """The anchor that a heading gets."""
    return re.sub(r"[^\w\- ]", "", title.lower()).replace(" ", "-")


@pytest.mark.parametrize("name", DOCUMENTS)
def test_local_links_lead_somewhere(name: str) -> None:
    """Every link to a file or a heading finds it."""
    text = without_blocks(text_of(name))
    for target in re.findall(r"\]\(([^)\s]+)\)", text):
        if "://" in target:
            continue
        path, _, anchor = target.partition("#")
        place = (ROOT / name).parent / path if path else ROOT / name
        assert place.exists(), target
        if anchor:
            assert anchor in {slug(title) for _, title in headings(place.read_text("utf-8"))}, target


def test_the_picture_is_small() -> None:
    """The one picture is a PNG that a slow line can load."""
    content = (ROOT / "docs" / "report.png").read_bytes()
    assert content.startswith(b"\x89PNG\r\n\x1a\n")
    assert len(content) < PICTURE_BYTES


def test_the_changelog_knows_this_version() -> None:
    """The version of the package has its entry."""
    assert (2, f"[{__version__}]") in headings(text_of("CHANGELOG.md"))
