"""Program text → the tokens that a copy keeps, whatever is done to its surface.

Left out are comments, docstrings, blanks and line breaks. A name that the program gives itself (a variable, a function, a class, a
parameter, an attribute of its own) is one and the same token, and so is every number and every string: whoever renames things or writes
0.10 for 0.1 changes nothing. Names that are not the program's to choose stay (`range`, the `exp` of `np.exp`), for they tell two ways of
doing a thing apart.

Pygments reads the text, not the compiler: it takes unfinished programs as well, runs nothing, and its depth does not grow with theirs.
"""

from __future__ import annotations

import zlib
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache, lru_cache
from typing import TYPE_CHECKING, Any, Final

import numpy as np

if TYPE_CHECKING:
    from numpy.typing import NDArray

__all__ = ["LINE_CHARACTERS", "TEXT_CHARACTERS", "Tokens", "tokens"]

# Twenty times the longest model answer. What a submission holds beyond it is not compared, and the report says so.
TEXT_CHARACTERS: Final = 100_000
LINE_CHARACTERS: Final = 1_000

_OPEN: Final = frozenset("([{")
_CLOSE: Final = frozenset(")]}")
_DEFINES: Final = frozenset({"def", "class", "async", "@"})
_NAME, _NUMBER, _STRING = "n", "0", '"'


@dataclass(frozen=True, slots=True)
class Tokens:
    """The tokens of a text, in order.

    text: what was read, tidied. codes: uint32 of shape (n,), the same for the same token in every text on every machine. starts, ends:
    int64 of shape (n,), where in the text each token stands, as a slice of characters. blocks: int64 of shape (n,), the number of the
    definition, or the run of other statements, that each token is in: what stands together when definitions are put in another order.
    """

    text: str
    codes: NDArray[np.uint32]
    starts: NDArray[np.int64]
    ends: NDArray[np.int64]
    blocks: NDArray[np.int64]

    def __len__(self) -> int:
        return len(self.codes)


@dataclass(slots=True)
class _Word:
    kind: str  # "name", "builtin", "number", "string" or "other"
    text: str
    start: int
    end: int
    first: bool  # of its line


def tokens(text: str) -> Tokens:
    """The tokens of text, of its first TEXT_CHARACTERS. Whatever text holds, this raises nothing, and its time grows with its length."""
    tidy = _tidy(text)
    words = _without_remarks(list(_words(tidy)))
    own = _own_names(words)
    kept = [(_said(words, at, own), word) for at, word in enumerate(words)]
    return Tokens(
        tidy,
        np.array([_code(said) for said, _ in kept], dtype=np.uint32),
        np.array([word.start for _, word in kept], dtype=np.int64),
        np.array([word.end for _, word in kept], dtype=np.int64),
        np.array(list(_blocks(words, tidy)), dtype=np.int64),
    )


def _tidy(text: str) -> str:
    """text with plain line ends, nothing at the ends of lines, and no line or text longer than anybody writes.

    Some of the lexer's patterns go over all that follows, from each place: thousands of lines of blanks, or thousands of half-written
    escapes in a line, would cost it minutes.
    """
    lines = text[:TEXT_CHARACTERS].replace("\r\n", "\n").replace("\r", "\n").split("\n")
    return "\n".join(line[:LINE_CHARACTERS].rstrip() for line in lines)


def _words(text: str) -> Iterator[_Word]:
    """What Pygments sees in text, without comments, docstrings and blanks; the pieces of one string are one word."""
    first, last = True, None
    for start, kind, value in _lexer().get_tokens_unprocessed(text):
        sort = _sort(kind)
        if sort == "blank":
            first = first or "\n" in value
        elif sort == "string" and last is not None and last.kind == "string" and last.end == start:
            last.end = start + len(value)
        elif sort != "left out" and value:
            last = _Word("name" if value in ("self", "cls") else sort, value, start, start + len(value), first)
            first = False
            yield last


def _without_remarks(words: list[_Word]) -> list[_Word]:
    """words without strings that are statements of their own: docstrings in whatever quotes, and code put out of action."""
    kept: list[_Word] = []
    depth = 0
    for at, word in enumerate(words):
        alone = word.kind == "string" and word.first and not depth and (at + 1 == len(words) or words[at + 1].first)
        depth = max(0, depth + (word.text in _OPEN) - (word.text in _CLOSE))
        if not alone:
            kept.append(word)
    return kept


@cache
def _sort(kind: Any) -> str:
    """What a Pygments token type is here. There are some eighty of them."""
    from pygments.token import Comment, Literal, Name, Text, Whitespace

    if kind in Text or kind in Whitespace or kind in Comment:
        return "blank"
    if kind in Literal.String.Doc:
        return "left out"
    if kind in Literal.String:
        return "string"
    if kind in Literal.Number:
        return "number"
    if kind in Name.Builtin or kind in Name.Exception:
        return "builtin"
    return "name" if kind in Name else "other"


def _own_names(words: list[_Word]) -> frozenset[str]:
    """The names that the program gives: assigned, defined, imported as, a loop's, or a parameter's."""
    found: set[str] = set()
    depth = parameters = 0
    loop = False
    for at, word in enumerate(words):
        before = words[at - 1].text if at else ""
        after = words[at + 1].text if at + 1 < len(words) else ""
        if word.kind in ("name", "builtin"):
            annotated = word.first and after == ":"
            parameter = parameters and depth == parameters and before in ("(", ",", "*", "**")
            # Between brackets, NAME=… is a call's: whether the name is the program's shows where it is defined.
            assigned = after == ":=" or (after == "=" and not depth)
            if annotated or parameter or assigned or before in ("def", "class", "as") or (loop and before != "."):
                found.add(word.text)
            if before == "def" and after == "(":
                parameters = depth + 1
        elif word.text in _OPEN:
            depth += 1
        elif word.text in _CLOSE:
            depth = max(0, depth - 1)
            parameters = parameters if depth >= parameters else 0
        elif word.text in ("for", "in"):
            loop = word.text == "for"
    return frozenset(found)


def _blocks(words: list[_Word], text: str) -> Iterator[int]:
    """The number of each word's block. A new one begins with each definition, and where unindented statements follow indented ones."""
    number = depth = 0
    indented = False
    for word in words:
        if word.first and not depth:
            outside = word.start == 0 or text[word.start - 1] == "\n"
            if word.text in _DEFINES or (outside and indented):
                number += 1
            indented = not outside
        depth = max(0, depth + (word.text in _OPEN) - (word.text in _CLOSE))
        yield number


def _said(words: list[_Word], at: int, own: frozenset[str]) -> str:
    """What is compared of the word at a place."""
    word = words[at]
    if word.kind == "number":
        return _NUMBER
    if word.kind == "string":
        return _STRING
    if word.kind == "builtin":
        return _NAME if word.text in own else word.text
    if word.kind == "name":
        attribute = at > 0 and words[at - 1].text == "."
        return word.text if attribute and word.text not in own else _NAME
    return word.text


@lru_cache(maxsize=1 << 14)
def _code(said: str) -> int:
    return zlib.crc32(said.encode("utf-8", "surrogatepass"))


@lru_cache(maxsize=1)
def _lexer() -> Any:
    from pygments.lexers.python import PythonLexer

    return PythonLexer()
