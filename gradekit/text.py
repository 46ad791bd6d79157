"""Text in the two languages gradekit speaks. Both stand side by side where they are written, so neither can be forgotten."""

from __future__ import annotations

import os
from dataclasses import dataclass
from typing import Final, Literal

__all__ = ["LANGUAGES", "Lang", "Text", "default_lang"]

Lang = Literal["en", "ko"]
LANGUAGES: Final[tuple[Lang, ...]] = ("en", "ko")


@dataclass(frozen=True, slots=True)
class Text:
    """One message in English and in Korean."""

    en: str
    ko: str

    @classmethod
    def same(cls, text: str) -> Text:
        """Words that are no language's: a version, a path, what another program said."""
        return cls(text, text)

    @classmethod
    def of(cls, words: str | Text) -> Text:
        """words as they are, or the same in both languages: code, say."""
        return words if isinstance(words, Text) else cls.same(words)

    def to(self, lang: Lang) -> str:
        return self.ko if lang == "ko" else self.en


def default_lang() -> Lang:
    """The language of this user: GRADEKIT_LANG, else the locale's, else English."""
    for name in ("GRADEKIT_LANG", "LC_ALL", "LC_MESSAGES", "LANG"):
        value = os.environ.get(name, "").strip().lower()
        if value:
            return "ko" if value.startswith("ko") else "en"
    return "en"
