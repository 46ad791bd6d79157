"""Notebooks: their code cells as a program, whatever is in them, and stubs handed out as notebooks."""

import ast
import json
from pathlib import Path

import nbformat
import pytest
from click.testing import CliRunner
from hypothesis import given
from hypothesis import strategies as st

from gradekit.cli import cli
from gradekit.course import load_course
from gradekit.course.handout import hand_out
from gradekit.course.notebook import notebook_of
from gradekit.errors import WouldOverwrite
from gradekit.intake import Refused, Source, read, single
from gradekit.intake.notebook import NOTEBOOK_BYTES, NotebookUnreadable, program
from gradekit.text import LANGUAGES

ROOT = Path(__file__).resolve().parents[1]
COURSE = load_course(ROOT)


def notebook(*sources: str, **first: object) -> str:
    code = [{"cell_type": "code", "source": each.splitlines(keepends=True), "outputs": [], "metadata": {}} for each in sources]
    code[0] |= first
    return json.dumps({"cells": [{"cell_type": "markdown", "source": "# Mine"}, *code], "metadata": {}, "nbformat": 4, "nbformat_minor": 5})


def code_of(text: str) -> list[str]:
    """Each cell's lines in the program."""
    made = program(text)
    lines = made.text.split("\n")
    return ["\n".join(lines[cell.first - 1 : cell.last]) for cell in made.cells]


def test_cells_are_joined_and_every_line_can_be_found_again() -> None:
    """The number is the cell's place among all of them, as a reader counts; text cells count too."""
    made = program(notebook("import numpy as np\n\nx = 1", "def f():\n    return x"))
    assert made.text == "# --- cell 2\nimport numpy as np\n\nx = 1\n\n# --- cell 3\ndef f():\n    return x\n"
    assert [(cell.number, cell.first, cell.last) for cell in made.cells] == [(2, 2, 4), (3, 7, 8)]
    assert made.place(8) == (3, 2) and made.place(4) == (2, 3) and made.place(6) is None
    assert made.notes == ()


def test_what_only_ipython_understands_becomes_a_comment() -> None:
    """So the lines after it keep their numbers, and a block that held nothing else is still one."""
    source = "%matplotlib inline\nimport numpy as np\n!pip install \\\n  numpy\nfiles = !ls\nif files:\n    !rm x\n"
    source += "np.exp?\n?np\na != b\nt = %timeit -o f()"
    [code] = code_of(notebook(source))
    assert len(code.split("\n")) == len(source.split("\n"))
    assert ast.unparse(ast.parse(code)) == "import numpy as np\nif files:\n    pass\na != b"
    [note] = program(notebook(source)).notes
    assert "cell 2: 7 lines" in note.en and "%matplotlib" in note.en and "7줄" in note.ko


@pytest.mark.parametrize(
    "source",
    [
        'text = """\n%d of them\n!important\n?\n"""',
        "x = (7\n     %y)",
        "x = 7 \\\n  %y",
        "d = {\n'a': 1,  # (\n}\nf'''{x}\n!s'''",
        "s = 'it''s (' \"#\" # )\nx = 1",
        "r = r'\\'\n",
    ],
)
def test_python_is_left_as_it_is(source: str) -> None:
    """Within a string, brackets or a statement that goes on, nothing is IPython's."""
    assert code_of(notebook(source)) == [source.removesuffix("\n")]


def test_cells_that_are_left_out() -> None:
    marked = program(
        notebook("# gradekit: skip\nraise SystemExit", "\n#Gradekit: SKIP this\n1/0", "%%bash\nrm -rf x", "%%HTML\n<b>", "y = 2")
    )
    assert [cell.number for cell in marked.cells] == [6]
    assert len(marked.notes) == 4 and "raise" not in marked.text
    kept = code_of(notebook("%%time\ny = 2", "\n%%writefile one_hot.py\nx = 1", "x = 1  # gradekit: skip"))
    assert [ast.unparse(ast.parse(each)) for each in kept] == ["y = 2", "x = 1", "x = 1"]
    tests = {"metadata": {"nbgrader": {"grade": True, "solution": False, "locked": True, "schema_version": 3}}}
    solution = {"metadata": {"nbgrader": {"grade": True, "solution": True, "schema_version": 3}}}
    assert code_of(notebook("assert f() == 1", "x = 1", **tests)) == ["x = 1"]
    assert code_of(notebook("def f(): ...", **solution)) == ["def f(): ..."]


def test_nothing_but_skipped_cells_is_an_empty_program() -> None:
    assert program(notebook("# gradekit: skip")).text == "\n"


def test_lines_end_where_python_ends_them() -> None:
    """A form feed or U+2028 ends no line of Python's, and would put every number after it wrong."""
    made = program(notebook("x = '\u2028'\x0c\r\ny = 1\rz = 2"))
    assert (made.cells[0].first, made.cells[0].last) == (2, 4)
    assert len(ast.parse(made.text).body) == 3


def test_broken_characters_are_replaced_and_said() -> None:
    made = program('{"cells": [{"cell_type": "code", "source": "x = \'\\ud800\'"}]}')
    assert made.text.encode() and "\ufffd" in made.text
    assert "1 broken" in made.notes[0].en


NOT_NOTEBOOKS = {
    "no JSON": "import numpy as np",
    "empty": "",
    "a list": "[1, 2]",
    "a number": "1" * 5000,
    "deep": "[" * 200_000,
    "deep objects": '{"cells":' * 100_000,
    "cells no list": '{"cells": {"a": 1}}',
    "cells no dicts": '{"cells": [1, null, "x", [[]]]}',
    "no code": '{"cells": [{"cell_type": "markdown", "source": "x"}]}',
    "worksheets no list": '{"worksheets": 7}',
    "infinite": '{"cells": Infinity}',
}


@pytest.mark.parametrize("kind", NOT_NOTEBOOKS)
def test_what_is_no_notebook_is_said_to_be_none(kind: str) -> None:
    with pytest.raises(NotebookUnreadable) as fault:
        program(NOT_NOTEBOOKS[kind])
    assert fault.value.reason.en and fault.value.reason.ko


def test_odd_cells_are_read_as_far_as_they_go() -> None:
    book = {
        "cells": [
            {"cell_type": "code", "source": ["a = 1\n", 7, None, ["b"]], "metadata": []},
            {"cell_type": "code"},
            {"cell_type": "code", "source": 3, "metadata": {"nbgrader": "x"}},
        ]
    }
    assert code_of(json.dumps(book)) == ["a = 1", "", ""]


@given(st.recursive(st.none() | st.booleans() | st.integers() | st.text(max_size=5), lambda inner: st.lists(inner) | st.dictionaries(
    st.sampled_from(["cells", "worksheets", "cell_type", "source", "input", "metadata"]) | st.text(max_size=3),
    inner | st.just("code"))))  # fmt: skip
def test_any_json_is_read_or_refused(value: object) -> None:
    try:
        made = program(json.dumps(value))
    except NotebookUnreadable:
        return
    assert made.text.encode()


@given(st.lists(st.text("ab \n\t\r\\'\"#()[]{}%!?=\x0c\u2028", max_size=60), min_size=1, max_size=4))
def test_no_line_moves(sources: list[str]) -> None:
    """Whatever a cell holds, each of its lines is where the map says, and the file ends with a newline."""
    made = program(notebook(*sources))
    lines = made.text.split("\n")
    assert made.text.endswith("\n")
    for cell in made.cells:
        assert lines[cell.first - 2] == f"# --- cell {cell.number}"
        assert cell.last - cell.first == sources[cell.number - 2].removesuffix("\n").replace("\r\n", "\n").replace("\r", "\n").count("\n")


def test_hostile_cells_take_no_time() -> None:
    """A megabyte of what a careless expression would search again and again."""
    for source in ("'" * 300_000, '"""' * 100_000, " " * 300_000 + "x", "\\" * 300_000, "a." * 200_000 + "?", "(" * 300_000, "=" * 300_000):
        program(notebook(source))


def test_every_version_is_read_as_nbformat_reads_it() -> None:
    """Versions 1 to 4, in the shapes that nbformat upgrades."""
    sources = ["a = 1\nb = 2", "def f():\n    return a"]
    books = {
        1: {"cells": [{"cell_type": "code", "code": each} for each in sources], "nbformat": 1},
        2: {
            "metadata": {"name": "x"},
            "nbformat": 2,
            "worksheets": [{"cells": [{"cell_type": "code", "input": each, "language": "python", "outputs": []} for each in sources]}],
        },
        3: {
            "metadata": {"name": "x"},
            "nbformat": 3,
            "nbformat_minor": 0,
            "worksheets": [
                {"cells": [{"cell_type": "code", "input": [each], "language": "python", "outputs": []}], "metadata": {}} for each in sources
            ],
        },
        4: {
            "cells": [
                {
                    "cell_type": "code",
                    "execution_count": None,
                    "id": f"c{at}",
                    "metadata": {},
                    "outputs": [],
                    "source": each.splitlines(True),
                }
                for at, each in enumerate(sources)
            ],
            "metadata": {},
            "nbformat": 4,
            "nbformat_minor": 5,
        },
    }
    for book in books.values():
        text = json.dumps(book)
        assert code_of(text) == [cell["source"] for cell in nbformat.reads(text, as_version=4)["cells"]] == sources


# --- As submissions ----------------------------------------------------------------------------------------------------------


def test_a_notebook_is_read_as_the_program_it_makes(tmp_path: Path) -> None:
    (tmp_path / "softmax.ipynb").write_text(notebook("%pylab\nx = 1"), "utf-8")
    [submission] = single(tmp_path, COURSE)
    source = read(submission)
    assert isinstance(source, Source)
    assert (source.name, source.text) == ("softmax.ipynb", "# --- cell 2\n# %pylab\nx = 1\n")
    assert [cell.number for cell in source.cells] == [2]
    assert single(tmp_path / "softmax.ipynb", COURSE) == (submission,)
    (tmp_path / "softmax.py").write_text("x = 2\n", "utf-8")
    assert [each.path.name for each in single(tmp_path, COURSE)] == ["softmax.py"]


@pytest.mark.parametrize(
    ("content", "word"),
    [
        (b"no notebook", "no JSON"),
        (b"\xff{}", "UTF-8"),
        (notebook("x = '\0'").encode(), "NUL"),
        (notebook("#" * 1_100_000).encode(), "larger than"),
        (b'{"cells": []}' + b" " * NOTEBOOK_BYTES, "larger than"),
    ],
)
def test_a_notebook_that_cannot_be_judged_is_refused(content: bytes, word: str, tmp_path: Path) -> None:
    path = tmp_path / "softmax.ipynb"
    path.write_bytes(content)
    answer = read(single(path, COURSE)[0])
    assert isinstance(answer, Refused) and word in answer.message.en


# --- Handed out --------------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize("lang", LANGUAGES)
def test_every_stub_makes_a_notebook_that_is_the_stub(lang: str, tmp_path: Path) -> None:
    """Valid by nbformat; its program is the stub's; a cell for each function; the last one says how to check."""
    for exercise in (each for each in COURSE.exercises if not each.is_quiz):
        done = hand_out(exercise, tmp_path, lang=lang, notebook=True)  # type: ignore[arg-type]
        names = {path.name for path in done.files}
        assert f"{exercise.name}.ipynb" in names and exercise.file_name not in names
        text = (tmp_path / exercise.name / f"{exercise.name}.ipynb").read_text("utf-8")
        book = nbformat.reads(text, as_version=nbformat.NO_CONVERT)
        nbformat.validate(book)
        assert book["cells"][0]["cell_type"] == "markdown"
        assert f"gradekit check {exercise.name}.ipynb" in book["cells"][-1]["source"]
        stub = (hand_out(exercise, tmp_path / "plain", lang=lang).folder / exercise.file_name).read_text("utf-8")  # type: ignore[arg-type]
        assert ast.dump(ast.parse(program(text).text)) == ast.dump(ast.parse(stub))
        for cell in book["cells"][1:-1]:
            assert sum(isinstance(node, ast.FunctionDef | ast.ClassDef) for node in ast.parse(cell["source"]).body) <= 1


def test_decorators_and_comments_stay_with_their_function() -> None:
    stub = '"""Doc."""\nimport x\n\n# about f\n@x.y(\n    1\n)\ndef f():\n    pass\n\n\nA = 1\n\n\nclass B:\n    pass\n'
    cells = [cell["source"] for cell in json.loads(notebook_of("f", "# F", stub, "en"))["cells"]]
    assert ["".join(each) for each in cells[1:-1]] == [
        '"""Doc."""\nimport x',
        "# about f\n@x.y(\n    1\n)\ndef f():\n    pass\n\n\nA = 1",
        "class B:\n    pass",
    ]


def test_changed_notebooks_are_never_overwritten(tmp_path: Path) -> None:
    exercise = COURSE.exercise("softmax")
    place = hand_out(exercise, tmp_path, lang="en", notebook=True).folder / "softmax.ipynb"
    hand_out(exercise, tmp_path, lang="ko", notebook=True)  # as handed out in the other language: nobody's work
    place.write_text(notebook("x = 1"), "utf-8")
    with pytest.raises(WouldOverwrite):
        hand_out(exercise, tmp_path, lang="en", notebook=True)
    with pytest.raises(WouldOverwrite, match=r"softmax\.ipynb is there"):
        hand_out(exercise, tmp_path, lang="en")
    done = hand_out(exercise, tmp_path, lang="en", force=True)
    assert [path.name for path in done.kept] == ["softmax.ipynb.bak"] and not place.exists()
    with pytest.raises(WouldOverwrite, match=r"softmax\.py is there"):
        hand_out(exercise, tmp_path, lang="en", notebook=True)


def test_fetch_fill_and_check_a_notebook(tmp_path: Path) -> None:
    """What a student does; the cell that checks is left out of what is checked."""
    run = CliRunner()
    assert run.invoke(cli, ["fetch", "softmax", "--notebook", "--to", str(tmp_path), "--lang", "en"]).exit_code == 0
    place = tmp_path / "softmax" / "softmax.ipynb"
    before = run.invoke(cli, ["check", str(place.parent), "--lang", "en"])
    assert before.exit_code == 1 and "softmax: 0/4" in before.output and "cell 3 = " in before.output
    book = json.loads(place.read_text("utf-8"))
    solution = (ROOT / "solutions" / "softmax" / "solution.py").read_text("utf-8")
    book["cells"].insert(-1, {"cell_type": "code", "metadata": {}, "outputs": [], "source": f"%load_ext x\n{solution}"})
    place.write_text(json.dumps(book), "utf-8")
    for path in (place, place.parent, tmp_path):
        after = run.invoke(cli, ["check", str(path), "--lang", "en"])
        assert after.exit_code == 0 and "softmax: 4/4" in after.output, after.output
