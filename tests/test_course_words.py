"""The words of the course: each language alone, and one word for one thing in all handouts."""

import ast
import re
from collections.abc import Iterator

import pytest

from gradekit.course import load_course, places


def test_the_summaries_are_sentences() -> None:
    """`gradekit list` shows them one below the other, so they all end alike."""
    for exercise in load_course(places.default_course()).exercises:
        for words in (exercise.summary.en, exercise.summary.ko):
            assert words.endswith(".") and not words.endswith(".."), f"{exercise.name}: {words}"


def test_what_a_stub_says_is_said_in_both_languages() -> None:
    """A student who runs a stub reads which function to write, in either language; none is said in another way."""
    for exercise in load_course(places.default_course()).exercises:
        if not exercise.is_quiz:
            said = re.findall(r"raise NotImplementedError\((.*)\)", exercise.stub.read_text("utf-8"))
            assert said, exercise.name
            for words in said:
                assert re.fullmatch(r'"write ([\w.]+) / \1[을를] 작성하십시오"', words), f"{exercise.name}: {words}"


def test_the_handouts_have_one_word_for_one_thing() -> None:
    """A report is no transcript, an exercise no question, and a shape no form, whichever handout is read."""
    for path in sorted((places.default_course() / "exercises").glob("*/*")):
        if path.suffix in (".md", ".py", ".toml"):
            found = re.findall(
                r"성적표|다른 연습 문제|이 문제에서는|점수는 모두 100점|형태[가는]? [`$(]|[`)]의 형태|같은 형태", path.read_text("utf-8")
            )
            assert not found, f"{path}: {found}"


_SMALL_WORDS = {
    *("a", "after", "all", "and", "at", "by", "call", "each", "every", "for", "from"),
    *("in", "is", "of", "on", "random", "the", "to", "when", "with", "your"),
}


def plain_words(text: ast.expr) -> Iterator[str]:
    """The strings in an expression, 0 for what is filled in; those in a Text are in two languages already, and are left out."""
    match text:
        case ast.Constant(value=str(words)):
            yield words
        case ast.JoinedStr(values=parts):
            yield "".join(str(part.value) if isinstance(part, ast.Constant) else "0" for part in parts)
        case ast.Call(func=ast.Name(id="Text")) | ast.Call(func=ast.Attribute(value=ast.Name(id="Text"))):
            return
        case _:
            for part in ast.iter_child_nodes(text):
                if isinstance(part, ast.expr):
                    yield from plain_words(part)


def is_english(words: str) -> bool:
    """Whether words that stand for an answer are English: neither Python nor names and numbers beside it."""
    try:
        ast.parse(words, mode="eval")
    except SyntaxError:
        outside = words
        while (shorter := re.sub(r"\([^()]*\)|\[[^\[\]]*\]", "", outside)) != outside:
            outside = shorter
        return re.search(r"[A-Za-z]{2,} [A-Za-z]{2,}", words) is not None or not _SMALL_WORDS.isdisjoint(re.findall(r"[A-Za-z_]+", outside))
    return False


def said_of_answers(suite: ast.Module) -> Iterator[tuple[int, str]]:
    """Line and words of every plain string that a suite gives an answer for a name: `what`, here or in a function of its own."""
    places_of_what = {
        function.name: [number for number, each in enumerate(function.args.args) if each.arg == "what"]
        for function in suite.body
        if isinstance(function, ast.FunctionDef)
    } | {"raises": [1]}
    for node in ast.walk(suite):
        texts: list[ast.expr] = []
        if isinstance(node, ast.Call):
            texts += [each.value for each in node.keywords if each.arg == "what"]
            if isinstance(node.func, ast.Name):
                texts += [node.args[number] for number in places_of_what.get(node.func.id, ()) if number < len(node.args)]
        elif isinstance(node, ast.Assign) and any(isinstance(each, ast.Name) and each.id == "what" for each in node.targets):
            texts.append(node.value)
        for text in texts:
            for words in plain_words(text):
                yield node.lineno, words


@pytest.mark.parametrize(
    ("words", "english"),
    [
        ("the history", True),
        ("hidden(X, U1) with your U1", True),
        ("step of integers", True),
        ("describe(a tensor of shape 0)", True),
        ("forward(X), call 0", True),
        ("perceptron(x, w, 0.3) with w·x = 0", True),
        ("history", False),
        ("softmax(x).sum(axis=-1)", False),
        ("[len(batch) for batch in minibatches(0, 5, rng)]", False),
        ("derivative(a z³ + b z² + c z + 1, z)", False),
        ("perceptron_forward(X (0, 0), u (0,))", False),
        ("step(s), s 0", False),
    ],
)
def test_english_is_told_from_code(words: str, english: bool) -> None:
    assert is_english(words) is english


def test_no_suite_says_english_words_to_who_reads_korean() -> None:
    """What an answer is called stands inside a sentence of either language: code is the same in both, English words need a Text."""
    root = places.default_course()
    suites = sorted([*root.glob("exercises/*/test_public.py"), *root.glob("solutions/*/test_hidden.py")])
    assert len(suites) > 60
    found = [
        f"{path.relative_to(root)}:{line}: {words}"
        for path in suites
        for line, words in said_of_answers(ast.parse(path.read_text("utf-8")))
        if is_english(words)
    ]
    assert found == []
