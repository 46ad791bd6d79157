"""Quizzes: questions whose figures are drawn for each student from the course's secret. What a quiz's draw.py imports.

A question is a table in questions.toml; a function in draw.py beside it, where it has one, draws its figures:

    def parameters(rng):
        d, h = int(rng.integers(2, 9)), int(rng.integers(2, 9))
        return Drawn({"d": d, "h": h}, answer=d * h + h, wrong=[Wrong(d * h, cause="no_bias", en="…", ko="…")])
"""

from gradekit.quiz.drawn import Drawn, Wrong
from gradekit.text import Text

__all__ = ["Drawn", "Text", "Wrong"]
