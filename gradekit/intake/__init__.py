"""What students hand in, found and read without trusting any of it."""

from gradekit.intake.files import Scan, by_value, read, scan, single
from gradekit.intake.submission import Kind, Missing, Refused, Source, Submission

__all__ = ["Kind", "Missing", "Refused", "Scan", "Source", "Submission", "by_value", "read", "scan", "single"]
