"""gradekit.exam.items and its page: numbers worked out by hand, properties that must hold, hostile names, few and many students."""

from __future__ import annotations

import itertools
import math
import re
import time
from collections.abc import Sequence
from dataclasses import replace
from html.parser import HTMLParser
from pathlib import Path

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from gradekit.exam.item_measures import (
    cronbach_alpha,
    fisher_interval,
    holm,
    noncentrality,
    pearson,
    permutation_p,
    smallest_difference,
    spearman,
    upper_lower,
)
from gradekit.exam.item_pages import item_view
from gradekit.exam.item_words import ITEM_WORDS
from gradekit.exam.items import Item, ItemStatistics, Sheet, statistics
from gradekit.report.html import environment
from gradekit.report.words import Phrases
from gradekit.text import LANGUAGES, Lang, Text

ROOT = Path(__file__).parents[1]
PAGE = """{% extends "base.html" %}{% from "exam_items.html" import item_analysis %}{% block kind %}class{% endblock %}
{% block title %}x{% endblock %}{% block content %}<main id="main"><h1>x</h1>{{ item_analysis(items) }}</main>{% endblock %}"""


def page(found: ItemStatistics, lang: Lang = "en", titles: dict[str, Text] | None = None) -> str:
    view = item_view(found, lang, titles)
    return environment().from_string(PAGE).render(lang=lang, t=Phrases(lang), script="page", items=view)


class Read(HTMLParser):
    """A page as a browser reads it: elements with their attributes, and the words outside style and script."""

    def __init__(self, source: str) -> None:
        super().__init__(convert_charrefs=True)
        self.elements: list[tuple[str, dict[str, str]]] = []
        self.words: list[str] = []
        self._in = ""
        self.feed(source)
        self.close()

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.elements.append((tag, {key: value or "" for key, value in attrs}))
        self._in = tag

    def handle_data(self, data: str) -> None:
        if self._in not in ("style", "script"):
            self.words.append(data)

    @property
    def shape(self) -> list[tuple[str, tuple[str, ...]]]:
        return [(tag, tuple(sorted(attrs))) for tag, attrs in self.elements]

    def all(self, *tags: str) -> list[dict[str, str]]:
        return [attrs for tag, attrs in self.elements if tag in tags]


def one_part(rows: Sequence[Sequence[float]], most: float = 1.0) -> tuple[list[Item], list[Sheet]]:
    """Students × items of one part "p", each item worth most; totals are shares of all points."""
    items = [Item("p", f"i{place}", most) for place in range(len(rows[0]))]
    sheets = [
        Sheet(f"s{row}", {("p", f"i{place}"): value for place, value in enumerate(values)}, {}, sum(values) / (most * len(values)), None)
        for row, values in enumerate(rows)
    ]
    return items, sheets


def exam(
    students: int, items: int = 20, parts: int = 4, *, seed: int = 0, variants: int = 0, harder: float = 0.0, pool: bool = False
) -> tuple[list[Item], list[Sheet]]:
    """A class made up: abilities and difficulties are normal; variant "a" of part 0 is harder by so many standard deviations."""
    rng = np.random.default_rng(seed)
    made = [Item(f"part{place % parts}", f"test_{place}", 5.0) for place in range(items)]
    made += [Item(name, f"q{place}", 4.0) for name in ("pool_a", "pool_b") for place in range(3)] if pool else []
    hardness = 0.8 * rng.normal(size=len(made))
    sheets = []
    for number in range(students):
        ability, other = rng.normal(), f"pool_{'ba'[int(rng.integers(2))]}"
        drawn = {f"part{place}": "abc"[int(rng.integers(3))] for place in range(variants)}
        scores = {}
        for item, hard in zip(made, hardness, strict=True):
            if not item.part.startswith("pool") or item.part == other:
                worse = harder if item.part == "part0" and drawn.get("part0") == "a" else 0.0
                scores[item.part, item.name] = item.max_points * (rng.random() < 1 / (1 + math.exp(-1.5 * (ability - hard - worse))))
        worth = sum(item.max_points for item in made if (item.part, item.name) in scores)
        sheets.append(Sheet(f"s{number}", scores, drawn, sum(scores.values()) / worth, float(rng.uniform(600, 3600))))
    return made, sheets


# Numbers worked out by hand


def test_numbers_of_a_small_class() -> None:
    """Five students, three items of one point: 111, 110, 100, 100, 000."""
    found = statistics(*one_part([[1, 1, 1], [1, 1, 0], [1, 0, 0], [1, 0, 0], [0, 0, 0]]))
    first, second, third = found.items
    assert [row.difficulty for row in found.items] == pytest.approx([0.8, 0.4, 0.2])
    # Item 1 against the rest (2, 1, 0, 0, 0): products 0.6, squares 0.8 and 3.2: r = 0.6 / √2.56.
    assert first.discrimination == pytest.approx(0.375)
    # Item 2 against (2, 1, 1, 1, 0): 1 / √(1.2 · 2); item 3 against (2, 2, 1, 1, 0): 0.8 / √(0.8 · 2.8).
    assert second.discrimination == pytest.approx(1 / math.sqrt(2.4))
    assert third.discrimination == pytest.approx(0.8 / math.sqrt(2.24))
    # 27 % of five is one student: the best has all, the last nothing.
    assert [row.upper_lower for row in found.items] == [1.0, 1.0, 1.0]
    assert (first.full, first.zero, third.full, third.zero) == pytest.approx((0.8, 0.2, 0.2, 0.8))
    # Variances 0.2, 0.3, 0.2 and 1.3 of the sums: 3/2 · (1 − 0.7/1.3) = 9/13; error √1.3 / 3 · √(4/13).
    assert found.alpha.value == pytest.approx(9 / 13)
    assert found.alpha.error == pytest.approx(math.sqrt(1.3 * 4 / 13) / 3)
    assert found.totals.quartiles == pytest.approx((1 / 3, 1 / 3, 2 / 3))
    assert found.totals.mean == pytest.approx(7 / 15) and found.totals.sd == pytest.approx(math.sqrt(1.3) / 3)
    assert found.counts == (1, 0, 0, 2, 0, 0, 1, 0, 0, 1)


def test_measures_by_hand() -> None:
    """Each formula on numbers small enough for paper."""
    assert pearson(np.array([1.0, 2, 3, 4, 5]), np.array([2.0, 1, 4, 3, 5])) == pytest.approx(0.8)
    assert spearman(np.array([1.0, 2, 3, 4, 500]), np.array([2.0, 1, 4, 3, 5e9])) == pytest.approx(0.8)
    # Ranks 1.5, 1.5, 3, 4, 5 against 1 … 5: 9.5 / √(9.5 · 10).
    assert spearman(np.array([7.0, 7, 8, 9, 10]), np.arange(5.0)) == pytest.approx(math.sqrt(0.95))
    assert fisher_interval(0.5, 28) == pytest.approx((0.15603, 0.73582), abs=1e-4)  # atanh 0.5 ± 1.96 / 5
    assert holm([0.01, 0.04, 0.03]) == pytest.approx([0.03, 0.06, 0.06]) and holm([]) == [] and holm([0.9, 0.8]) == [1.0, 1.0]
    # Seven students, 27 % are two; the second place of the best is shared by two, one with the point and one without.
    shares, totals = np.array([1.0, 1, 0, 1, 0, 0, 0]), np.array([9.0, 8, 8, 5, 4, 2, 1])
    assert upper_lower(shares, totals) == pytest.approx(0.75)
    # All 10 divisions of five into 2 and 3; only {9, 8} and none other lies as far: p near 0.1.
    assert permutation_p([np.array([8.0, 9.0]), np.array([1.0, 2.0, 3.0])]) == pytest.approx(0.1, abs=0.02)
    # Two groups of 20 with sd 1: (1.96 + 0.84) · √(2 / 20), and a little for the estimated sd.
    group = np.tile([-1.0, 1.0], 10) * math.sqrt(19 / 20)
    assert smallest_difference([group, group], 0.05, 0.8) == pytest.approx(2.80 * math.sqrt(0.1), rel=0.05)


@pytest.mark.parametrize(
    ("degrees", "alpha", "exact"),
    [(1, 0.05, 7.849), (2, 0.05, 9.635), (3, 0.01, 15.458), (9, 0.05, 15.650), (60, 0.0025, 50.672)],
)
def test_noncentrality_is_near_the_exact_one(degrees: int, alpha: float, exact: float) -> None:
    """Within the 2 % that its docstring claims, of values from the noncentral distribution itself."""
    assert noncentrality(degrees, alpha, 0.8) == pytest.approx(exact, rel=0.02)


def test_papers_that_differ_are_compared_on_what_all_share() -> None:
    """Alpha of an exam with a pool is that of the shared parts, and says so; each part's own is of those who had it."""
    items, sheets = exam(60, pool=True)
    found = statistics(items, sheets)
    assert found.alpha.parts_left_out == ("pool_a", "pool_b")
    assert (found.alpha.items, found.alpha.all_items, found.alpha.students) == (20, 26, 60)
    shared = np.array([[sheet.scores[item.part, item.name] for item in items[:20]] for sheet in sheets])
    assert found.alpha.value == pytest.approx(cronbach_alpha(shared))
    rows = {row.part: row for row in found.parts}
    assert rows["pool_a"].scores.number + rows["pool_b"].scores.number == 60
    assert rows["pool_a"].alpha.value is not None and rows["pool_a"].alpha.items == 3
    [pool] = found.pools
    assert pool.parts == ("pool_a", "pool_b") and {group.labels for group in pool.groups} == {("pool_a",), ("pool_b",)}
    assert statistics(items, sheets, pools=[["pool_a", "pool_b", "never drawn"]]) == found
    text = " ".join(Read(page(found)).words)
    assert ITEM_WORDS["alpha_part"].en.format(items=20, all=26, students=60) in text


def test_one_incomplete_sheet_costs_itself_and_no_item() -> None:
    """Listwise: among many, a student without one item is left out of alpha rather than the item."""
    items, sheets = exam(40)
    short = dict(sheets[0].scores)
    del short["part0", "test_0"]
    alpha = statistics(items, [replace(sheets[0], scores=short), *sheets[1:]]).alpha
    assert (alpha.items, alpha.students, alpha.all_students) == (20, 39, 40)


def test_flags_say_what_is_wrong() -> None:
    """A key turned round is a likely fault, what nobody and everybody can do is said, and a sound item has no flag."""
    items, sheets = exam(60)
    places = {"wrong": ("part1", "test_9"), "hard": ("part2", "test_2"), "easy": ("part3", "test_3")}
    rows = []
    for number, sheet in enumerate(sheets):
        rest = sum(value for key, value in sheet.scores.items() if key not in places.values())
        planted = {places["wrong"]: 5.0 * (rest < 35), places["hard"]: 5.0 * (number == 1), places["easy"]: 5.0 * (number != 1)}
        rows.append(replace(sheet, scores={**sheet.scores, **planted}))
    kinds = {(row.item.part, row.item.name): {flag.kind: flag.said for flag in row.flags} for row in statistics(items, rows).items}
    assert kinds[places["wrong"]]["negative"] == ITEM_WORDS["negative_said"]
    assert "hard" in kinds[places["hard"]] and "easy" in kinds[places["easy"]]
    assert sum(not found for found in kinds.values()) > 10
    few = statistics(*one_part([[0, 1]] * 4))
    assert not any(row.flags for row in few.items), "four students are too few for a flag"


def test_negative_by_chance_is_not_called_a_fault() -> None:
    """Six students cannot show that an item is faulty."""
    rows = [[1, 1, 1, 0], [1, 1, 0, 1], [1, 0, 1, 0], [0, 1, 0, 1], [0, 0, 1, 0], [0, 0, 0, 0]]
    last = statistics(*one_part(rows)).items[3]
    assert last.discrimination is not None and last.discrimination < 0 < last.interval[1]  # type: ignore[index]
    assert [flag.said for flag in last.flags] == [ITEM_WORDS["negative_perhaps_said"]]


# Variants


def test_a_hard_variant_is_found() -> None:
    """Planted in one part of 60 students' exam, found there and nowhere else, and named hardest."""
    found = statistics(*exam(60, variants=3, harder=2.0, seed=4))
    first, *others = found.variants
    assert first.found and first.adjusted is not None and first.adjusted < 0.01
    assert first.groups[0].labels == ("a",) and "Not equally hard" in first.said.en
    assert not any(each.found for each in others)
    assert all("no proof" in each.said.en and each.detectable is not None and 0 < each.detectable < 1 for each in others)


def test_equal_variants_are_found_different_once_in_twenty() -> None:
    """The test keeps its level: 200 classes of 60 whose three variants are the same (the band leaves out 0.2 % of such counts)."""
    wrong = 0
    for seed in range(200):
        rng = np.random.default_rng(seed)
        shares = rng.binomial(5, rng.beta(2, 2, size=60)) / 5
        wrong += permutation_p([shares[:15], shares[15:35], shares[35:]]) < 0.05
    assert 2 <= wrong <= 20


def test_what_cannot_be_compared_says_why() -> None:
    """A variant for each student, one variant for all, the same score for all, and too few students."""
    items, sheets = exam(12, variants=1)
    said = {
        name: statistics(items, changed).variants[0]
        for name, changed in {
            "own": [replace(sheet, variants={"part0": sheet.student}) for sheet in sheets],
            "one": [replace(sheet, variants={"part0": "only"}) for sheet in sheets],
            "same": [replace(sheet, scores=dict.fromkeys(sheet.scores, 0.0)) for sheet in sheets],
            "few": sheets[:4],
        }.items()
    }
    assert all(each.p is None and each.adjusted is None and each.detectable is None and not each.found for each in said.values())
    assert said["same"].said == ITEM_WORDS["all_equal"]
    assert all("fewer than two groups" in said[name].said.en for name in ("own", "one", "few"))
    assert statistics(items, [replace(sheet, variants={"part0": ""}) for sheet in sheets]).variants == ()


def test_pools_are_worked_out() -> None:
    """One of two and one of three are two pools; two of three, which all meet on some paper, are one."""
    items = [Item(part, "i", 1.0) for part in ("all", "a1", "a2", "b1", "b2", "b3")]

    def sheets(papers: list[tuple[str, ...]]) -> list[Sheet]:
        return [
            Sheet(f"s{n}", {(part, "i"): float(n % 3 > 0) for part in ("all", *paper)}, {}, 0.5, None) for n, paper in enumerate(papers)
        ]

    two = statistics(items, sheets([(a, b) for a in ("a1", "a2") for b in ("b1", "b2", "b3")] * 3)).pools
    assert [pool.parts for pool in two] == [("a1", "a2"), ("b1", "b2", "b3")]
    [one] = statistics(items, sheets([("b1", "b2"), ("b1", "b3"), ("b2", "b3")] * 4)).pools
    assert one.parts == ("b1", "b2", "b3") and len(one.groups) == 3 and one.groups[0].scores.number == 4


# What must hold for any class

SHARES = st.sampled_from([0.0, 0.25, 0.5, 1.0])


@st.composite
def classes(draw: st.DrawFn) -> tuple[list[Item], list[Sheet]]:
    """Any class at all: missing items and parts, items worth nothing, empty sheets, variants here and there."""
    items = [
        Item(f"p{part}", f"i{place}", draw(st.sampled_from([0.0, 1.0, 3.3, 1e-12, 1e6])))
        for part in range(draw(st.integers(0, 3)))
        for place in range(draw(st.integers(1, 3)))
    ]
    sheets = []
    for number in range(draw(st.integers(0, 9))):
        scores = {(item.part, item.name): draw(SHARES) * item.max_points for item in items if draw(st.integers(0, 9))}
        variants = {f"p{part}": draw(st.sampled_from(["", "x", "y"])) for part in range(2)}
        seconds = draw(st.none() | st.floats(0, 1e12))
        sheets.append(Sheet(str(number), scores, variants, draw(st.floats(0, 1)), seconds))
    return items, sheets


def numbers(value: object) -> list[float]:
    """Every number in dataclasses of tuples of dataclasses."""
    if isinstance(value, float):
        return [value]
    if isinstance(value, tuple):
        return [number for each in value for number in numbers(each)]
    slots = getattr(type(value), "__slots__", ())
    return [number for name in slots for number in numbers(getattr(value, name))]


@settings(max_examples=60, deadline=None)
@given(made=classes(), data=st.data())
def test_any_class_has_finite_numbers_in_any_order(made: tuple[list[Item], list[Sheet]], data: st.DataObject) -> None:
    """No nan, no warning (they are errors here), shares within bounds, a page, and no dependence on the order of students."""
    items, sheets = made
    found = statistics(items, sheets)
    assert all(math.isfinite(number) for number in numbers(found))
    assert sum(found.counts) == len(sheets)
    for row in found.items:
        assert row.discrimination is None or -1 <= row.discrimination <= 1
        assert row.difficulty is None or 0 <= row.difficulty <= 1
        assert row.upper_lower is None or -1.000001 <= row.upper_lower <= 1.000001
    other = statistics(items, data.draw(st.permutations(sheets)))
    assert numbers(other) == pytest.approx(numbers(found), rel=1e-6, abs=1e-6)
    assert [row.flags for row in other.items] == [row.flags for row in found.items]
    assert "nan" not in " ".join(Read(page(found, "ko")).words)


@given(
    rows=st.lists(st.lists(st.integers(0, 4), min_size=4, max_size=4), min_size=5, max_size=12),
    constant=st.floats(-1e3, 1e3),
    factor=st.floats(0.01, 100),
)
def test_alpha_does_not_mind_constants(rows: list[list[int]], constant: float, factor: float) -> None:
    """Points given to everybody in one item, or another unit for all, leave alpha as it is."""
    points = np.array(rows, dtype=float)
    alpha = cronbach_alpha(points)
    moved = points * factor
    moved[:, 1] += constant
    if alpha is None:
        assert cronbach_alpha(points * factor) is None
    else:
        assert cronbach_alpha(moved) == pytest.approx(alpha, rel=1e-6, abs=1e-6) and alpha <= 1


def test_equal_scores_give_none() -> None:
    """All zero, all full, one student, two, none, no items, papers with nothing on them."""
    for rows in ([[0, 0, 0]] * 8, [[1, 1, 1]] * 8, [[0.1, 0.2, 0.3]] * 8, [[1, 0, 1]], [[1, 0, 1], [0, 0, 1]]):
        found = statistics(*one_part(rows))
        assert found.alpha.value is None and found.alpha.error is None and found.alpha.reason is not None
        assert all(row.discrimination is None and row.interval is None and row.upper_lower is None for row in found.items)
        assert page(found) and found.time.quartiles is None and found.time.correlation is None
    assert ITEM_WORDS["nobody"].en in page(statistics([], []))
    nothing = statistics([Item("p", "i", 0.0), Item("p", "j", 1.0)], [Sheet("s", {}, {}, 0.0, 5.0)] * 6)
    assert [row.number for row in nothing.items] == [0, 0] and page(nothing)
    assert statistics(*one_part([[0], [1], [0], [1], [1]])).items[0].discrimination is None, "an item that is the whole paper has no rest"


def test_what_does_not_fit_is_refused() -> None:
    """An item listed twice, points for none, and what is no number."""
    items, [sheet] = one_part([[1.0, 0.0]])
    with pytest.raises(ValueError, match="'i0' twice"):
        statistics([*items, items[0]], [sheet])
    with pytest.raises(ValueError, match="which is no item"):
        statistics(items[:1], [sheet])
    for bad in (replace(sheet, total=math.nan), replace(sheet, seconds=math.inf), replace(sheet, scores={("p", "i0"): math.nan})):
        with pytest.raises(ValueError, match="not finite"):
            statistics(items, [bad])


def test_a_huge_class_takes_under_a_second() -> None:
    """2,000 students with 120 items in ten parts, three of them with variants."""
    items, sheets = exam(2000, 120, 10, variants=3)
    start = time.process_time()
    found = statistics(items, sheets)
    assert time.process_time() - start < 1
    assert found.alpha.value is not None and found.alpha.value > 0.9 and len(page(found)) < 1_000_000


# The page

HOSTILE = {
    "html": "<script>alert(1)</script><img src=x onerror=alert(1)>",
    "attribute": '" onmouseover="alert(1)" x=\'',
    "comment": "--><!-- ]]> </style></script></title></desc></svg>",
    "jinja": "{{7*7}}{% for x in y %}{# x #}",
    "blanks": "{n} {0} %s {name}",
    "ansi": "\x1b[31mred\x9b2J\x00",
    "bidi": "abc\u202egnp.exe\u2066",
    "surrogate": "a\udcffb",
    "long": "A" * 65536,
    "nothing": "",
}


def called(word: str) -> str:
    """The page of a class in which parts, items, variants and students are called word."""
    parts = [f"{word}{tail}" for tail in ("1", "2", "3")]
    items = [Item(part, f"{word}{place}", 1.0) for part in parts for place in range(2)]
    sheets = []
    for number in range(24):
        drawn = (parts[0], parts[1 + number % 2])
        scores = {(part, f"{word}{place}"): float((number + place) % 3 > 0) for part in drawn for place in range(2)}
        sheets.append(Sheet(f"{word}{number}", scores, {parts[0]: f"{word}{number % 3}"}, (number % 5) / 4, 60.0 * number))
    return page(statistics(items, sheets), titles={parts[1]: Text(word, word)})


@pytest.mark.parametrize("kind", HOSTILE)
def test_hostile_names_change_no_element(kind: str) -> None:
    """Whatever things are called, the page has the same elements and attributes, and no control characters."""
    hostile = called(HOSTILE[kind])
    assert Read(hostile).shape == Read(called("word")).shape
    assert not re.search(r"[\x00-\x08\x0b-\x1f\x7f-\x9f\u202a-\u202e\u2066-\u2069\ud800-\udfff]", hostile)
    assert len(hostile) < 400_000


@pytest.mark.parametrize("lang", LANGUAGES)
def test_the_page_can_be_read_by_everyone(lang: Lang) -> None:
    """Sections in both languages; tables have captions, drawings a title and a description, ids are unique, headings in order."""
    found = statistics(*exam(60, variants=2, pool=True, harder=2.0))
    titles = {"part0": Text("Softmax by hand", "손으로 구현하는 소프트맥스")}
    source = page(found, lang, titles)
    read = Read(source)
    text = " ".join(read.words)
    ids = [attrs["id"] for _, attrs in read.elements if "id" in attrs]
    assert len(ids) == len(set(ids))
    assert {anchor for anchor, _ in item_view(found, lang).contents} <= set(ids)
    assert source.count("<table>") == source.count("<caption") > 5
    drawn = [attrs for attrs in read.all("svg") if attrs.get("aria-hidden") != "true"]
    assert len(drawn) == 2 and all(attrs["role"] == "img" and attrs["aria-label"] and attrs["aria-describedby"] in ids for attrs in drawn)
    assert len(read.all("desc")) == 2
    levels = [int(tag[1]) for tag, _ in read.elements if re.fullmatch("h[1-6]", tag)]
    assert levels[0] == 1 and all(later <= earlier + 1 for earlier, later in itertools.pairwise(levels))
    for key in ("items", "attention", "by_item", "by_part", "variants", "time", "differ"):
        assert ITEM_WORDS[key].to(lang) in text
    assert titles["part0"].to(lang) in text and all(row.item.name in text for row in found.items)
    assert any(re.search("[가-힣]", word) for word in read.words) == (lang == "ko")


def test_many_groups_are_cut_short() -> None:
    """Of 30 variants the table shows the largest dozen, the hardest first, and says how many are left out."""
    items, sheets = exam(90, variants=1)
    changed = [replace(sheet, variants={"part0": f"v{number % 30}"}) for number, sheet in enumerate(sheets)]
    [each] = item_view(statistics(items, changed), "en").comparisons
    assert len(each.groups) == 12 and each.left_out == 18
    means = [group.scores.mean for group in each.groups]
    assert means == sorted(means)  # type: ignore[type-var]


def test_every_word_is_used_and_said_in_both_languages() -> None:
    """The table has no leftovers and no empty text, and its blanks are the same in both languages."""
    source = (ROOT / "templates/report/exam_items.html").read_text("utf-8")
    source += "".join((ROOT / f"gradekit/exam/{name}.py").read_text("utf-8") for name in ("items", "item_pages"))
    for key, text in ITEM_WORDS.items():
        assert f'"{key.removesuffix("_one")}"' in source, key
        blanks = [set(re.findall(r"\{(\w+)\}", words)) for words in (text.en, text.ko)]
        assert blanks[0] == blanks[1] and text.en and text.ko, key
        assert re.search("[가-힣]", text.ko) or text.en == text.ko or "{" in text.ko or key in ("zero",), key
