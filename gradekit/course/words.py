"""What every file of an author's is made of: strict tables, and words in both languages."""

from __future__ import annotations

from typing import Annotated

from pydantic import AfterValidator, BaseModel, ConfigDict

from gradekit.text import Text

__all__ = ["Authored", "Line", "Words"]


def _one_line(text: str) -> str:
    if not text.strip():
        raise ValueError("must not be empty")
    if len(text.splitlines()) > 1:
        raise ValueError("must be one line")
    return text.strip()


Line = Annotated[str, AfterValidator(_one_line)]


class Authored(BaseModel):
    """Anything from a TOML file: an unknown key is an error, a string is no number, and nothing changes once it is read."""

    model_config = ConfigDict(extra="forbid", frozen=True, strict=True)


class Words(Authored):
    """One line in both languages."""

    en: Line
    ko: Line

    @property
    def text(self) -> Text:
        return Text(en=self.en, ko=self.ko)
