"""Whose work resembles whose: winnowed fingerprints, held against the class's own baseline. A ranking to look at, never a verdict."""

from gradekit.similar.find import find
from gradekit.similar.models import Report
from gradekit.similar.reading import collect

__all__ = ["Report", "collect", "find"]
