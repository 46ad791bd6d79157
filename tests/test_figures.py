"""Figures of the handouts: drawn by the script as they stand, harmless and small, shown by both handouts, and handed out with them."""

import importlib
import os
import re
import subprocess
import sys
from pathlib import Path
from types import ModuleType
from xml.etree import ElementTree

import pytest

from gradekit.course.handout import hand_out
from gradekit.course.load import load_course
from gradekit.course.models import Course
from gradekit.errors import UsageError, WouldOverwrite
from gradekit.text import LANGUAGES, Lang

ROOT = Path(__file__).resolve().parents[1]
FIGURES = sorted((ROOT / "exercises").glob("*/figures/*"))
NAMES = [path.relative_to(ROOT / "exercises").as_posix() for path in FIGURES]
LARGEST_BYTES = 40_000
IMAGE = re.compile(r"!\[([^\]]*)\]\(([^)]*)\)")
ELEMENTS = {"svg", "title", "style", "defs", "clipPath", "rect", "path", "circle", "text", "tspan"}


@pytest.fixture(scope="module")
def course() -> Course:
    return load_course(ROOT)


@pytest.fixture
def script(monkeypatch: pytest.MonkeyPatch) -> ModuleType:
    monkeypatch.syspath_prepend(str(ROOT / "scripts"))
    return importlib.import_module("figures")


def mini_course(root: Path) -> Course:
    """A course of one exercise with a figure for all, and one for each language."""
    files = {
        "course.toml": 'format_version = 1\nname = "mini"\ntitle = { en = "Mini", ko = "미니" }\n'
        '[[units]]\nid = 1\ntitle = { en = "One", ko = "하나" }\nexercises = ["double"]\n',
        "exercises/double/exercise.toml": 'format_version = 1\nname = "double"\nkind = "code"\nruntime = "numpy"\npoints = 10\n'
        'exports = ["double(x)"]\ntitle = { en = "T", ko = "제목" }\nsummary = { en = "S", ko = "요약" }\n[policy]\nby_hand = true\n',
        "exercises/double/double.py": "def double(x):\n    raise NotImplementedError\n",
        "exercises/double/test_public.py": "",
        "exercises/double/README.md": "English\n",
        "exercises/double/README.ko.md": "한국어\n",
        "exercises/double/figures/.hidden": "no figure\n",
        **{f"exercises/double/figures/{name}.svg": f"<svg>{name}</svg>\n" for name in ("all", "words.en", "words.ko")},
    }
    for name, text in files.items():
        (root / name).parent.mkdir(parents=True, exist_ok=True)
        (root / name).write_text(text, "utf-8")
    return load_course(root)


# --- The files ---------------------------------------------------------------------------------------------------------------


def test_they_are_fresh(script: ModuleType, capsys: pytest.CaptureFixture[str]) -> None:
    """'python scripts/figures.py' would change nothing."""
    assert script.main(["--check"]) == 0, capsys.readouterr().err


def test_check_tells_stale_from_fresh(
    script: ModuleType, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    """--check writes nothing, and names what is missing, what is stale and what the script does not draw; without it, all are drawn."""
    monkeypatch.setattr(script, "ROOT", tmp_path)
    for name in script.FIGURES:
        (tmp_path / "exercises" / name).parent.parent.mkdir(parents=True, exist_ok=True)
    assert script.main(["--check"]) == 1
    assert capsys.readouterr().err.count(": missing;") == len(script.FIGURES)
    assert list(tmp_path.rglob("*.svg")) == []
    assert script.main([]) == 0
    assert script.main(["--check"]) == 0
    first, second = (tmp_path / "exercises" / name for name in list(script.FIGURES)[:2])
    first.write_bytes(first.read_bytes() + b"\n")
    second.rename(second.with_name("other.svg"))
    assert script.main(["--check"]) == 1
    said = capsys.readouterr().err.splitlines()
    assert [line.split(";")[0].rsplit(": ")[1] for line in said] == ["stale", "missing", "not drawn by scripts/figures.py"]


def test_wrong_use_is_said(script: ModuleType, capsys: pytest.CaptureFixture[str]) -> None:
    assert script.main(["--chekc"]) == 2
    assert capsys.readouterr().err.startswith("usage:")


@pytest.mark.parametrize("path", FIGURES, ids=NAMES)
def test_they_are_small_and_harmless(path: Path) -> None:
    assert_harmless(path.read_bytes())


def assert_harmless(content: bytes) -> None:
    """Plain SVG: shapes and words, no script, nothing that is loaded from elsewhere, a size of its own, and both faces of its card."""
    assert len(content) < LARGEST_BYTES
    root = ElementTree.fromstring(content)
    assert root.get("viewBox") == f"0 0 {root.get('width')} {root.get('height')}"
    for element in root.iter():
        assert element.tag.removeprefix("{http://www.w3.org/2000/svg}") in ELEMENTS
        assert not [name for name in element.attrib if name.startswith("on") or "href" in name]
    text = content.decode("utf-8").replace('xmlns="http://www.w3.org/2000/svg"', "")
    assert not re.search(r"https?:|javascript:|data:|@import|<!|<\?", text)
    assert set(re.findall(r"url\((.)", text)) <= {"#"}
    assert "prefers-color-scheme:dark" in text


@pytest.mark.parametrize("path", FIGURES, ids=NAMES)
def test_korean_words_find_a_font(path: Path) -> None:
    """Each font list names fonts that have Hangul, and ends with a generic family."""
    lists = re.findall(r"(?:font:14px |font-family:)([^;}]+)", path.read_text("utf-8"))
    assert lists
    for fonts in lists:
        assert "Noto S" in fonts and " KR" in fonts
        assert fonts.endswith("serif")


def test_the_comparison_of_training_runs(tmp_path: Path) -> None:
    """One epoch on the digits: what was read, the course's figures beside the measured ones, and harmless curves."""
    command = [sys.executable, str(ROOT / "scripts/compare_training.py"), "--data", "digits", "--epochs", "1", "--out"]
    environment = os.environ | {"OMP_NUM_THREADS": "1"}
    done = subprocess.run([*command, str(tmp_path / "c.svg")], env=environment, capture_output=True, text=True, check=False, timeout=120)
    assert (done.returncode, done.stderr) == (0, "")
    assert "UCI handwritten digits" in done.stdout and "12 updates" in done.stdout
    for shown in ("SGD 0.01 .* 89.53 %", "Adam 0.001 .* 98.19 %", "784-1024-512-512-10 ReLU +Adam 0.0001 +cross-entropy +–"):
        assert re.search(rf"{shown} +\d+\.\d\d % +\d", done.stdout), done.stdout
    assert_harmless((tmp_path / "c.svg").read_bytes())
    refused = subprocess.run([*command, str(tmp_path / "no" / "c.svg")], capture_output=True, text=True, check=False, timeout=120)
    assert refused.returncode == 2 and "is no folder" in refused.stderr and refused.stdout == ""


# --- The handouts ------------------------------------------------------------------------------------------------------------


def images(course: Course, name: str, lang: Lang) -> list[tuple[str, str]]:
    """(words, target) of every image in a handout."""
    return IMAGE.findall(course.exercise(name).readme(lang).read_text("utf-8"))


def test_every_image_is_handed_out(course: Course, tmp_path: Path) -> None:
    """What a handout refers to lies in the folder that a student gets, has words for who cannot see it, and nothing else is handed out."""
    for lang in LANGUAGES:
        for exercise in (each for each in course.exercises if not each.is_quiz):
            found = images(course, exercise.name, lang)
            assert all(words.strip() for words, _ in found), exercise.name
            handout = hand_out(exercise, tmp_path / lang, lang=lang)
            given = {path.relative_to(handout.folder).as_posix() for path in handout.files}
            assert {target for _, target in found} == {name for name in given if "/" in name}, exercise.name
            assert all(path.is_file() for path in handout.files)


def test_both_handouts_show_the_same(course: Course) -> None:
    """The same figures in the same order under the same section, each in the handout's language, and every figure of the repository."""
    shown = set()
    for exercise in course.exercises:
        places = []
        for lang in LANGUAGES:
            text = exercise.readme(lang).read_text("utf-8")
            places.append([(text.count("\n## ", 0, found.start()), found[2].replace(f".{lang}.", ".")) for found in IMAGE.finditer(text)])
            shown |= {exercise.folder / target for _, target in images(course, exercise.name, lang)}
        assert places[0] == places[1], exercise.name
    assert {path.relative_to(ROOT).as_posix() for path in shown} == {f"exercises/{name}" for name in NAMES}
    assert len(shown) >= 8


# --- Handing out -------------------------------------------------------------------------------------------------------------


def test_a_figure_of_another_language_stays(tmp_path: Path) -> None:
    """Figures without a language are for all; a hidden file is none."""
    exercise = mini_course(tmp_path / "course").exercise("double")
    for lang in LANGUAGES:
        handout = hand_out(exercise, tmp_path / lang, lang=lang)
        assert sorted(os.listdir(handout.folder)) == ["README.md", "double.py", "figures", "test_public.py"]
        assert sorted(os.listdir(handout.folder / "figures")) == ["all.svg", f"words.{lang}.svg"]


def test_a_changed_figure_is_kept(tmp_path: Path) -> None:
    """Unchanged figures may be fetched again, in the other language too; a changed one stops everything, or is kept with force."""
    exercise = mini_course(tmp_path / "course").exercise("double")
    for lang in LANGUAGES:
        handout = hand_out(exercise, tmp_path, lang=lang)
    figure = handout.folder / "figures" / "all.svg"
    figure.write_text("<svg>mine</svg>\n", "utf-8")
    (handout.folder / "test_public.py").unlink()
    with pytest.raises(WouldOverwrite, match=r"figures/all\.svg was changed"):
        hand_out(exercise, tmp_path, lang="en")
    assert not (handout.folder / "test_public.py").exists()
    kept = hand_out(exercise, tmp_path, lang="en", force=True).kept
    assert kept == (figure.with_name("all.svg.bak"),)
    assert kept[0].read_text("utf-8") == "<svg>mine</svg>\n"
    assert figure.read_text("utf-8") == "<svg>all</svg>\n"


@pytest.mark.parametrize("kind", ["file", "link", "dangling link"])
def test_something_else_in_the_folders_place(tmp_path: Path, kind: str) -> None:
    """A file or a link called 'figures' is a student's; what a link leads to is never written into."""
    exercise = mini_course(tmp_path / "course").exercise("double")
    place = tmp_path / "double" / "figures"
    place.parent.mkdir()
    elsewhere = tmp_path / "elsewhere"
    if kind == "file":
        place.write_text("mine\n", "utf-8")
    else:
        place.symlink_to(elsewhere)
    if kind == "link":
        elsewhere.mkdir()
        (elsewhere / "all.svg").write_text("mine\n", "utf-8")
    with pytest.raises(WouldOverwrite, match="figures was changed"):
        hand_out(exercise, tmp_path, lang="en")
    assert os.listdir(place.parent) == ["figures"]
    assert hand_out(exercise, tmp_path, lang="en", force=True).kept == (place.with_name("figures.bak"),)
    assert sorted(os.listdir(place)) == ["all.svg", "words.en.svg"]
    assert not place.is_symlink()
    if kind == "link":
        assert {path.name: path.read_text("utf-8") for path in elsewhere.iterdir()} == {"all.svg": "mine\n"}


def test_a_folder_that_cannot_be_written_is_said(tmp_path: Path) -> None:
    exercise = mini_course(tmp_path / "course").exercise("double")
    (tmp_path / "taken").write_text("x", "utf-8")
    with pytest.raises(UsageError, match="--to DIR"):
        hand_out(exercise, tmp_path / "taken", lang="en")
