"""printable shows what could steer a terminal, and leaves everything else alone."""

import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from gradekit.printable import printable


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("plain", "plain"),
        ("홍길동 김철수", "홍길동 김철수"),
        ("👩‍🔬 café ∂x/∂y", "👩‍🔬 café ∂x/∂y"),
        ("\x1b[31mred\x1b[0m", "\\x1b[31mred\\x1b[0m"),
        ("two\nlines\r\n\ttab", "two\\nlines\\r\\n\\ttab"),
        ("\x00\x7f\x85\x9b", "\\x00\\x7f\\x85\\x9b"),
        ("abc\u202egpj.exe", "abc\\u202egpj.exe"),
        ("\u061c\u200e\u200f\u2066\u2069", "\\u061c\\u200e\\u200f\\u2066\\u2069"),
        ("a\u2028b\u2029c", "a\\u2028b\\u2029c"),
        ("\ufeffname", "\\ufeffname"),
        ("bad\udce9byte", "bad\\udce9byte"),
        ("", ""),
    ],
)
def test_shows(text: str, shown: str) -> None:
    assert printable(text) == shown


def test_keep_spares_what_it_names() -> None:
    assert printable("a\n\tb\x1b", keep="\n\t") == "a\n\tb\\x1b"


@given(st.text(st.characters()))
def test_nothing_unsafe_is_left(text: str) -> None:
    """Whatever goes in, no control, separator, surrogate or bidirectional mark comes out, and the rest is as it was."""
    shown = printable(text)
    shown.encode("utf-8")
    assert len(shown.splitlines()) <= 1
    assert not any(unicodedata.category(each) in {"Cc", "Cs", "Zl", "Zp"} for each in shown)
    assert not any(unicodedata.bidirectional(each) in {"LRE", "RLE", "LRO", "RLO", "PDF", "LRI", "RLI", "FSI", "PDI"} for each in shown)
    assert printable(shown) == shown
