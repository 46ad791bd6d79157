"""What students hand in, found and read without trusting any of it."""

from gradekit.intake.files import Kind, Missing, Refused, Scan, Source, Submission, read, scan, single

__all__ = ["Kind", "Missing", "Refused", "Scan", "Source", "Submission", "read", "scan", "single"]
