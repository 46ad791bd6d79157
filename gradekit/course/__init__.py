"""What authors write: courses and exercises. The only place that knows a course's folders and its TOML."""

from gradekit.course.load import load_course
from gradekit.course.models import Course, Exercise, Misconception
from gradekit.course.places import cache_folder, find_course, secret, templates_folder
from gradekit.course.stub import Export

__all__ = [
    "Course",
    "Exercise",
    "Export",
    "Misconception",
    "cache_folder",
    "find_course",
    "load_course",
    "secret",
    "templates_folder",
]
