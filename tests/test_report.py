"""gradekit.report: the pages, what hostile words do to them (nothing), and where they are written."""

from __future__ import annotations

import base64
import hashlib
import importlib.util
import itertools
import os
import re
import time
from collections import Counter
from html.parser import HTMLParser
from pathlib import Path
from types import ModuleType
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from gradekit.errors import UsageError
from gradekit.printable import printable
from gradekit.report import RENDERERS, render_all
from gradekit.report.gradebook import gradebook, points_text
from gradekit.report.html import render_html
from gradekit.report.names import page_names
from gradekit.report.words import STATUSES, VERDICTS, WORDS
from gradekit.results import Diagnosis, Result, ResultSet, Status, TestOutcome, Verdict
from gradekit.text import LANGUAGES, Lang

TEMPLATES = Path(__file__).parents[1] / "templates" / "report"

HOSTILE = {
    "html": "<script>alert(1)</script><img src=x onerror=alert(1)>",
    "attribute": '" onmouseover="alert(1)" x=\'',
    "comment": "--><!-- ]]> </style></script></title></pre>",
    "jinja": "{{7*7}}{% for x in y %}{{ ''.__class__ }}{# x #}",
    "rich": "[bold red]x[/bold red][link=file:///etc/passwd]y[/]",
    "ansi": "\x1b[31mred\x1b]0;title\x07\x9b2J",
    "formula": '=HYPERLINK("http://x.invalid";"y")',
    "bidi": "abc\u202egnp.exe\u2066",
    "nul": "a\x00b\x7f",
    "surrogate": "a\udcffb",
    "path": "../../etc/passwd",
    "script url": "javascript:alert(1)",
    "long": "A" * 65536,
    "words": "{t} {0} {shown} %s $x \\",
    "spaces": " \t\r\n\u2028 ",
    "korean": "미나 & <b>하늘</b>",
}


def _load_sample() -> ModuleType:
    # Test files are imported by path (--import-mode=importlib), so they cannot import one another by name.
    spec = importlib.util.spec_from_file_location("report_sample", Path(__file__).with_name("test_report_sample.py"))
    assert spec is not None and spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


sample = _load_sample().sample


class Page(HTMLParser):
    """A page as a browser reads it: its elements with their attributes, and its words."""

    def __init__(self, source: str) -> None:
        super().__init__(convert_charrefs=True)
        self.elements: list[tuple[str, dict[str, str]]] = []
        self.words: list[str] = []
        self.scripts: list[str] = []
        self.comments = 0
        self._open: list[str] = []
        self.feed(source)
        self.close()

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.elements.append((tag, {key: value or "" for key, value in attrs}))
        self._open.append(tag)

    def handle_startendtag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.elements.append((tag, {key: value or "" for key, value in attrs}))

    def handle_endtag(self, tag: str) -> None:
        while self._open and self._open.pop() != tag:
            pass

    def handle_data(self, data: str) -> None:
        if self._open and self._open[-1] == "script":
            self.scripts.append(data)
        elif not (self._open and self._open[-1] == "style"):
            self.words.append(data)

    def handle_comment(self, data: str) -> None:
        self.comments += 1

    @property
    def shape(self) -> list[tuple[str, tuple[str, ...]]]:
        return [(tag, tuple(sorted(attrs))) for tag, attrs in self.elements]

    def all(self, *tags: str) -> list[dict[str, str]]:
        return [attrs for tag, attrs in self.elements if tag in tags]


@pytest.fixture(scope="module", params=LANGUAGES)
def pages(request: pytest.FixtureRequest) -> dict[str, str]:
    """The sample's pages, in each language."""
    return dict(render_html(sample(request.param)))


def everywhere(word: str, lang: Lang = "en", student: str | None = None) -> ResultSet:
    """A class in which every string a submission or a file could hold is word."""
    tests = (
        TestOutcome(f"{word}", 1.0, 1.0, Verdict.PASSED, word, word),
        *(
            TestOutcome(f"{word}{verdict}", 0.0, 2.0, verdict, f"{word}{verdict}", word)
            for verdict in Verdict
            if verdict is not Verdict.PASSED
        ),
    )
    evidence: tuple[dict[str, Any], ...] = (
        {
            "kind": "decision_lines",
            "title": word,
            "gates": [{"label": word, "w1": 1, "w2": 1, "b": -1.5, "points": [{"x1": 0, "x2": 1, "target": 0, "got": 1}]}],
        },
        {"kind": "bars", "title": {"en": word, "ko": word}, "labels": [word, word], "got": [1, None], "expected": [1, 2]},
        {"kind": "curve", "title": word, "x_label": word, "y_label": word, "series": [{"label": word, "x": [0, 1], "y": [1, 2]}]},
        {"kind": "confusion", "title": word, "labels": [word, word], "matrix": [[1, 2], [3, 4]]},
        {"kind": "pictures", "title": word, "width": 1, "height": 1, "items": [{"pixels": "AA==", "caption": word}]},
        {"kind": word, "title": word},
    )
    row = Result(
        student=word if student is None else student,
        exercise=word,
        status=Status.GRADED,
        tests=tests,
        diagnosis=(Diagnosis(word, word),),
        output=word,
        fingerprint={word: word},
        evidence=evidence,
    )
    other = Result(student="student-02", exercise=word, status=Status.REFUSED, tests=tests[1:], output=word)
    return ResultSet(course=word, results=(row, other), lang=lang, titles={word: {"en": word, "ko": word}})


@pytest.mark.parametrize("lang", LANGUAGES)
@pytest.mark.parametrize("kind", HOSTILE)
def test_hostile_words_change_no_element(kind: str, lang: Lang) -> None:
    """A page with hostile words has exactly the elements and attributes of one with harmless words, and shows the words."""
    word = HOSTILE[kind]
    harmless = [Page(content) for _, content in render_html(everywhere("word", lang))]
    hostile = [Page(content) for _, content in render_html(everywhere(word, lang))]
    assert [page.shape for page in hostile] == [page.shape for page in harmless]
    assert [page.scripts for page in hostile] == [page.scripts for page in harmless]
    assert all(page.comments == 0 for page in hostile)
    student = "".join(hostile[1].words)
    assert printable(word.strip("\n"), keep="\n\t") in student
    assert "49" not in student or "49" in word
    raw = "".join(content for _, content in render_html(everywhere(word, lang)))
    assert not re.search(r"[\x00-\x08\x0b-\x1f\x7f-\x9f\u202a-\u202e\u2066-\u2069\ud800-\udfff]", raw)


@given(word=st.text(max_size=40))
def test_no_name_changes_the_class_page(word: str) -> None:
    """Any student's name at all leaves the elements as they are."""
    harmless, hostile = (Page(next(render_html(everywhere("x", student=name)))[1]) for name in ("word", word))
    assert hostile.shape == harmless.shape


def test_a_page_stands_alone(pages: dict[str, str]) -> None:
    """No page loads or links anything outside the folder of reports, and its policy lets it load nothing."""
    for name, content in pages.items():
        page = Page(content)
        policy = next(attrs["content"] for attrs in page.all("meta") if attrs.get("http-equiv") == "Content-Security-Policy")
        digest = base64.b64encode(hashlib.sha256(page.scripts[0].encode()).digest()).decode()
        assert len(page.scripts) == 1
        assert policy == (
            "default-src 'none'; style-src 'unsafe-inline'; "
            f"script-src 'sha256-{digest}'; img-src data:; base-uri 'none'; form-action 'none'"
        )
        assert "://" not in content
        for _, attrs in page.elements:
            assert not any(key.startswith("on") for key in attrs)
            for key in ("src", "href"):
                target = attrs.get(key)
                if target is None:
                    continue
                elsewhere = target.removeprefix("../")
                assert target.startswith(("data:", "#")) or elsewhere in pages, f"{name} leads to {target}"


def test_a_page_can_be_read_by_everyone(pages: dict[str, str]) -> None:
    """Language, character set, landmarks, headings in order, unique ids, labels and alternatives."""
    for name, content in pages.items():
        page = Page(content)
        ids = Counter(attrs["id"] for _, attrs in page.elements if "id" in attrs)
        assert max(ids.values()) == 1, name
        assert page.all("html")[0]["lang"] in LANGUAGES
        assert page.all("meta")[0] == {"charset": "utf-8"}
        assert {"main", "header", "footer", "nav", "title"} <= {tag for tag, _ in page.elements}
        assert page.all("a")[0]["href"] == "#main" and "main" in ids
        levels = [int(tag[1]) for tag, _ in page.elements if re.fullmatch("h[1-6]", tag)]
        assert levels[0] == 1 and levels.count(1) == 1
        assert all(later <= earlier + 1 for earlier, later in itertools.pairwise(levels)), (name, levels)
        for attrs in page.all("img"):
            assert attrs["alt"]
        for attrs in page.all("svg"):
            assert attrs.get("aria-hidden") == "true" or (attrs["role"] == "img" and attrs["aria-label"])
        for attrs in page.all("input", "select"):
            assert attrs["id"] in {label["for"] for label in page.all("label")}
        for _, attrs in page.elements:
            for key in ("aria-labelledby", "for"):
                assert attrs.get(key) is None or attrs[key] in ids
        for attrs in page.all("use"):
            assert attrs["href"].removeprefix("#") in ids
        assert content.startswith("<!DOCTYPE html>") and content.endswith("</html>")


def test_the_class_page_tells_all(pages: dict[str, str]) -> None:
    """Students, statuses, misconceptions with names, every test, and heads that sort."""
    source = pages["report.html"]
    page = Page(source)
    text = " ".join(page.words)
    results = sample(page.all("html")[0]["lang"])
    book = gradebook(results)
    for student in book.students:
        assert f"students/{student.page}" in {attrs.get("href") for attrs in page.all("a")}
    for exercise in book.exercises:
        assert exercise.title in text
        assert all(test.name in text for test in results.results[book.column(exercise)[0].row].tests)
    for idea in book.misconceptions():
        assert idea.message in text and idea.name in text
    assert all(STATUSES[status].to(results.lang) in text for status in Status if status is not Status.GRADED)
    assert len([attrs for attrs in page.all("th") if attrs.get("aria-sort") == "none"]) == len(book.exercises) + 2
    assert "hidden" in next(attrs for attrs in page.all("div") if attrs.get("id") == "tools"), "no filter where there is no script"
    assert all("disabled" in attrs for attrs in page.all("button")), "no button that does nothing where there is no script"


def test_a_students_page_is_the_students_own() -> None:
    """It shows every test of the student with verdict, points, message and hint, and nobody else's name."""
    results = sample("en")
    pages = dict(render_html(results))
    book = gradebook(results)
    for student in book.students:
        content = pages[f"students/{student.page}"]
        text = " ".join(Page(content).words)
        for other in book.students:
            assert other is student or len(other.name) < 5 or other.name not in text
        for cell in student.cells:
            assert cell is not None
            result = results.results[cell.row]
            for test in result.tests:
                assert test.name in text and test.message in text and test.hint in text
                assert VERDICTS[test.outcome].en in text
            for each in result.diagnosis:
                assert each.message in text


def test_diagnosis_comes_first() -> None:
    """What probably happened stands before the tests of its exercise."""
    results = everywhere("word")
    content = dict(render_html(results))[f"students/{page_names(['word'])['word']}"]
    assert content.index(WORDS["diagnosis"].en) < content.index(WORDS["figures"].en) < content.index(WORDS["to_work_on"].en)


def test_a_message_that_all_tests_share_is_said_once() -> None:
    """Thirty tests of a file that does not load say it once."""
    tests = tuple(TestOutcome(f"test_{i}", 0.0, 1.0, Verdict.ERROR, "it does not load") for i in range(30))
    results = ResultSet("course", (Result("mina", "softmax", Status.GRADED, tests),))
    page = list(render_html(results))[1][1]
    assert page.count("it does not load") == 1
    assert page.count("test_") == 30


def test_empty_and_odd_classes_render() -> None:
    """No results, no tests, no points, a missing row, and a row twice are all legal."""
    assert WORDS["empty_class"].en in next(render_html(ResultSet("", ())))[1]
    nothing = Result("", "a", Status.GRADED, ())
    worth_nothing = Result("b", "b", Status.GRADED, (TestOutcome("t", 0.0, 0.0, Verdict.PASSED),))
    pages = dict(render_html(ResultSet("c", (nothing, worth_nothing, nothing))))
    assert len(pages) == 3
    assert WORDS["no_row"].en in pages["report.html"] and WORDS["nameless"].en in pages["report.html"]


def test_of_two_rows_the_later_counts() -> None:
    """A student graded twice in one file has the later score, once."""
    rows = tuple(Result("mina", "softmax", Status.GRADED, (TestOutcome("t", points, 2.0, Verdict.PASSED),)) for points in (2.0, 1.0))
    book = gradebook(ResultSet("c", rows))
    assert [(student.score, student.max_score) for student in book.students] == [(1.0, 2.0)]


def test_no_result_is_rounded_to_full_marks() -> None:
    """A score just short of the maximum is shown as short of it."""
    assert points_text(99.9999, 100) == "99.9999"
    assert points_text(33.3333, 100) == "33.33"
    assert points_text(100, 100) == "100"
    assert points_text(0.5) == "0.5"


def test_a_large_class_renders_quickly() -> None:
    """The class page of 300 students in 5 exercises takes well under 3 s, and is small enough to mail."""
    results = sample("ko", 300)
    start = time.perf_counter()
    _, content = next(render_html(results))
    assert time.perf_counter() - start < 3
    assert len(content.encode()) < 1_000_000


def test_rendering_is_a_function_of_the_results() -> None:
    """The same results give the same bytes, so that a report can be compared."""
    for render in RENDERERS.values():
        assert list(render(sample("ko", 5))) == list(render(sample("ko", 5)))


ODD_NAMES = [
    "..",
    ".",
    "",
    " ",
    "CON",
    "con",
    "Con",
    "nul.txt",
    "a/b",
    "a\\b",
    "\x00",
    "미나",
    "ﬁ",
    "-rf",
    "~",
    "a" * 5000,
    "é",
    "e\u0301",
    "\udcff",
    "mina",
    "MINA",
    "<b>",
    "%2e%2e",
    "student",
]


def test_page_names_are_safe_and_differ() -> None:
    """Whatever students are called, pages have plain names that differ even where case does not count."""
    names = page_names(ODD_NAMES)
    assert len({name.lower() for name in names.values()}) == len(ODD_NAMES)
    for name in names.values():
        assert re.fullmatch(r"[a-z0-9][a-z0-9-]*-[0-9a-f]{8}\.html", name)
        assert len(name) < 60
    assert names["CON"].startswith("con-") and names[""].startswith("student-")


@given(st.lists(st.text(max_size=8), unique=True, max_size=30))
def test_page_names_differ_for_any_names(students: list[str]) -> None:
    assert len(set(page_names(students).values())) == len(students)


def test_names_that_agree_in_the_short_piece_get_the_long_one(monkeypatch: pytest.MonkeyPatch) -> None:
    """Two students who made their names agree in the digest's first digits do not share a page."""
    monkeypatch.setattr("gradekit.report.names._SHORT_DIGITS", 0)
    names = page_names(["mina", "Mina", "bora"])
    assert len(set(names.values())) == 3
    assert re.fullmatch(r"mina-[0-9a-f]{64}\.html", names["Mina"])
    assert names["bora"] == "bora-.html"


def test_render_all_writes_inside_the_folder(tmp_path: Path) -> None:
    """Every page of every format lands below out_dir, whatever students are called, and nothing beside it."""
    tests = (TestOutcome("t", 1.0, 1.0, Verdict.PASSED),)
    results = ResultSet("c", tuple(Result(name, "softmax", Status.GRADED, tests) for name in ODD_NAMES))
    out = tmp_path / "deep" / "out"
    written = render_all(results, out)
    found = sorted(path for path in tmp_path.rglob("*") if path.is_file())
    assert found == sorted(written)
    assert {path.name for path in out.iterdir()} == {"report.html", "scores.csv", "students"}
    assert len(list((out / "students").iterdir())) == len(ODD_NAMES)
    assert render_all(results, out) == written, "again, over what stands there"


def test_render_all_writes_only_what_is_asked(tmp_path: Path) -> None:
    assert [path.name for path in render_all(sample("en", 2), tmp_path, ["csv"])] == ["scores.csv"]
    with pytest.raises(UsageError, match="no report format is called 'pdf'; there are: html, csv"):
        render_all(sample("en", 2), tmp_path, ["pdf"])


@pytest.mark.skipif(os.name == "nt", reason="making symbolic links needs a right there")
def test_render_all_follows_no_link_out(tmp_path: Path) -> None:
    """A folder of pages that is a link elsewhere is refused; a page that is a link is replaced, not followed."""
    elsewhere = tmp_path / "elsewhere"
    elsewhere.mkdir()
    out = tmp_path / "out"
    out.mkdir()
    (out / "students").symlink_to(elsewhere)
    with pytest.raises(UsageError, match="leads out of"):
        render_all(sample("en", 2), out)
    assert not list(elsewhere.iterdir())
    (out / "students").unlink()
    (elsewhere / "kept").write_text("kept")
    (out / "scores.csv").symlink_to(elsewhere / "kept")
    render_all(sample("en", 2), out)
    assert (elsewhere / "kept").read_text() == "kept"
    assert not (out / "scores.csv").is_symlink()


def test_templates_trust_nothing() -> None:
    """No template switches escaping off."""
    for path in TEMPLATES.glob("*.html"):
        source = path.read_text("utf-8")
        assert not re.search(r"\|\s*safe\b|autoescape\s+false|Markup", source), path.name


def test_every_word_is_used_and_said_in_both_languages() -> None:
    """The table of words has no leftovers, no empty text, and the same blanks in both languages."""
    source = "".join(path.read_text("utf-8") for path in TEMPLATES.glob("*.html"))
    source += "".join(
        path.read_text("utf-8") for path in (Path(__file__).parents[1] / "gradekit" / "report").glob("*.py") if path.name != "words.py"
    )
    for key, text in WORDS.items():
        root = key.removesuffix("_one")
        computed = root.startswith("why_") or root in ("graded", "decision_lines", "bars", "curve", "confusion", "pictures")
        assert computed or f'"{root}"' in source or f"'{root}'" in source, key
        blanks = [set(re.findall(r"\{(\w+)\}", words)) for words in (text.en, text.ko)]
        assert blanks[0] == blanks[1] and text.en and text.ko, key
    for table in (VERDICTS, STATUSES):
        assert set(table) == set(type(next(iter(table))))
        for lang in LANGUAGES:
            assert len({text.to(lang) for text in table.values()}) == len(table)


def _colours(block: str) -> dict[str, tuple[float, float, float]]:
    found = re.findall(r"--([\w-]+): #([0-9a-f]{6})([0-9a-f]{2})?;", block)
    colours = {name: tuple(int(value[i : i + 2], 16) / 255 for i in (0, 2, 4)) for name, value, _ in found}
    for name, _, alpha in found:
        if alpha:  # a tint over the card
            share = int(alpha, 16) / 255
            colours[name] = tuple(share * a + (1 - share) * b for a, b in zip(colours[name], colours["card"], strict=True))
    return colours  # type: ignore[return-value]


def _contrast(one: tuple[float, ...], other: tuple[float, ...]) -> float:
    """WCAG 2.2, relative luminance and contrast ratio."""
    light, dark = sorted(
        (
            sum(
                k * (c / 12.92 if c <= 0.04045 else ((c + 0.055) / 1.055) ** 2.4)
                for k, c in zip((0.2126, 0.7152, 0.0722), colour, strict=True)
            )
            for colour in (one, other)
        ),
        reverse=True,
    )
    return (light + 0.05) / (dark + 0.05)


def test_colours_have_contrast() -> None:
    """Text stands out from what it stands on by 4.5 : 1 at least, lines of figures by 3 : 1, by day and by night (WCAG AA)."""
    blocks = re.findall(r":root \{(.*?)\}", (TEMPLATES / "style.css").read_text("utf-8"), re.S)
    assert len(blocks) == 3, "day, night and paper"
    for block in blocks:
        colour = _colours(block)
        on = [("ink", "paper"), ("ink", "card"), ("ink", "sunk"), ("soft", "paper"), ("soft", "card"), ("soft", "sunk")]
        on += [("accent", "paper"), ("accent", "card"), ("accent", "sunk"), ("idea", "idea-tint"), ("soft", "idea-tint"), ("idea", "card")]
        on += [(tone, f"{tone}-tint") for tone in ("good", "bad", "warn", "odd", "mute")]
        for text, ground in on:
            assert _contrast(colour[text], colour[ground]) >= 4.5, (text, ground)
        for line in ("edge", "accent", "bad", "s1", "s2", "s3", "s4", "s5", "s6"):
            assert _contrast(colour[line], colour["card"]) >= 3, line
