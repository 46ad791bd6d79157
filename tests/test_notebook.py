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
    kept = code_of(notebook("%%time\ny = 2", "\n%%writefile -a 'one_hot.py'\nx = 1", "x = 1  # gradekit: skip"))
    assert [ast.unparse(ast.parse(each)) for each in kept] == ["y = 2", "x = 1", "x = 1"]
    tests = {"metadata": {"nbgrader": {"grade": True, "solution": False, "locked": True, "schema_version": 3}}}
    solution = {"metadata": {"nbgrader": {"grade": True, "solution": True, "schema_version": 3}}}
    assert code_of(notebook("assert f() == 1", "x = 1", **tests)) == ["x = 1"]
    assert code_of(notebook("def f(): ...", **solution)) == ["def f(): ..."]


@pytest.mark.parametrize(
    "cell",
    [
        "%%shell\npip install -q numpy",
        "%%file scores.csv\na,b b",
        "%%writefile notes.txt\nwhat I thought of it",
        "%%bigquery frame\nSELECT * FROM t",
        "%%cu\nint main() { return 0; }",
        "%%ai chatgpt\nwhat is a softmax?",
        "%%python3\nimport sys; sys.exit(1)",
        "%%capture\n\n%%bash\nls -la",
        ">>> %%sh\nls -la",
    ],
)
def test_only_magics_that_run_python_keep_their_cells(cell: str) -> None:
    """Anybody can add magics: what stands under one that is not known is left out, and that is said."""
    made = program(notebook(cell, "y = 2"))
    assert code_of(notebook(cell, "y = 2")) == ["y = 2"] and [each.number for each in made.cells] == [3]
    [note] = made.notes
    assert "cell 2: %%" in note.en and "left out" in note.en and "제외" in note.ko


@pytest.mark.parametrize("magic", ["capture out", "debug", "prun -q", "time", "timeit -n 1", "Time", "memit", "capture\n%%time"])
def test_magics_that_run_python_are_left_out_themselves(magic: str) -> None:
    [code] = code_of(notebook(f"%%{magic}\ndef f():\n    return 1"))
    assert ast.unparse(ast.parse(code)) == "def f():\n    return 1"


RIGHT = """def f(x):
    if x:
        return "!ls"
    return 1
"""


@pytest.mark.parametrize(
    "before",
    [
        ["pip install -q numpy"],
        ["import sys\npip install \\\n  numpy\nx = 1"],
        ["if True:\n    pip3 install 'numpy>=1' --quiet"],
        ["cd .."],
        ["cd foo", "ls *.py", "cat a.txt | head -3", "rm -rf x", "mkdir a b"],
        ["% matplotlib inline"],
        ["matplotlib inline", "load_ext autoreload", "autoreload 2"],
        ["d = {}\nd['x'] = !ls -la", 'd["="], e = %sx ls'],
        ["if True: !ls", "for i in range(3): %time\nelse: !echo \\\n  done"],
        ["import math", "from __future__ import annotations"],
        ["    x = 1\n    y = 2\n\n    if x:\n        y = 3", "# mine\n\tz = 1"],
        [">>> x = 1\n>>> if x:\n...     y = 2\n... ", "In [3]: z = 1\n   ...: w = 2"],
        ["%%shell\npip install -q numpy", "%%writefile notes.txt\nwhat I thought of it"],
    ],
)
def test_right_work_is_read_whatever_notebooks_hold_beside_it(before: list[str]) -> None:
    """Before, after and in the cell with the work: it compiles, and every line of the work can be found again."""
    for cells in ([*before, RIGHT], [RIGHT, *before]):
        made = program(notebook(*cells))
        compile(made.text, "f.py", "exec", dont_inherit=True)
        node = next(each for each in ast.parse(made.text).body if isinstance(each, ast.FunctionDef))
        assert ast.unparse(node) == ast.unparse(ast.parse(RIGHT))
        assert made.place(node.lineno) == (2 + cells.index(RIGHT), 1) and made.place(node.lineno + 3) == (2 + cells.index(RIGHT), 4)


def test_an_import_from_the_future_stands_before_the_first_cell() -> None:
    """Where it stood a comment stays, so that no line of the cell moves; and what Python takes where it is stays there."""
    made = program(
        notebook("import math", "x = 1\nfrom __future__ import annotations  # mine\ny: Later = 2", "from __future__ import(\ndivision,\n)")
    )
    assert made.text.split("\n")[:4] == ["from __future__ import annotations, division", "", "# --- cell 2", "import math"]
    assert [(cell.number, cell.first, cell.last) for cell in made.cells] == [(2, 4, 4), (3, 7, 9), (4, 12, 14)]
    assert made.place(1) is None and made.place(9) == (3, 3)
    names: dict[str, object] = {}
    exec(compile(made.text, "f.py", "exec", dont_inherit=True), names)
    assert names["y"] == 2
    for early in (
        ['"""Mine."""\n# softmax\nfrom __future__ import annotations\nx = 1'],
        ["!pip install numpy", "# mine", "from __future__ import annotations", "from __future__ import division\nx = 1"],
    ):
        assert program(notebook(*early)).text.startswith("# --- cell 2") and "\nfrom __future__ import" in program(notebook(*early)).text


@pytest.mark.parametrize(
    "line", ["from __future__ import braces", "from __future__ import annotations as a", "if x:\n    from __future__ import division"]
)
def test_other_imports_from_the_future_keep_their_error_and_its_place(line: str) -> None:
    made = program(notebook("x = 1", line))
    with pytest.raises(SyntaxError) as fault:
        compile(made.text, "f.py", "exec", dont_inherit=True)
    assert made.place(fault.value.lineno or 0) == (3, len(line.split("\n")))


@pytest.mark.parametrize(
    "source", ["pip install (x", "/print 1", "x = 1\n    y = 2", "apt-get install x", "x += !ls", "f(a=!ls)", "if True foo: !ls"]
)
def test_what_is_not_surely_ipythons_is_the_students_error(source: str) -> None:
    """It stays, or what remains of it, so that the error names its cell and line."""
    made = program(notebook("y = 1", source))
    with pytest.raises(SyntaxError) as fault:
        ast.parse(made.text)
    assert (made.place(fault.value.lineno or 0) or (0, 0))[0] == 3


STATEMENTS = [
    "ls = 1",
    "cat (x)",
    "cat (\n  x)",
    "ls -l",
    "cd",
    "rm in x",
    "cp if mv else rm",
    "mkdir = [\n'pip install x',\n]",
    "pip: int = \\\n  3",
    'pip = """\npip install x\n!ls\nfrom __future__ import x\n"""',
    "cat (x)  # \\\nif x:\n    pass",
    "x['a'] = b[1:2] %c",
    "x[f'{y = !r}'] = f'{y!r}'",
    "if x == ': !ls': pass  # : !ls",
    "if x: y = ': !ls'",
    "while x[1:2] != y: z = '= !ls'",
    "else_ = x",
    'f(y="= !ls", z="""\n  >>> x\n""")',
    "s = '>>> x'",
    "for x in y:\n    cat (x)\n    ls = x",
]


@given(st.lists(st.sampled_from(STATEMENTS), min_size=1, max_size=8))
def test_valid_python_is_left_as_it_is(statements: list[str]) -> None:
    source = "\n".join(statements)
    ast.parse(source)
    made = program(notebook(source, *statements))
    assert code_of(notebook(source, *statements)) == [source, *statements] and made.notes == ()


LINES = [
    "x = 1", "if x:", "    y = 2", "    !ls", "if x: !ls", "pip install x", "pip install \\", "cd ..", "%%time", "%%capture", "x = !ls \\",
    "from __future__ import annotations", "from __future__ import (", "division", ")", '"""', ">>> x", "... y", "In [1]: x", "   ...: y",
    "", "  # z", "\tz = 1", "ls", "cat (", "\\", "'",
]  # fmt: skip


@given(st.lists(st.lists(st.sampled_from(LINES), max_size=12), min_size=1, max_size=4))
def test_every_line_is_where_the_map_says(cells: list[list[str]]) -> None:
    """What stays of a line is its end, or it is a comment on the line where it stood; in front of all, at most one import is added."""
    made = program(notebook(*("\n".join(each) for each in cells)))
    lines = made.text.split("\n")
    for cell in made.cells:
        source = "\n".join(cells[cell.number - 2]).removesuffix("\n").split("\n")
        code = lines[cell.first - 1 : cell.last]
        assert len(code) == len(source) and lines[cell.first - 2] == f"# --- cell {cell.number}"
        for at, (before, after) in enumerate(zip(source, code, strict=True)):
            assert before.endswith(after) or after.replace("pass  # ", "").replace("# ", "").strip() in before.replace("# ", "")
            assert made.place(cell.first + at) == (cell.number, at + 1)
    assert not made.cells or made.cells[0].first == (4 if lines[0].startswith("from __future__") else 2)


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
    for source in ("'" * 300_000, '"""' * 100_000, " " * 300_000 + "x", "\\" * 300_000, "a." * 200_000 + "?", "(" * 300_000, "=" * 300_000,
        " " * 300_000 + "!", "[" * 300_000, "x[" + "''" * 150_000, "if" + " :" * 150_000, "if" + "''" * 150_000,
        "ls x\n" * 60_000, "ls x\\\n" * 60_000,
        "ls " + "(" * 300_000, ">>> \n" * 60_000, "   \n" * 75_000, "from __future__ import" + " " * 300_000 + "!",
        "x\n" + "from __future__ import a\n" * 12_000, "ls " + "-" * 900 + "x", "%%" + "x" * 300_000):  # fmt: skip
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
