"""The commands as people use them: what they say, what they write, what they leave alone, and how they end."""

import csv
import errno
import hashlib
import json
import os
import pickle
import pwd
import re
import shutil
import stat
import subprocess
import sys
import tempfile
import tomllib
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pytest
from click.testing import CliRunner, Result

from gradekit.cli import COMMANDS, cli
from gradekit.cli.lazy import every_command
from gradekit.course import load_course
from gradekit.errors import DataError, UsageError, advise
from gradekit.results import ResultSet, write_results
from gradekit.sandbox import jail
from gradekit.text import Text

ROOT = Path(__file__).parents[1]
CONTROLS = re.compile(r"[\x00-\x08\x0b-\x1f\x7f-\x9f\u200e\u200f\u202a-\u202e\u2066-\u2069]")
REAL = tuple(name for unit in tomllib.loads((ROOT / "course.toml").read_text("utf-8"))["units"] for name in unit["exercises"])


@dataclass(frozen=True)
class Said:
    """What a command did."""

    code: int
    out: str
    err: str


def environment(home: Path, **more: str) -> dict[str, str]:
    """Of this environment only what a program needs; a home, a cache and a folder for temporary files of its own."""
    for name in ("home", "cache", "tmp"):
        (home / name).mkdir(exist_ok=True)
    bare = {"PATH": os.environ["PATH"], "LANG": "C.UTF-8", "OMP_NUM_THREADS": "1"}
    return bare | {"HOME": str(home / "home"), "XDG_CACHE_HOME": str(home / "cache"), "TMPDIR": str(home / "tmp")} | more


def run_in(home: Path, *arguments: str | bytes | Path, cwd: Path | None = None, **more: str) -> Said:
    """The real command in a process of its own, in an empty folder."""
    folder = home / "cwd"
    folder.mkdir(exist_ok=True)
    done = subprocess.run(
        [sys.executable, "-m", "gradekit", *(os.fspath(each) for each in arguments)],
        env=environment(home, **more),
        cwd=cwd or folder,
        capture_output=True,
        timeout=300,
        check=False,
    )
    return Said(done.returncode, done.stdout.decode("utf-8"), done.stderr.decode("utf-8"))


def clean(said: Said) -> Said:
    """No command's output, through a pipe, holds control codes or a traceback."""
    for text in (said.out, said.err):
        assert "Traceback" not in text, text
        found = CONTROLS.search(text)
        assert found is None, (found, text)
    return said


def one_line(said: Said, code: int, *words: str) -> None:
    """It ends with that exit code and says why in one line."""
    clean(said)
    assert said.code == code, said
    assert said.err.count("\n") == 1 and said.err.startswith("gradekit: "), said
    for word in words:
        assert word in said.err, said


def snapshot(folder: Path) -> dict[bytes, tuple[Any, ...]]:
    """Everything in folder: names, kinds, rights, times, contents."""
    found = {}
    for root, folders, files in os.walk(os.fsencode(folder)):
        for name in folders + files:
            path = os.path.join(root, name)
            status = os.lstat(path)
            content = b""
            if stat.S_ISREG(status.st_mode):
                with open(path, "rb") as file:
                    content = hashlib.sha256(file.read()).digest()
            elif stat.S_ISLNK(status.st_mode):
                content = os.readlink(path)
            found[path] = (status.st_mode, status.st_mtime_ns, content)
    return found


@pytest.fixture
def home(tmp_path: Path) -> Path:
    path = tmp_path / "machine"
    path.mkdir()
    return path


@pytest.fixture
def mini(minicourse: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """The miniature course, chosen as a user would for good."""
    monkeypatch.setenv("GRADEKIT_COURSE", str(minicourse))
    return minicourse


def invoke(*arguments: str | Path) -> Result:
    """A command in this process: quicker, for what does not depend on one."""
    return CliRunner().invoke(cli, [str(each) for each in arguments], prog_name="gradekit")


def said_by(result: Result) -> Said:
    assert result.exception is None or isinstance(result.exception, SystemExit), result.exception
    return Said(result.exit_code, result.stdout, result.stderr)


# --- Help, versions, wrong use --------------------------------------------------------------------------------------------------


@pytest.mark.parametrize("name", [name for name, _ in every_command(cli)])
def test_every_command_has_help_with_an_example(name: str) -> None:
    said = clean(said_by(invoke(*name.split(), "--help")))
    assert said.code == 0
    assert re.search(rf"Examples?:\n +gradekit {name}\b", said.out), said.out
    assert said == said_by(invoke(*name.split(), "-h"))


def test_help_lists_every_command() -> None:
    said = clean(said_by(invoke("--help")))
    assert said.code == 0
    for name, (_, _, line) in COMMANDS.items():
        assert re.search(rf"^  {name} +{re.escape(line)}$", said.out, re.MULTILINE)
    assert "_GRADEKIT_COMPLETE=bash_source" in said.out
    assert re.fullmatch(r"gradekit \d+\.\d+\S*\n", said_by(invoke("--version")).out)


@pytest.mark.parametrize(
    "arguments,words",
    [
        (["lst"], ["did you mean 'list'?"]),
        (["frobnicate"], ["known are: list, fetch"]),
        (["list", "--colour"], ["--colour", "'gradekit list --help' explains"]),
        (["list", "--lang", "fr"], ["'fr'", "en", "ko"]),
        (["grade"], ["SUBMISSIONS"]),
        (["grade", "."], ["--out"]),
        (["grade", ".", "--out", "x", "--jobs", "0"], ["--jobs"]),
        (["fetch"], ["no name was given"]),
        (["fetch", "exercise"], ["no name was given"]),
        (["fetch", "data", "imagenet"], ["'imagenet'", "mnist"]),
        (["fetch", "tiny_aray"], ["'tiny_aray'", "did you mean 'tiny_array'?"]),
        (["verify", "tiny_modle"], ["did you mean 'tiny_model'?"]),
        (["grade", "/usr", "--out", "x", "--exercise", "tiny_arry"], ["did you mean 'tiny_array'?"]),
        (["list", "--course", "/nowhere"], ["/nowhere", "course.toml"]),
        (["check", "/nowhere/softmax.py"], ["/nowhere/softmax.py", "no such file"]),
        (["submit", "/nowhere"], ["/nowhere", "no such file"]),
        (["report", "/nowhere/results.json", "--out", "x"], ["/nowhere/results.json"]),
        (["grade", "/nowhere", "--out", "x"], ["/nowhere", "cannot be listed"]),
        (["new", "Not A Name"], ["'Not A Name'", "Python module"]),
    ],
    ids=lambda value: "-".join(value)[:40] if isinstance(value, list) else None,
)
def test_wrong_use_is_one_line(arguments: list[str], words: list[str], mini: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Exit code 2, one line that says what and what to do, and nothing written."""
    monkeypatch.chdir(tmp_path)
    one_line(said_by(invoke(*arguments)), 2, *words)
    assert os.listdir(tmp_path) == []


def test_no_command_at_all_shows_the_help() -> None:
    said = said_by(invoke())
    assert said.code == 2
    assert "Commands:" in said.out


def test_paths_that_are_no_utf8_are_told(home: Path, mini: Path) -> None:
    """The line can be printed whatever the path holds."""
    said = run_in(home, "check", b"/nowhere/\xff\x1b[31m.py", GRADEKIT_COURSE=str(mini))
    one_line(said, 2, "\\udcff\\x1b[31m.py")


# --- Errors in the user's language ----------------------------------------------------------------------------------------------

HANGUL = re.compile("[가-힣]")
ODD = "a\x1b[31m\u202e\nb\udcff"  # what a name may hold that must reach no terminal


def languages(code: int, arguments: tuple[str | Path, ...], patch: pytest.MonkeyPatch) -> tuple[str, str]:
    """The error's line in English and in Korean, each as one line without control codes and in no other language."""
    lines = []
    for lang in ("en", "ko"):
        patch.setenv("GRADEKIT_LANG", lang)
        said = said_by(invoke(*arguments))
        one_line(said, code)
        assert bool(HANGUL.search(said.err)) == (lang == "ko"), said.err
        lines.append(said.err)
    return lines[0], lines[1]


def work_with_faults(mini: Path, folder: Path) -> None:
    """A student's folder in which everything is wrong that can be."""
    for name in ("changed", "book"):
        assert said_by(invoke("fetch", "tiny_array", "--to", folder / name, *(["--notebook"] if name == "book" else []))).code == 0
    (folder / "changed/tiny_array/tiny_array.py").write_text("my work\n", "utf-8")
    for name in ("file", "notes.txt", "tiny_arry.py", "tiny_array.toml", "results.json"):
        (folder / name).write_text("x = 1\n", "utf-8")
    (folder / "list.json").write_text('{"schema": "gradekit.results/9"}', "utf-8")
    (folder / "empty").mkdir()
    for name in ("no_solutions", "damaged", "absent", "no_handout"):
        shutil.copytree(mini / "exercises", folder / name / "exercises")
        shutil.copy(mini / "course.toml", folder / name)
    (folder / "damaged/course.toml").write_bytes(b"\xff")
    (folder / "absent/exercises/tiny_array/exercise.toml").unlink()
    (folder / "no_handout/exercises/tiny_array/README.ko.md").unlink()
    (folder / "no_handout/exercises/tiny_array/README.md").unlink()
    shutil.copy(mini / "solutions/tiny_array/solution.py", folder / "tiny_array.py")


@pytest.mark.parametrize(
    ("code", "arguments", "word"),
    [
        (2, "fetch tiny_aray", "'tiny_array'"),
        (2, "fetch zzzzzz", "tiny_model"),
        (2, "fetch", "mnist"),
        (2, "fetch data --unit 2 mnist", "--unit"),
        (2, "fetch data imagenet", "'imagenet'"),
        (2, "fetch --unit 77", "77"),
        (1, "fetch tiny_array --to changed", "tiny_array.py"),
        (1, "fetch tiny_array --to book", "tiny_array.ipynb"),
        (2, "fetch tiny_array --to file/in", "--to"),
        (2, "fetch tiny_array --to file", "'file'"),
        (2, "fetch tiny_array --course damaged", "UTF-8"),
        (2, "fetch tiny_array --course absent", "exercise.toml"),
        (2, "fetch tiny_array --course no_handout", "gradekit verify"),
        (2, f"fetch {ODD}", "tiny_array"),
        (2, f"fetch tiny_array --to file/{ODD}", "--to"),
        (2, "list --course empty", "course.toml"),
        (2, f"list --course {ODD}", "course.toml"),
        (2, "list --html nowhere/page.html", "--html"),
        (2, "check nowhere.py", "softmax.py"),
        (2, "check tiny_arry.py", "'tiny_array'"),
        (2, "check notes.txt", "softmax.py"),
        (2, "check tiny_array.toml", "tiny_array.py"),
        (2, "check empty", "gradekit fetch"),
        (2, f"check {ODD}.py", "softmax.py"),
        (2, "submit nowhere --trust", "softmax.py"),
        (2, "submit tiny_array.py --trust --course no_solutions", "solutions/"),
        (2, "submit tiny_array.py --jail none", "--trust"),
        (1, "submit tiny_array.py", "bubblewrap"),
        (1, "submit tiny_array.py --jail namespaces", "bubblewrap"),
        (2, "report nowhere.json --out x", "results.json"),
        (2, "report results.json --out x", "JSON"),
        (2, "report list.json --out x", "gradekit.results/9"),
        (2, "report empty --out x", "results.json"),
        (2, f"report {ODD} --out x", "results.json"),
        # What click says.
        (2, "lst", "'list'"),
        (2, "frobnicate", "submit"),
        (2, "exam strat", "'start'"),
        (2, "check --colour", "--course"),
        (2, f"check --{ODD}", "gradekit check --help"),
        (2, "check --student=1 --", "--student"),
        (2, "check . also", "also"),
        (2, "list --lang fr", "'en', 'ko'"),
        (2, "list --json=3", "--json"),
        (2, "list --course", "--course"),
        (2, "list --course file", "file"),
        (2, "list --html .", "'.'"),
        (2, "report", "RESULTS"),
        (2, "report results.json", "--out"),
        (2, "fetch --unit two", "'two'"),
        (2, "grade . --out x --jobs 0", "1024"),
    ],
    ids=ascii,
)
def test_errors_speak_the_users_language(
    code: int, arguments: str, word: str, mini: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Korean with the same facts, whatever the user typed: one line that no name can break or steer."""
    monkeypatch.setattr(jail, "why_not", lambda name: "bubblewrap is missing: install it")
    work_with_faults(mini, tmp_path)
    monkeypatch.chdir(tmp_path)
    for line in languages(code, tuple(arguments.split(" ")), monkeypatch):
        assert word in line, line


def test_work_that_cannot_be_read_is_told_in_both_languages(mini: Path, tmp_path: Path) -> None:
    for content in (b"\xff", b"x" * 1_000_001, b"\0"):
        (tmp_path / "tiny_array.py").write_bytes(content)
        for lang in ("en", "ko"):
            said = clean(said_by(invoke("check", tmp_path / "tiny_array.py", "--lang", lang)))
            told = " ".join(line for line in said.out.splitlines()[1:] if "tiny_array.py" in line)
            assert said.code == 1 and told and bool(HANGUL.search(told)) == (lang == "ko"), said.out


def test_errors_of_several_exercises_are_all_in_the_language(mini: Path, tmp_path: Path) -> None:
    for name in ("tiny_array", "tiny_model"):
        assert said_by(invoke("fetch", name, "--to", tmp_path)).code == 0
        (tmp_path / name / f"{name}.py").write_text("my work\n", "utf-8")
    for lang in ("en", "ko"):
        said = clean(said_by(invoke("fetch", "tiny_array", "tiny_model", "--to", tmp_path, "--lang", lang)))
        lines = said.err.splitlines()
        assert said.code == 1 and len(lines) == 2
        assert all(bool(HANGUL.search(line)) == (lang == "ko") for line in lines), lines


@pytest.mark.parametrize(
    ("arguments", "korean"),
    [
        ("fetch softmx --lang ko", True),
        ("fetch softmx --lang=ko", True),
        ("fetch --lang ko softmx --lang en", False),
        ("fetch softmx --lang fr", False),
        ("fetch --lang ko --nonsense", True),
        ("check -- nowhere --lang ko", False),
        ("fetch --student lang=ko softmx", False),
    ],
)
def test_errors_follow_the_option_before_the_environment(arguments: str, korean: bool, monkeypatch: pytest.MonkeyPatch) -> None:
    """Even where click gives up before it has read the option."""
    monkeypatch.setenv("GRADEKIT_LANG", "en")
    said = said_by(invoke(*arguments.split()))
    one_line(said, 2)
    assert bool(HANGUL.search(said.err)) is korean


@pytest.mark.parametrize("name", ["ENOSPC", "EACCES", "EIO", "ENOENT", "ETXTBSY"])
def test_what_the_system_refuses_is_told_in_both_languages(name: str, monkeypatch: pytest.MonkeyPatch) -> None:
    number = getattr(errno, name)

    def refuses(_: object) -> None:
        fault = OSError(number, os.strerror(number), f"/there/{ODD}")
        advise(fault, Text("go on with --resume", "--resume으로 이어서 하십시오"))
        raise fault

    monkeypatch.setattr("gradekit.cli.list_command.open_course", refuses)
    english, korean = languages(1, ("list",), monkeypatch)
    assert "run this again; go on with --resume" in english and ("make room" in english) is (name == "ENOSPC")
    assert "다시 실행하십시오. --resume으로 이어서 하십시오" in korean and ("공간" in korean) is (name == "ENOSPC")


@pytest.mark.parametrize("advised", [False, True])
def test_an_interruption_says_what_was_advised(advised: bool, monkeypatch: pytest.MonkeyPatch) -> None:
    def is_interrupted(_: object) -> None:
        fault = KeyboardInterrupt()
        if advised:
            advise(fault, Text("go on with --resume", "--resume으로 이어서 하십시오"))
        raise fault

    monkeypatch.setattr("gradekit.cli.list_command.open_course", is_interrupted)
    for lang, line in (("en", "interrupted; go on with --resume"), ("ko", "중단되었습니다. --resume으로 이어서 하십시오")):
        said = said_by(invoke("list", "--lang", lang))
        expected = line if advised else re.split("[;.]", line)[0]
        assert (said.code, said.err.strip()) == (130, f"gradekit: {expected}")


def test_a_failed_download_is_told_in_both_languages(monkeypatch: pytest.MonkeyPatch) -> None:
    def fails(name: str) -> None:
        raise DataError(f"{name} cannot be downloaded: try again later")

    monkeypatch.setattr("gradekit.datasets.fetch", fails)
    assert all("mnist cannot be downloaded" in line for line in languages(1, ("fetch", "data", "mnist"), monkeypatch))


def test_no_gpu_is_told_in_both_languages(mini: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    import torch

    shutil.copy(mini / "solutions/tiny_array/solution.py", tmp_path / "tiny_array.py")
    monkeypatch.setattr(torch.cuda, "is_available", lambda: False)
    arguments = ("submit", tmp_path / "tiny_array.py", "--trust", "--device", "cuda")
    assert all("--device auto" in line for line in languages(1, arguments, monkeypatch))


def test_an_error_keeps_both_languages_and_shows_english() -> None:
    """Also on its way between processes."""
    for fault in (UsageError("plain"), UsageError(Text("plain", "평범함"))):
        again = pickle.loads(pickle.dumps(fault))
        assert str(fault) == str(again) == "plain" and again.text == fault.text


# --- Speed that depends on imports ----------------------------------------------------------------------------------------------


def imported(home: Path, *arguments: str, **more: str) -> set[str]:
    """What a command imports, asked of the interpreter and not of a clock."""
    script = (
        "import sys\nfrom gradekit.cli import main\nsys.argv[0] = 'gradekit'\n"
        "try:\n    main()\nexcept SystemExit:\n    pass\nprint(*sorted(sys.modules), file=sys.stderr)\n"
    )
    done = subprocess.run(
        [sys.executable, "-c", script, *arguments], env=environment(home, **more), capture_output=True, text=True, check=True, timeout=60
    )
    return set(done.stderr.split())


LIGHT = [("--help",), ("--version",), ("grade", "--help"), ("list",), ("list", "--json"), ("fetch", "softmax")]


@pytest.mark.parametrize("arguments", LIGHT, ids=" ".join)
def test_light_commands_import_nothing_heavy(arguments: tuple[str, ...], home: Path, tmp_path: Path) -> None:
    more = ("--to", str(tmp_path / "to")) if arguments[0] == "fetch" else ()
    modules = imported(home, *arguments, *more)
    assert "gradekit.cli" in modules
    heavy = {"torch", "numpy", "pytest", "pooch", "jinja2", "msgpack"}
    if arguments[0] not in ("list", "fetch"):
        heavy |= {"pydantic", "rich"}
    assert not modules & heavy


# --- list -----------------------------------------------------------------------------------------------------------------------


def test_list_in_both_languages() -> None:
    english, korean = (clean(said_by(invoke("list", "--lang", lang))) for lang in ("en", "ko"))
    assert english.code == korean.code == 0
    for name in REAL:
        [line] = [line for line in english.out.splitlines() if line.split()[:1] == [name]]
        assert "100 points" in line
        assert any(line.split()[:1] == [name] and "점" in line for line in korean.out.splitlines())


def test_list_json_is_for_programs() -> None:
    found = json.loads(said_by(invoke("list", "--json")).out)
    assert [each["name"] for each in found["exercises"]] == list(REAL)
    assert all(each["title"]["ko"] and each["title"]["en"] and each["points"] == 100 for each in found["exercises"])


def test_list_as_a_syllabus(tmp_path: Path) -> None:
    """A page in either language, with what comes before what as links within it."""
    for lang, words in (("en", ["Syllabus", "After", "points"]), ("ko", ["강의 계획", "먼저 할 과제", "점"])):
        page = tmp_path / f"{lang}.html"
        assert clean(said_by(invoke("list", "--html", page, "--lang", lang))).code == 0
        text = page.read_text("utf-8")
        assert all(word in text for word in words) and f'lang="{lang}"' in text
        assert all(f'id="{name}"' in text for name in REAL)
        links = re.findall(r'href="#([\w-]+)"', text)
        assert "softmax" in links and all(f'id="{name}"' in text for name in links)
    one_line(said_by(invoke("list", "--html", tmp_path / "absent" / "page.html")), 2, "--html")


def test_a_unit_is_fetched_at_once(tmp_path: Path) -> None:
    """With others by name, each once; and a unit that is none stops it before anything is written."""
    one_line(said_by(invoke("fetch", "exercise", "--unit", "77", "--to", tmp_path)), 2, "no unit 77")
    assert os.listdir(tmp_path) == []
    said = clean(said_by(invoke("fetch", "exercise", "softmax", "--unit", "4", "--to", tmp_path)))
    listed = json.loads(said_by(invoke("list", "--json")).out)["exercises"]
    wanted = {each["name"] for each in listed if each["unit"] == 4 and not each["name"].startswith("quiz_")}
    assert said.code == 0 and set(os.listdir(tmp_path)) == wanted and {"softmax", "cross_entropy"} <= wanted
    assert "quiz_classification: left out" in said.err
    said = clean(said_by(invoke("fetch", "--unit", "4", "--student", "mina", "--to", tmp_path)))
    assert said.code == 0 and set(os.listdir(tmp_path)) == wanted | {"quiz_classification"}
    one_line(said_by(invoke("fetch", "data", "mnist", "--unit", "4")), 2, "--unit is for exercises")
    one_line(said_by(invoke("fetch")), 2, "no name was given")


def test_what_an_exercise_requires_comes_before_it(minicourse: Path, tmp_path: Path) -> None:
    root = tmp_path / "course"
    shutil.copytree(minicourse, root)
    toml = root / "exercises/tiny_array/exercise.toml"
    toml.write_text('requires = ["tiny_model"]\n' + toml.read_text("utf-8"), "utf-8")
    said = clean(said_by(invoke("list", "--course", root)))
    assert "requires: got 'tiny_model'" in said.out and "broken" in said.out
    toml.write_text(toml.read_text("utf-8").replace("tiny_model", "one_hot"), "utf-8")
    said = clean(said_by(invoke("list", "--course", root, "--html", tmp_path / "page.html")))
    assert "broken" not in said.out and "one_hot" not in (tmp_path / "page.html").read_text("utf-8")


def broken_course(minicourse: Path, tmp_path: Path) -> Path:
    """The miniature course after a slip in one exercise.toml."""
    root = tmp_path / "course"
    shutil.copytree(minicourse, root)
    toml = root / "exercises/tiny_model/exercise.toml"
    toml.write_text(toml.read_text("utf-8").replace("runtime =", "runtimes ="), "utf-8")
    return root


def test_a_broken_exercise_is_told_and_the_others_work(minicourse: Path, tmp_path: Path) -> None:
    root = broken_course(minicourse, tmp_path)
    said = clean(said_by(invoke("list", "--course", root)))
    assert said.code == 0
    assert "tiny_array" in said.out and "broken" in said.out and "runtimes" in said.out
    assert json.loads(said_by(invoke("list", "--json", "--course", root)).out)["broken"] == ["tiny_model"]
    assert said_by(invoke("fetch", "tiny_array", "--to", tmp_path / "to", "--course", root)).code == 0
    one_line(said_by(invoke("fetch", "tiny_model", "--to", tmp_path / "to", "--course", root)), 2, "tiny_model", "runtimes")


# --- fetch ----------------------------------------------------------------------------------------------------------------------


def test_fetch_writes_a_handout(mini: Path, tmp_path: Path) -> None:
    """The same whether 'exercise' is said or not; the language is the one asked for."""
    for lang, words in (("en", ["exercise", "tiny_array"]), ("ko", ["tiny_array"])):
        said = clean(said_by(invoke("fetch", *words, "--to", tmp_path / lang, "--lang", lang)))
        assert said.code == 0
        folder = tmp_path / lang / "tiny_array"
        assert sorted(os.listdir(folder)) == ["README.md", "test_public.py", "tiny_array.py"]
        source = "README.ko.md" if lang == "ko" else "README.md"
        assert (folder / "README.md").read_bytes() == (mini / "exercises/tiny_array" / source).read_bytes()


def test_fetch_never_overwrites_work(mini: Path, tmp_path: Path) -> None:
    """Exit code 1 and not a byte changed; with --force the work is kept beside, however often."""
    work = tmp_path / "tiny_array" / "tiny_array.py"
    arguments = ("fetch", "tiny_array", "tiny_model", "--to", tmp_path)
    assert said_by(invoke(*arguments)).code == 0
    assert said_by(invoke(*arguments)).code == 0, "unchanged files may be fetched again"
    stub = work.read_bytes()
    work.write_text("my work\n", "utf-8")
    (tmp_path / "tiny_model" / "notes.txt").write_text("mine\n", "utf-8")
    before = snapshot(tmp_path / "tiny_array")
    said = said_by(invoke(*arguments))
    assert said.code == 1
    assert "tiny_array.py" in said.err and "--force" in said.err and "Traceback" not in said.err
    assert snapshot(tmp_path / "tiny_array") == before
    for count in (1, 2):
        said = clean(said_by(invoke(*arguments, "--force")))
        assert said.code == 0
        assert work.read_bytes() == stub
        copies = sorted(path.name for path in work.parent.glob("*.bak*"))
        assert copies == ["tiny_array.py.bak", "tiny_array.py.bak2"][:count]
        work.write_text("my work, again\n", "utf-8")
    assert (work.parent / "tiny_array.py.bak").read_text("utf-8") == "my work\n"
    assert (tmp_path / "tiny_model" / "notes.txt").read_text("utf-8") == "mine\n"


def test_fetch_an_unknown_name_writes_nothing(mini: Path, tmp_path: Path) -> None:
    one_line(said_by(invoke("fetch", "tiny_array", "tiny_modell", "--to", tmp_path)), 2, "did you mean 'tiny_model'?")
    assert os.listdir(tmp_path) == []


def test_fetch_to_where_nothing_can_be_written(mini: Path, tmp_path: Path) -> None:
    (tmp_path / "file").write_text("x", "utf-8")
    one_line(said_by(invoke("fetch", "tiny_array", "--to", tmp_path / "file" / "in")), 2, "--to")


def test_fetch_digits_needs_no_network() -> None:
    said = clean(said_by(invoke("fetch", "data", "digits")))
    assert said.code == 0 and "comes with gradekit" in said.out


# --- check and submit -----------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize("lang", ["en", "ko"])
def test_check_of_stub_and_solution(lang: str, mini: Path, tmp_path: Path) -> None:
    """A stub fails with words, a solution passes; nothing is written beside the student's files."""
    assert said_by(invoke("fetch", "tiny_array", "--to", tmp_path)).code == 0
    work = tmp_path / "tiny_array"
    before = snapshot(work)
    said = clean(said_by(invoke("check", work, "--lang", lang)))
    assert said.code == 1
    assert "0/2" in said.out and "scale is yours to write" in said.out
    assert ("통과" if lang == "ko" else "passed") in said.out
    assert ("1의 두 배는 2입니다." if lang == "ko" else "Two times one is two.") in said.out
    assert snapshot(work) == before
    shutil.copy(mini / "solutions/tiny_array/solution.py", work / "tiny_array.py")
    for place in (work, work / "tiny_array.py", tmp_path):
        said = clean(said_by(invoke("check", place, "--lang", lang)))
        assert said.code == 0 and "2/2" in said.out
    found = json.loads(said_by(invoke("check", work, "--json")).out)
    assert [test["outcome"] for test in found[0]["tests"]] == ["passed", "passed"]


@pytest.mark.parametrize(
    "source,words",
    [
        (b"def scale(x:\n    pass\n", ["tiny_array.py", "line 1", "^"]),
        (b"", ["scale"]),
        (b"\xff\xfe", ["UTF-8"]),
        (b"raise RuntimeError('at import')\n", ["at import"]),
        (b"import torch\n", ["torch"]),
        (b"import nothing_of_the_kind\n", ["nothing_of_the_kind"]),
        (b"import os\nos._exit(0)\n", ["ended"]),
        (b"x" * 1_000_001, ["1,000,000"]),
        (b"print('\\x1b[31mred')\nraise ValueError('\\x1b[2J')\n", ["\\x1b[2J"]),
    ],
    ids=["syntax", "empty", "not UTF-8", "raises", "policy", "absent module", "exits", "large", "escapes"],
)
def test_check_of_bad_work_says_why(source: bytes, words: list[str], mini: Path, tmp_path: Path) -> None:
    work = tmp_path / "tiny_array.py"
    work.write_bytes(source)
    said = clean(said_by(invoke("check", work)))
    assert said.code == 1
    for word in words:
        assert word in said.out, said.out


def test_check_refuses_what_is_no_exercise(mini: Path, tmp_path: Path) -> None:
    (tmp_path / "tiny_arry.py").write_text("x = 1\n", "utf-8")
    one_line(said_by(invoke("check", tmp_path / "tiny_arry.py")), 2, "did you mean 'tiny_array'?")
    (tmp_path / "notes.txt").write_text("x\n", "utf-8")
    one_line(said_by(invoke("check", tmp_path / "notes.txt")), 2, "no Python file")
    (tmp_path / "empty").mkdir()
    one_line(said_by(invoke("check", tmp_path / "empty")), 2, "holds no exercise's file", "gradekit fetch")


def test_submit_judges_and_reports(mini: Path, home: Path, tmp_path: Path, warm_numpy: object) -> None:
    """A wrong answer exits 0 and is explained; the page and results.json lie beside the work, or where --out says."""
    work = tmp_path / "tiny_array"
    work.mkdir()
    shutil.copy(mini / "solutions/tiny_array/misconceptions/adds_instead.py", work / "tiny_array.py")
    said = clean(run_in(home, "submit", work, "--student", "mina <b>", "--lang", "ko", GRADEKIT_COURSE=str(mini)))
    assert said.code == 0, said
    assert "k를 곱해야 하는데 더하고 있습니다" in said.out.replace("\n", "")
    report = work / "gradekit-report"
    assert sorted(path.name for path in report.iterdir() if path.suffix != ".html") == ["results.json", "students"]
    [page] = (report / "students").iterdir()
    assert str(page) in said.out
    assert "mina &lt;b&gt;" in page.read_text("utf-8")
    [row] = json.loads((report / "results.json").read_text("utf-8"))["results"]
    assert row["student"] == "mina <b>" and 0 < row["score"] < 100


def test_submit_without_a_jail_and_for_a_program(mini: Path, tmp_path: Path) -> None:
    """--trust, --json and --out; a refused submission exits 1."""
    work = tmp_path / "tiny_array.py"
    shutil.copy(mini / "solutions/tiny_array/solution.py", work)
    said = said_by(invoke("submit", work, "--trust", "--json", "--out", tmp_path / "pages"))
    assert said.code == 0, said
    found = json.loads(said.out)
    assert found["schema"] == "gradekit.results/1" and found["results"][0]["score"] == 100
    assert (tmp_path / "pages/results.json").is_file()
    assert not (tmp_path / "gradekit-report").exists()
    work.write_text("import torch\n", "utf-8")
    said = clean(said_by(invoke("submit", work, "--trust", "--out", tmp_path / "pages")))
    assert said.code == 1 and "torch" in said.out


def test_submit_where_the_solutions_are_not(mini: Path, tmp_path: Path) -> None:
    shutil.copytree(mini / "exercises", tmp_path / "course/exercises")
    shutil.copy(mini / "course.toml", tmp_path / "course")
    shutil.copy(mini / "solutions/tiny_array/solution.py", tmp_path / "tiny_array.py")
    one_line(said_by(invoke("submit", tmp_path / "tiny_array.py", "--course", tmp_path / "course")), 2, "not on this machine")
    assert not (tmp_path / "gradekit-report").exists()


def test_where_nothing_can_be_jailed_nothing_is_graded(mini: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A refusal, exit code 1, that says what to do; not a grading without walls."""
    monkeypatch.setattr(jail, "why_not", lambda name: "bubblewrap is missing: install it")
    (tmp_path / "subs/kim").mkdir(parents=True)
    shutil.copy(mini / "solutions/tiny_array/solution.py", tmp_path / "subs/kim/tiny_array.py")
    arguments = ("grade", tmp_path / "subs", "--out", tmp_path / "out")
    one_line(said_by(invoke(*arguments)), 1, "cannot be jailed", "bubblewrap is missing", "--trust")
    assert not (tmp_path / "out/results.json").exists()


# --- grade: one class with everything in it -------------------------------------------------------------------------------------

GOOD = """import numpy as np

LIMIT = 8.0


def scale(x, k=2.0):
    {}


def row_sums(x):
    return np.sum(np.reshape(x, (len(x), -1)), 1)
"""
RIGHT = GOOD.format("return np.asarray(x) * k")

# Student → what the student does in scale, and what the first test must say.
IN_A_CALL: dict[str, tuple[str, str, str]] = {
    "recurses": ("return scale(x, k)", "error", "RecursionError"),
    "loops": ("while True:\n        pass", "timeout", "1 s"),
    "allocates": ("return bytearray(8 << 30)", "memory", ""),
    "large-array": ("return np.zeros(2 << 27)", "memory", ""),
    "exits": ("raise SystemExit(0)", "error", "SystemExit"),
    "leaves": ("import os\n    os._exit(0)", "crashed", ""),
    "crashes": ("import os\n    os.abort()", "crashed", ""),
    "wrong-type": ("return 'four'", "failed", "str"),
    "wrong-shape": ("return np.zeros((2, 2))", "failed", "shape"),
    "not-a-number": ("return np.asarray(x) * np.nan", "failed", "nan"),
    "objects": ("return np.array([object(), 2])", "failed", "object"),
    "prints": ("while True:\n        print('x' * 100_000)", "", ""),
    "long-words": ("raise ValueError('w' * 100_000)", "error", "www"),
}
# Student's name as bytes → right work under it.
NAMES = [
    "김하나".encode(),
    "\U0001f600 emoji".encode(),
    b"caf\xe9",  # no UTF-8
    b"caf\xff",
    b"x..",
    b"%2e%2e%2fetc",
    b"=cmd|' calc'!A0",
    b"@SUM(1+1)",
    b"-2+3",
    b"<img src=x onerror=alert(1)>",
    b"a&b\"c'd",
    b"\x1b[31mred\x1b[0m",
    b"two\nlines",
    b"CON",
    b"Kim",
    b"kim",
    "\u202egnp".encode(),
    b"n" * 255,
    "긴".encode() * 85,
]


@pytest.fixture(scope="module")
def everything(tmp_path_factory: pytest.TempPathFactory, minicourse: Path, warm_numpy: object) -> tuple[Path, Path, Said, Path]:
    """A class in which every kind of bad input and every odd name has handed in; graded once, by the real command."""
    base = tmp_path_factory.mktemp("everything")
    folder = base / "submissions"
    work = {name: GOOD.format(body).encode() for name, (body, _, _) in IN_A_CALL.items()}
    work |= {
        "empty": b"",
        "not-utf8": b"LIMIT = '\xe9'\n",
        "too-large": b"#" * 1_000_001,
        "syntax": b"def scale(x:\n    return x\n",
        "raises-at-import": RIGHT.encode() + b"raise RuntimeError('too early')\n",
        "exits-at-import": b"import sys\nsys.exit(0)\n",
        "forbidden": b"import torch\n" + RIGHT.encode(),
    }
    for name, content in work.items():
        (folder / name).mkdir(parents=True)
        (folder / name / "tiny_array.py").write_bytes(content)
    for raw in NAMES:
        path = os.path.join(os.fsencode(folder), raw)
        os.mkdir(path)
        with open(os.path.join(path, b"tiny_array.py"), "wb") as file:
            file.write(RIGHT.encode())
    for name in ("link", "pipe", "folder", "nothing"):
        (folder / name).mkdir()
    (folder / "link/tiny_array.py").symlink_to(folder / "Kim/tiny_array.py")
    os.mkfifo(folder / "pipe/tiny_array.py")
    (folder / "folder/tiny_array.py").mkdir()
    (folder / "link-to-folder").symlink_to(folder / "Kim")
    (folder / ".hidden").mkdir()
    (folder / ".hidden/tiny_array.py").write_text(RIGHT, "utf-8")
    (folder / "Kim/.tiny_array.py.swp").write_text("x", "utf-8")
    (folder / "Kim/notes\x1b[2J.txt").write_text("x", "utf-8")
    (folder / "stray.py").write_text("x", "utf-8")
    before = snapshot(folder)
    home = base / "machine"
    home.mkdir()
    said = run_in(home, "grade", folder, "--out", base / "out", "--course", minicourse, "--jobs", "2", NO_COLOR="1")
    assert snapshot(folder) == before, "SUBMISSIONS is as it was"
    return folder, base / "out", said, home


Everything = tuple[Path, Path, Said, Path]


def rows_of(out: Path) -> dict[str, dict[str, Any]]:
    found = json.loads((out / "results.json").read_text("utf-8"))
    assert found["schema"] == "gradekit.results/1" and found["course"] == "minicourse"
    rows = {row["student"]: row for row in found["results"]}
    assert len(rows) == len(found["results"])
    return rows


def test_grade_ends_well_and_says_what_it_left_out(everything: Everything) -> None:
    """Exit code 0 whatever the scores; nothing a name or a print holds reaches the terminal as a control code."""
    _, out, said, _ = everything
    clean(said)
    assert said.code == 0, said.err
    left_out = [line.removeprefix("not graded: ") for line in said.err.splitlines()]
    assert sorted(left_out) == ["Kim/notes\\x1b[2J.txt", "link-to-folder", "stray.py"]
    assert f"report: {out / 'report.html'}" in said.out


def test_grade_writes_what_it_promises_and_nothing_else(everything: Everything) -> None:
    folder, out, _, home = everything
    assert sorted(os.listdir(out)) == ["report.html", "results.json", "scores.csv", "students"]
    pages = sorted(os.listdir(out / "students"))
    assert len(pages) == len(rows_of(out)) == len(NAMES) + len(IN_A_CALL) + 7 + 4
    assert all(re.fullmatch(r"[a-z0-9-]{1,80}\.html", page) for page in pages)
    assert len({page.lower() for page in pages}) == len(pages)
    assert os.listdir(home / "cwd") == os.listdir(home / "home") == os.listdir(home / "tmp") == []
    assert os.listdir(home / "cache") == ["gradekit"], "nothing but the user's cache folder"
    assert sorted(os.listdir(folder.parent)) == ["machine", "out", "submissions"]


def test_every_row_keeps_the_contract(everything: Everything) -> None:
    """Every test in every row, the same points in all, the sum right, the texts bounded."""
    rows = rows_of(everything[1])
    tests = [(test["name"], test["max_points"]) for test in rows["Kim"]["tests"]]
    verdicts = {"passed", "failed", "error", "timeout", "memory", "crashed", "refused", "skipped", "grader_error"}
    for row in rows.values():
        assert row["exercise"] == "tiny_array"
        assert [(test["name"], test["max_points"]) for test in row["tests"]] == tests
        assert row["max_score"] == 100 and 0 <= row["score"] <= 100
        assert row["score"] == pytest.approx(sum(test["points"] for test in row["tests"]), abs=1e-9)
        assert row["status"] in ("graded", "refused", "missing"), row
        assert len(row["output"].encode()) <= 64 * 1024
        for test in row["tests"]:
            assert set(test) == {"name", "points", "max_points", "outcome", "message", "hint"}
            assert 0 <= test["points"] <= test["max_points"] and test["outcome"] in verdicts
            assert len(test["message"].encode()) <= 4 * 1024 and "\n" not in test["message"]
        assert {"suite", "gradekit", "python", "numpy", "torch", "device"} <= set(row["fingerprint"])


def test_right_work_gets_the_same_under_any_name(everything: Everything) -> None:
    rows = rows_of(everything[1])
    expected = rows["Kim"]["score"]
    assert expected == 90
    for raw in NAMES:
        try:
            [name] = [raw.decode("utf-8")]
        except UnicodeDecodeError:
            [name] = [each for each in rows if each.startswith("caf\ufffd [") and hashlib.sha256(raw).hexdigest()[:8] in each]
        assert rows[name]["score"] == expected, name


@pytest.mark.parametrize("student", IN_A_CALL)
def test_what_goes_wrong_in_a_call_costs_that_call(student: str, everything: Everything) -> None:
    """The test says how it ended; what has nothing to do with scale keeps its points."""
    row = rows_of(everything[1])[student]
    _, verdict, word = IN_A_CALL[student]
    by_name = {test["name"]: test for test in row["tests"]}
    first = by_name["test_scale_example"]
    assert row["status"] == "graded"
    if verdict:
        assert (first["outcome"], first["points"]) == (verdict, 0), first
    assert first["outcome"] != "passed"
    assert word in first["message"], first
    assert by_name["test_limit"]["points"] == by_name["test_limit"]["max_points"]
    assert by_name["test_scale_leaves_its_argument"]["outcome"] == "skipped"


@pytest.mark.parametrize(
    "student,status,verdict,words",
    [
        ("link", "refused", "refused", "a link"),
        ("pipe", "refused", "refused", "pipe"),
        ("folder", "refused", "refused", "a folder"),
        ("nothing", "missing", "failed", "not handed in"),
        ("empty", "graded", "failed", "scale"),
        ("not-utf8", "refused", "refused", "UTF-8"),
        ("too-large", "refused", "refused", "1,000,000"),
        ("forbidden", "refused", "refused", "torch"),
        ("syntax", "graded", "error", "line 1"),
        ("raises-at-import", "graded", "error", "too early"),
        ("exits-at-import", "graded", "error", "SystemExit"),
    ],
)
def test_what_cannot_be_run_has_a_row_that_says_why(student: str, status: str, verdict: str, words: str, everything: Everything) -> None:
    row = rows_of(everything[1])[student]
    assert (row["status"], row["score"]) == (status, 0)
    assert {test["outcome"] for test in row["tests"]} <= {verdict, "skipped"}
    assert words in row["tests"][0]["message"]


def test_a_syntax_error_is_shown_with_a_caret(everything: Everything) -> None:
    message = rows_of(everything[1])["syntax"]["tests"][0]["message"]
    assert "tiny_array.py" in message and "line 1" in message and "^" in message


def test_scores_csv_runs_in_no_spreadsheet(everything: Everything) -> None:
    with (everything[1] / "scores.csv").open(encoding="utf-8-sig", newline="") as file:
        lines = list(csv.DictReader(file))
    assert len(lines) == len(rows_of(everything[1]))
    for line in lines:
        assert not line["student"].startswith(("=", "+", "-", "@", "\t", "\r")), line["student"]
        assert not CONTROLS.search(line["student"])


def test_pages_run_nothing_of_a_students(everything: Everything) -> None:
    out = everything[1]
    for page in (out / "report.html", *(out / "students").iterdir()):
        text = page.read_text("utf-8")
        assert "<img src=x" not in text
        assert "\x1b" not in text


def test_report_from_results_alone(everything: Everything, tmp_path: Path) -> None:
    """The same pages and scores, with neither course nor submissions at hand; in another language too."""
    out = everything[1]
    alone = tmp_path / "results.json"
    shutil.copy(out / "results.json", alone)
    said = clean(said_by(invoke("report", alone, "--out", tmp_path / "again")))
    assert said.code == 0
    assert sorted(os.listdir(tmp_path / "again")) == ["report.html", "scores.csv", "students"]
    for name in ("report.html", "scores.csv", *(f"students/{page}" for page in os.listdir(out / "students"))):
        assert (tmp_path / "again" / name).read_bytes() == (out / name).read_bytes(), name
    said = clean(said_by(invoke("report", alone, "--out", tmp_path / "korean", "--lang", "ko")))
    assert said.code == 0 and "보고서" in said.out
    assert '<html lang="ko"' in (tmp_path / "korean/report.html").read_text("utf-8")


def test_report_takes_the_folder_of_a_grading(tmp_path: Path) -> None:
    """As export does; a folder without results.json is told."""
    (tmp_path / "graded").mkdir()
    one_line(said_by(invoke("report", tmp_path / "graded", "--out", tmp_path / "pages")), 2, "graded/results.json", "cannot be read")
    write_results(tmp_path / "graded/results.json", ResultSet("course", ()))
    assert clean(said_by(invoke("report", tmp_path / "graded", "--out", tmp_path / "pages"))).code == 0
    assert (tmp_path / "pages/report.html").is_file()


@pytest.mark.parametrize(
    "content,word",
    [
        (b'{"schema": "gradekit.results/2", "results": []}', "gradekit.results/2"),
        (b"[]", "schema"),
        (b"{", "JSON"),
        (b'{"schema": "gradekit.results/1", "results": [{"student": 1}]}', "results[0]"),
        (b'{"schema": "gradekit.results/1"}', "list"),
        (b"\xff\xfe", "JSON"),
        (b"[" * 100_000, "JSON"),
        (b'{"schema": NaN}', "JSON"),
    ],
    ids=["newer", "a list", "cut", "a bad row", "no rows", "noise", "deep", "NaN"],
)
def test_report_refuses_what_is_no_results(content: bytes, word: str, tmp_path: Path) -> None:
    path = tmp_path / "results.json"
    path.write_bytes(content)
    one_line(said_by(invoke("report", path, "--out", tmp_path / "out")), 2, "results.json", word)
    assert not (tmp_path / "out").exists()


# --- grade: other ways to call it -----------------------------------------------------------------------------------------------


@pytest.fixture
def small_class(mini: Path, tmp_path: Path) -> Path:
    folder = tmp_path / "submissions"
    for student, name in (("김하나", "solution.py"), ("lee", "misconceptions/adds_instead.py")):
        (folder / student).mkdir(parents=True)
        shutil.copy(mini / "solutions/tiny_array" / name, folder / student / "tiny_array.py")
    return folder


def test_grade_for_a_program(small_class: Path, home: Path, mini: Path, tmp_path: Path, warm_numpy: object) -> None:
    """--json prints one JSON text; a rerun into the same OUT replaces what stood there."""
    for _ in range(2):
        said = clean(run_in(home, "grade", small_class, "--out", tmp_path / "out", "--json", GRADEKIT_COURSE=str(mini)))
        assert said.code == 0
        assert json.loads(said.out) == {"results": str(tmp_path / "out/results.json"), "rows": 2, "faults": {}}
    assert {student: row["score"] for student, row in rows_of(tmp_path / "out").items()} == {"lee": 50, "김하나": 100}


def ordinary_user(home: Path) -> list[str]:
    """The beginning of a command line that runs the rest as an ordinary user, for whom this interpreter and repository can be read."""
    nobody = pwd.getpwnam("nobody")
    for path in (home, *(home / name for name in ("home", "cache", "tmp", "cwd"))):
        path.mkdir(exist_ok=True)
        os.chown(path, nobody.pw_uid, nobody.pw_gid)
    needed = sorted({os.path.realpath(each) for each in (sys.base_prefix, sys.prefix, ROOT)})
    closed = sorted({str(parent) for each in needed for parent in Path(each).parents if not parent.stat().st_mode & stat.S_IXOTH})
    line = ["bwrap", "--dev-bind", "/", "/", "--die-with-parent"]
    for folder in [each for each in closed if not any(Path(each).is_relative_to(other) for other in closed if other != each)]:
        line += ["--perms", "0755", "--tmpfs", folder]
        for each in needed:
            if Path(each).is_relative_to(folder):
                for parent in sorted(str(up) for up in Path(each).parents if up.is_relative_to(folder) and str(up) != folder):
                    line += ["--perms", "0755", "--dir", parent]
                line += ["--ro-bind", each, each]
    for capability in ("CAP_SETUID", "CAP_SETGID", "CAP_SETPCAP"):
        line += ["--cap-add", capability]
    return [*line, "--", "setpriv", f"--reuid={nobody.pw_uid}", f"--regid={nobody.pw_gid}", "--clear-groups", "--bounding-set=-all"]


@pytest.fixture
def open_home() -> Iterator[Path]:
    """A folder that other users may enter, as pytest's own are not."""
    with tempfile.TemporaryDirectory(prefix="gradekit-tests-") as folder:
        Path(folder).chmod(0o755)
        yield Path(folder) / "machine"


def test_an_ordinary_user_can_grade(small_class: Path, mini: Path, open_home: Path, warm_numpy: object) -> None:
    """Nothing of the jail needs root: the same scores, written by the user."""
    open_home.mkdir()
    copied = open_home.parent / "submissions"
    shutil.copytree(small_class, copied)
    environment(open_home)
    before = ordinary_user(open_home) if os.geteuid() == 0 else []
    script = "import os, sys; print(os.geteuid(), flush=True); from gradekit.cli import main; main()"
    (open_home / "cwd").mkdir(exist_ok=True)
    done = subprocess.run(
        [*before, sys.executable, "-c", script, "grade", str(copied), "--out", str(open_home / "home/out"), "--course", str(mini)],
        env=environment(open_home),
        cwd=open_home / "cwd",
        capture_output=True,
        text=True,
        timeout=120,
        check=False,
    )
    assert done.returncode == 0, done.stderr
    assert int(done.stdout.split()[0]) != 0
    assert {student: row["score"] for student, row in rows_of(open_home / "home/out").items()} == {"lee": 50, "김하나": 100}
    assert (open_home / "home/out/report.html").stat().st_uid == int(done.stdout.split()[0])


def test_grade_an_empty_folder(mini: Path, tmp_path: Path, warm_numpy: object) -> None:
    """No submission is no fault, but it is said."""
    (tmp_path / "none").mkdir()
    said = clean(said_by(invoke("grade", tmp_path / "none", "--out", tmp_path / "out")))
    assert said.code == 0
    assert "no submission was found" in said.err
    assert rows_of(tmp_path / "out") == {}


def test_grade_refuses_an_out_among_the_submissions(small_class: Path, tmp_path: Path) -> None:
    before = snapshot(small_class)
    one_line(said_by(invoke("grade", small_class, "--out", small_class / "out")), 2, "choose another --out")
    (tmp_path / "file").write_text("kept", "utf-8")
    one_line(said_by(invoke("grade", small_class, "--out", tmp_path / "file")), 2, "file")
    assert snapshot(small_class) == before
    assert (tmp_path / "file").read_text("utf-8") == "kept"


def test_grade_with_a_folder_where_results_go(small_class: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """OUT holds something else by that name: one line, exit 1, and what was graded is in the journal."""
    (tmp_path / "out/results.json").mkdir(parents=True)
    one_line(said_by(invoke("grade", small_class, "--out", tmp_path / "out", "--trust", "--jobs", "1")), 1, "results.json")
    assert (tmp_path / "out/.journal.jsonl").read_bytes().count(b"\n") == 3


def test_work_on_a_broken_exercise_is_told(minicourse: Path, small_class: Path, tmp_path: Path) -> None:
    """The others are graded; what has no row is named, and the exit code says so."""
    root = broken_course(minicourse, tmp_path)
    shutil.copy(minicourse / "solutions/tiny_model/solution.py", small_class / "lee/tiny_model.py")
    said = clean(said_by(invoke("grade", small_class, "--out", tmp_path / "out", "--course", root, "--trust", "--jobs", "1")))
    assert said.code == 1
    assert "lee/tiny_model.py" in said.err and "tiny_model was not graded" in said.err and "runtimes" in said.err
    assert {student: row["score"] for student, row in rows_of(tmp_path / "out").items()} == {"lee": 50, "김하나": 100}


def test_resume_on_other_terms_is_refused(small_class: Path, tmp_path: Path) -> None:
    (tmp_path / "out").mkdir()
    (tmp_path / "out/.journal.jsonl").write_text('{"schema": "gradekit.journal/1", "course": "other"}\n', "utf-8")
    said = said_by(invoke("grade", small_class, "--out", tmp_path / "out", "--trust", "--resume"))
    one_line(said, 2, "other terms", "without --resume")


def test_no_gpu_is_a_refusal(small_class: Path, tmp_path: Path) -> None:
    import torch

    if torch.cuda.is_available():
        return
    one_line(said_by(invoke("grade", small_class, "--out", tmp_path / "out", "--device", "cuda")), 1, "no GPU", "--device auto or cpu")
    assert not (tmp_path / "out").exists()


# --- doctor, terminals ----------------------------------------------------------------------------------------------------------


def test_doctor(warm_numpy: object) -> None:
    """All is well here; for a program as JSON."""
    said = clean(said_by(invoke("doctor", "--json")))
    assert said.code == 0, said.out
    found = {each["name"]: each for each in json.loads(said.out)}
    assert found["jail numpy"]["ok"] and found["jail torch"]["ok"] and found["course"]["ok"]
    assert all(wall in found["jail numpy"]["found"] for wall in ("network", "files", "processes", "memory"))


def test_doctor_says_what_is_missing(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(jail, "why_not", lambda name: "bubblewrap is missing: install it")
    for lang in ("en", "ko"):
        said = clean(said_by(invoke("doctor", "--lang", lang)))
        assert said.code == 1
        assert "✗ jail" in said.out and "bubblewrap is missing: install it" in said.out


def in_terminal(home: Path, *arguments: str, **more: str) -> str:
    """What a command prints to a terminal."""
    import pty

    ours, theirs = pty.openpty()
    process = subprocess.Popen(
        [sys.executable, "-m", "gradekit", *arguments],
        env=environment(home, TERM="xterm-256color", **more),
        stdin=theirs,
        stdout=theirs,
        stderr=theirs,
    )
    os.close(theirs)
    text = b""
    while True:
        try:
            chunk = os.read(ours, 65536)
        except OSError:
            break
        if not chunk:
            break
        text += chunk
    os.close(ours)
    process.wait(60)
    return text.decode("utf-8")


def test_colours_on_a_terminal_unless_unwanted(home: Path, mini: Path, tmp_path: Path) -> None:
    work = tmp_path / "tiny_array.py"
    shutil.copy(mini / "solutions/tiny_array/solution.py", work)
    colour = re.compile(r"\x1b\[[0-9;]*3[0-9][0-9;]*m")
    assert colour.search(in_terminal(home, "check", str(work), GRADEKIT_COURSE=str(mini)))
    assert not colour.search(in_terminal(home, "check", str(work), GRADEKIT_COURSE=str(mini), NO_COLOR="1"))


@pytest.mark.parametrize("encoding", ["ascii", "latin-1"])
def test_a_terminal_of_a_small_encoding_is_enough(encoding: str, home: Path, mini: Path) -> None:
    for arguments in (("list", "--lang", "ko"), ("check", str(mini), "--lang", "ko")):
        said = run_in(home, *arguments, GRADEKIT_COURSE=str(mini), PYTHONIOENCODING=encoding)
        assert "Traceback" not in said.err


def test_a_reader_that_goes_away_is_no_fault(home: Path) -> None:
    """'gradekit list | head -1' says nothing on standard error."""
    line = f"{sys.executable} -m gradekit list | head -c 1"
    done = subprocess.run(["sh", "-c", line], env=environment(home), capture_output=True, text=True, timeout=60, check=True)
    assert done.stderr == ""


def test_the_shell_completes_names(home: Path, mini: Path) -> None:
    def completed(words: str, number: int) -> str:
        more = {"_GRADEKIT_COMPLETE": "bash_complete", "COMP_WORDS": words, "COMP_CWORD": str(number), "GRADEKIT_COURSE": str(mini)}
        return run_in(home, **more).out

    assert completed("gradekit fe", 1).split() == ["plain,fetch"]
    assert completed("gradekit fetch tiny_a", 2).split() == ["plain,tiny_array"]


def test_the_language_comes_from_the_environment(mini: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    for name, value, korean in (("GRADEKIT_LANG", "ko", True), ("LANG", "ko_KR.UTF-8", True), ("LANG", "de_DE.UTF-8", False)):
        with monkeypatch.context() as patch:
            patch.setenv(name, value)
            assert ("점" in said_by(invoke("list")).out) is korean
    assert load_course(mini).title.ko
